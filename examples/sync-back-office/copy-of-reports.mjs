// The back office's own database: a copy of each report, and which events were seen.
import { DatabaseSync } from 'node:sqlite';

/** Opens the copy. Where somebody else reads or writes it at the moment, it waits ten seconds at most. */
export const openCopy = (path) => {
  const database = new DatabaseSync(path, { timeout: 10_000 });
  database.exec(`
    create table if not exists report (tracking_id text primary key, version integer, status text, owner text, report text);
    create table if not exists seen (event_id text primary key);
    create table if not exists setting (name text primary key, value text);
  `);
  const put = database.prepare(`
    insert into report values (?, ?, ?, ?, ?) on conflict (tracking_id) do update
    set version = excluded.version, status = excluded.status, owner = excluded.owner, report = excluded.report
    where excluded.version > report.version`);
  const see = database.prepare('insert into seen values (?) on conflict do nothing');
  const read = database.prepare('select value from setting where name = ?');
  const write = database.prepare('insert or replace into setting values (?, ?)');
  return {
    /** Keeps a report, unless a newer copy is there. */
    keep: (report) =>
      put.run(report.trackingId, report.version, report.status.code, report.owner.id, JSON.stringify(report)),
    hasSeen: (eventId) => database.prepare('select 1 from seen where event_id = ?').get(eventId) !== undefined,
    noteSeen: (eventId) => see.run(eventId),
    setting: (name) => read.get(name)?.value,
    keepSetting: (name, value) => write.run(name, value),
    close: () => database.close(),
  };
};
