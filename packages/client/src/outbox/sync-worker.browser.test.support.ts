// A service worker as a site would host it; which gateway and site it is told in its address.
import { createClient } from '../index.ts';
import { Outbox } from './index.ts';
import { sendInBackground } from './outbox-worker.ts';

const parameters = new URL(location.href).searchParams;
const gateway = parameters.get('gateway') ?? '';
const siteKey = parameters.get('siteKey') ?? '';
sendInBackground(new Outbox({ client: createClient({ gateway, siteKey, retries: 0 }), gateway, siteKey }));
