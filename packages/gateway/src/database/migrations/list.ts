import { statements as directory } from './0001-directory.ts';
import { statements as reports } from './0002-reports.ts';
import { statements as calls } from './0003-calls.ts';
import { statements as pictures } from './0004-pictures.ts';
import { statements as webhooks } from './0005-webhooks.ts';
import { statements as notifications } from './0006-notifications.ts';
import { statements as shortMessages } from './0007-short-messages.ts';
import { statements as forwarding } from './0008-forwarding.ts';
import { statements as v3Door } from './0009-v3-door.ts';
import { statements as open311 } from './0010-open311.ts';
import { statements as viewers } from './0011-viewers.ts';
import { statements as forwardingChecks } from './0012-forwarding-checks.ts';
import { statements as forwardingSettings } from './0013-forwarding-settings.ts';
import { statements as elsewhereInOrder } from './0014-elsewhere-in-order.ts';

/** Every migration, oldest first. A migration that has been released is never changed; a further one mends it. */
export const migrations: readonly { readonly name: string; readonly statements: string }[] = [
  { name: '0001-directory', statements: directory },
  { name: '0002-reports', statements: reports },
  { name: '0003-calls', statements: calls },
  { name: '0004-pictures', statements: pictures },
  { name: '0005-webhooks', statements: webhooks },
  { name: '0006-notifications', statements: notifications },
  { name: '0007-short-messages', statements: shortMessages },
  { name: '0008-forwarding', statements: forwarding },
  { name: '0009-v3-door', statements: v3Door },
  { name: '0010-open311', statements: open311 },
  { name: '0011-viewers', statements: viewers },
  { name: '0012-forwarding-checks', statements: forwardingChecks },
  { name: '0013-forwarding-settings', statements: forwardingSettings },
  { name: '0014-elsewhere-in-order', statements: elsewhereInOrder },
];
