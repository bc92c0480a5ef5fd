// FormKit on Vue with the same three fields.
import { defaultConfig, plugin } from '@formkit/vue';
import { createApp, h, resolveComponent } from 'vue';

const kinds = { complaint: 'Pengaduan', aspiration: 'Aspirasi', informationRequest: 'Permintaan Informasi' };

const Report = {
  render: () => {
    const FormKit = resolveComponent('FormKit');
    return h(FormKit, { type: 'form', submitLabel: 'Lanjutkan' }, () => [
      h(FormKit, { type: 'radio', name: 'classification', label: 'Klasifikasi laporan', options: kinds }),
      h(FormKit, { type: 'text', name: 'title', label: 'Judul laporan', validation: 'required|length:3,255' }),
      h(FormKit, { type: 'textarea', name: 'content', label: 'Isi laporan', validation: 'required' }),
    ]);
  },
};

createApp(Report).use(plugin, defaultConfig()).mount('#form');
