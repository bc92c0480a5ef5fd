// SurveyJS with the same three questions.
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

const choices = [
  { value: 'complaint', text: 'Pengaduan' },
  { value: 'aspiration', text: 'Aspirasi' },
  { value: 'informationRequest', text: 'Permintaan Informasi' },
];

const survey = new Model({
  elements: [
    { type: 'radiogroup', name: 'classification', title: 'Klasifikasi laporan', choices },
    { type: 'text', name: 'title', title: 'Judul laporan', isRequired: true, maxLength: 255 },
    { type: 'comment', name: 'content', title: 'Isi laporan', isRequired: true },
  ],
});
renderSurvey(survey, document.querySelector('#form'));
