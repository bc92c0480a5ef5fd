/** Reports on their way to other systems, and what is heard of them there. */
export const statements = `
-- A report that another system has.
create table forwarding (
  report_id bigint not null references report(id) on delete cascade,
  connector text not null,
  upstream_id text not null,
  -- Where the next poll goes on; what it says is the connector's own affair.
  cursor jsonb not null default '{}',
  -- Real time, whatever the gateway's clock says. Empty: nobody asks any more.
  next_poll_at timestamptz,
  -- Seconds between the last poll and the next.
  poll_pause double precision not null,
  polls integer not null default 0,
  last_error text,
  primary key (report_id, connector)
);
create index forwarding_poll on forwarding (connector, next_poll_at) where next_poll_at is not null;

-- Something that another system has to hear: of a report first the report itself, then what happens to it.
create table forwarding_task (
  id bigint generated always as identity primary key,
  report_id bigint not null references report(id) on delete cascade,
  connector text not null,
  -- The event that asked for it.
  sequence integer not null,
  kind text not null check (kind in ('report', 'reply', 'rating', 'dispute', 'withdrawal', 'return')),
  state text not null default 'queued' check (state in ('queued', 'done', 'failed')),
  -- The next step, empty at the first; and since when it is under way, where nobody knows yet what came of it.
  step text,
  begun_at timestamptz,
  facts jsonb not null default '{}',
  attempts integer not null default 0,
  failures integer not null default 0,
  created_at timestamptz not null default now(),
  -- While an attempt is under way it is when another replica may take it over.
  next_attempt_at timestamptz not null default now(),
  last_error text,
  unique (report_id, connector, sequence)
);
create index forwarding_task_due on forwarding_task (connector, next_attempt_at, id) where state = 'queued';
create index forwarding_task_lane on forwarding_task (report_id, connector, id) where state = 'queued';
create index forwarding_task_failed on forwarding_task (connector, id) where state = 'failed';
`;
