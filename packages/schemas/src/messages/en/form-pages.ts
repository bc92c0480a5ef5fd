import type { formPages as source } from '../id/form-pages.ts';

/** The English of the Indonesian `formPages`. */
export const formPages: typeof source = {
  keptFiles: { label: 'Files that we have received' },
  answerFault: ({ question, message }) => `About “${question}”: ${message}`,
  filesLost:
    'The files that you sent are not kept any more, because this page has been open for too long. Choose them again if they are still needed.',
  chooseAgain: ({ names }) => `Choose these files again, because we do not have them yet: ${names.join(', ')}`,
  review: { label: 'Continue and check' },
  continued: 'What you wrote on the page before is here. Add what you can, then check it.',
  tooFast: 'That was too fast for us. Wait a few seconds, then press the button to send it again.',
  stampMissing: 'This page has been open for too long. Press the button to send it again.',
  trap: { label: 'Leave this field empty' },
  trapFilled: 'The field that keeps programs out was filled in. We have emptied it. Please send it again.',
  sentBefore:
    'This form was sent before, with something else in it. If this is indeed a new report, send it once more.',
  otherLanguage: { label: 'Bahasa Indonesia' },
  errorPrefix: { label: 'To be corrected' },
  skip: { label: 'Skip to the content' },
  starting: { title: 'The service is starting' },
  reloadSoon: 'Wait a few seconds, then reload this page.',
  goBack: 'Press the back button of your browser. What you wrote is usually still there.',
  cannotRead: 'This did not arrive whole, perhaps because the connection broke. Please send it again.',
  foreignPage: 'The page from which this was sent is not registered. Please fill in the form here.',
  otherWays: { title: 'Other ways to report' },
  guidance: { title: 'Before you report' },
};
