// A page that puts a report into its outbox and is closed while that is on its way.
import { createClient } from '../index.ts';
import { Outbox } from './index.ts';
import { pdfOf, sampleReport } from './samples.browser.test.support.ts';

const { gateway, siteKey } = JSON.parse(document.documentElement.dataset['site'] ?? '{}');
const outbox = new Outbox({ client: createClient({ gateway, siteKey, retries: 0 }), gateway, siteKey });
void outbox.add({ report: sampleReport(), files: [pdfOf(1000)] }).then(() => outbox.start());
