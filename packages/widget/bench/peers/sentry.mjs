// Sentry's feedback form, opened as soon as it can be. Nothing is sent: nobody presses its button.
import { feedbackIntegration, init } from '@sentry/browser';

const feedback = feedbackIntegration({ autoInject: false, enableScreenshot: false });
init({ dsn: 'https://public@example.invalid/1', integrations: [feedback], defaultIntegrations: false });
const form = await feedback.createForm();
form.appendToDom();
form.open();
