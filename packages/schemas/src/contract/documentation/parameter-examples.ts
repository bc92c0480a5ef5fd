/** A value for each parameter that stands in a path. */
export const parameterExamples: Readonly<Record<string, string>> = {
  attachmentId: 'att_7m2x9qf4',
  code: '13.71',
  deliveryId: 'dlv_8hk2m1',
  endpointId: 'whe_3tn6w9',
  keyId: 'key_5r8v2c',
  siteKey: 'pk_padang',
  siteId: 'padang-kota',
  taskId: 'fwt_17',
  templateId: 'tpl_terima',
  trackingId: '9165816',
  uploadId: 'upl_4k9d2s7b',
};
