import type { ClockPolicy } from '../clock-plan/clock-policy.ts';
import type { Queryable } from '../database/database.ts';
import { type DemoEngine, demoKeyPrefix, forgetCaches } from './close-demo-keys.ts';
import {
  categoryRows,
  historyRows,
  institutionRows,
  keyRows,
  replyTemplateRows,
  reportRows,
  siteRows,
} from './demo-rows.ts';
import { tellDemoStories } from './demo-stories.ts';
import { demoGovernments } from './governments/all.ts';

/** Any number that no other program is likely to lock: replicas that start together load the data once. */
const lock = 717_081_709;

/** Rows come as one JSON array, so that hundreds of them are one statement. `$2` is the present where a table asks for it. */
const insertInstitutions = `
insert into institution (id, name, short_name, kind, parent_id, region_code, is_coordinator, responsibilities, path)
select id, name, short_name, kind, parent_id, region_code, is_coordinator, responsibilities, path
from jsonb_to_recordset($1::jsonb) as row (
  id text, name text, short_name text, kind text, parent_id text, region_code text, is_coordinator boolean, responsibilities text[], path text[])`;

const insertCategories = `
insert into category (id, name, parent_id, institution_id, selectable, questions, position)
select id, name, parent_id, institution_id, selectable, questions, position
from jsonb_to_recordset($1::jsonb) as row (id text, name text, parent_id text, institution_id text, selectable boolean, questions jsonb, position integer)`;

const insertSites = `
insert into site (id, institution_id, region_code, origins, settings, created_at)
select id, institution_id, region_code, origins, settings, $2
from jsonb_to_recordset($1::jsonb) as row (id text, institution_id text, region_code text, origins text[], settings jsonb)`;

const insertKeys = `
insert into access_key (id, kind, hash, prefix, name, site_id, institution_id, role, created_at)
select id, kind, decode(hash, 'hex'), prefix, name, site_id, institution_id, role, $2
from jsonb_to_recordset($1::jsonb) as row (id text, kind text, hash text, prefix text, name text, site_id text, institution_id text, role text)`;

const insertReplyTemplates = `
insert into reply_template (id, institution_id, name, text)
select id, institution_id, name, text from jsonb_to_recordset($1::jsonb) as row (id text, institution_id text, name text, text text)`;

const insertReports = `
insert into report (
  id, site_id, token_hash, classification, title, content, category_id, answers, region_code, landmark, latitude, longitude, incident_date,
  channel, language, notice_version, sequence, status, owner_id, coordinator_id, anonymous, confidential, support_count, escalation_level,
  received_at, updated_at, closed_at, next_due_at, next_due_kind, clock_at, state)
select tracking_id::bigint, site_id, decode(token_hash, 'hex'), classification, title, content, category_id, answers, region_code, landmark, latitude, longitude, incident_date,
  channel, language, notice_version, sequence, status, owner_id, coordinator_id, anonymous, confidential, support_count, escalation_level,
  received_at, updated_at, closed_at, next_due_at, next_due_kind, clock_at, state
from jsonb_to_recordset($1::jsonb) as row (
  tracking_id text, site_id text, token_hash text, classification text, title text, content text, category_id text, answers jsonb, region_code text, landmark text,
  latitude double precision, longitude double precision, incident_date date, channel text, language text, notice_version text, sequence integer, status text,
  owner_id text, coordinator_id text, anonymous boolean, confidential boolean, support_count integer, escalation_level integer, received_at timestamptz,
  updated_at timestamptz, closed_at timestamptz, next_due_at timestamptz, next_due_kind text, clock_at timestamptz, state jsonb)
order by received_at, tracking_id`;

const insertTexts = `
insert into report_text (id, report_id, text, salt)
select row.id, report.id, row.text, decode(row.salt, 'hex')
from jsonb_to_recordset($1::jsonb) as row (tracking_id text, id uuid, text text, salt text) join report using (tracking_id)`;

const insertEvents = `
insert into report_event (report_id, sequence, event, hash, text_digest)
select report.id, row.sequence, row.event, decode(row.hash, 'hex'), decode(row.text_digest, 'hex')
from jsonb_to_recordset($1::jsonb) as row (tracking_id text, sequence integer, event jsonb, hash text, text_digest text) join report using (tracking_id)`;

const insertSupporters = `
insert into report_support (report_id, supporter_hash)
select report.id, decode(row.supporter_hash, 'hex')
from jsonb_to_recordset($1::jsonb) as row (tracking_id text, supporter_hash text) join report using (tracking_id)`;

const reportCount = demoGovernments.reduce((sum, { reports }) => sum + reports.length, 0);

const insertReportsWithHistory = async (transaction: Queryable, now: string, policy: ClockPolicy): Promise<void> => {
  const numbers = await transaction.query<{ id: string }>(
    `select nextval(pg_get_serial_sequence('report', 'id'))::text as id from generate_series(1, $1::integer)`,
    [reportCount],
  );
  const told = tellDemoStories(
    now,
    numbers.map(({ id }) => id),
  );
  const { events, texts, supporters } = historyRows(told);
  await transaction.query(insertReports, [JSON.stringify(reportRows(told, now, policy))]);
  await transaction.query(insertTexts, [JSON.stringify(texts)]);
  await transaction.query(insertEvents, [JSON.stringify(events)]);
  await transaction.query(insertSupporters, [JSON.stringify(supporters)]);
};

/**
 * Fills a fresh database with the demo data, in one transaction. Where it is loaded already only its keys are opened
 * again, in case `closeDemoKeys` closed them.
 *
 * @returns whether the data was loaded now.
 * @throws Error when the database holds institutions that are not of the demo: its keys are public knowledge and have
 *   no place beside real reports.
 */
export const loadDemo = async (engine: DemoEngine): Promise<boolean> => {
  const now = engine.clock.now();
  const loaded = await engine.database.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [lock]);
    const [known] = await transaction.query<{ demo: boolean; used: boolean }>(
      `select exists (select from gateway_setting where name = 'demo') as demo, exists (select from institution) as used`,
      [],
    );
    if (known?.demo) {
      await transaction.query(
        'update access_key set revoked_at = null where starts_with(id, $1) and revoked_at is not null',
        [demoKeyPrefix],
      );
      return false;
    }
    if (known?.used)
      throw new Error(
        'lapor-gateway: `--demo` needs an empty database, but this one holds institutions of its own. Give the demo another `--data` folder or database.',
      );
    await transaction.query(insertInstitutions, [JSON.stringify(institutionRows())]);
    await transaction.query(insertCategories, [JSON.stringify(categoryRows())]);
    await transaction.query(insertSites, [JSON.stringify(siteRows()), now]);
    await transaction.query(insertKeys, [JSON.stringify(keyRows()), now]);
    await transaction.query(insertReplyTemplates, [JSON.stringify(replyTemplateRows())]);
    await insertReportsWithHistory(transaction, now, engine.clockPolicy);
    await transaction.query(
      `insert into gateway_setting (name, value) values ('demo', jsonb_build_object('loadedAt', $1::text))`,
      [now],
    );
    return true;
  });
  forgetCaches(engine);
  return loaded;
};
