import type { way as source } from '../id/later-steps.ts';
// Everything that the form says after its first step, in English.
export {
  attachments,
  deadlineKinds,
  deadlines,
  fieldErrors,
  fields,
  form,
  guidance,
  newsChoices,
  receipt,
  thisField,
  visibility,
} from '@lapor/schemas/messages/en';

/** The English of the Indonesian `way`. */
export const way: typeof source = {
  back: { label: 'Back' },
  change: { label: 'Change' },
  changeStep: ({ step }) => `Change the part “${step}”`,
  loadingRegions: 'Loading the list of regions …',
  noRegions: 'The list of regions could not be loaded. Describe the place as a landmark, then continue.',
  district: { label: 'District' },
  village: { label: 'Village' },
  regency: { label: 'Regency or city' },
  regencies: { kabupaten: 'Regencies', kota: 'Cities' },
  photosReduced:
    'Photos are made smaller and lose their location on your device; then they are uploaded while you write.',
  preparing: ({ name }) => `Preparing “${name}” …`,
  institutions: {
    label: 'Institutions that may be responsible',
    hint: 'Only a suggestion. If in doubt, leave it to the admin.',
  },
  sending: 'Sending your report. Please keep this page open …',
  notSent: { title: 'The report has not been sent' },
  tryAgain:
    'Everything that you wrote is still here. Press the button again in a moment. The report will not be taken twice.',
  siteFault: 'This site cannot take reports yet. What you wrote is still here; copy it before you close this page.',
  queued: {
    title: 'The report is kept on this device',
    text: 'Our service is busy or cannot be reached yet. Your report will be sent by itself as soon as it can, also when you open this page again later. Its number appears when we have received it.',
  },
  copy: { label: 'Copy' },
  copied: 'Number and key have been copied.',
  notCopied: 'They could not be copied. Please write them down.',
  print: { label: 'Print' },
  share: { label: 'Share the number' },
  follow: { label: 'Open the page of this report' },
};
