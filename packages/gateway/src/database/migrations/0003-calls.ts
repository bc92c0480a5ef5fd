/** What calls leave: uploads on their way, attempts and their answers, and what must happen later. */
export const statements = `
create table upload (
  id text primary key,
  -- Whose upload it is: nobody else may go on with it, attach it, or learn that it is there.
  key_id text not null,
  report_id bigint references report(id) on delete set null,
  position integer,
  name text not null,
  media_type text,
  -- Bytes as announced, as received so far, and as kept: a photo is written anew when it is whole.
  length bigint not null,
  received bigint not null default 0,
  bytes bigint,
  state text not null check (state in ('receiving', 'checking', 'ready', 'refused')),
  store_key text,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index upload_report on upload (report_id) where report_id is not null;
create index upload_expiry on upload (expires_at) where report_id is null;
create index upload_checking on upload (created_at) where state = 'checking';

-- The pieces of an upload as they arrived, until it is whole.
create table upload_part (
  upload_id text not null references upload(id) on delete cascade,
  starts_at bigint not null,
  store_key text not null,
  primary key (upload_id, starts_at)
);

create table idempotency (
  owner text not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  -- As it was written, so that a repetition reads the same.
  answer json,
  created_at timestamptz not null,
  primary key (owner, key)
);
create index idempotency_age on idempotency (created_at);

create table outbox (
  id bigint generated always as identity primary key,
  report_id bigint not null,
  sequence integer not null,
  created_at timestamptz not null
);

-- Where the job queue keeps its own tables, which it makes and migrates itself.
create schema if not exists pgboss;
`;
