/** Receivers of webhooks, and what is sent to each. */
export const statements = `
create table webhook_endpoint (
  id text primary key,
  institution_id text not null references institution(id),
  url text not null,
  -- Empty: all of them, also those that a later version adds.
  events text[],
  description text,
  enabled boolean not null default true,
  disabled_reason text,
  -- Its secret follows from the gateway's own secret and this seed. The one before signs beside it for a while.
  seed uuid not null,
  previous_seed uuid,
  previous_until timestamptz,
  created_at timestamptz not null
);
create index webhook_endpoint_institution on webhook_endpoint (institution_id);

-- One event on its way to one receiver. These rows are the queue and the list that the receiver's owner reads.
create table webhook_delivery (
  id bigint generated always as identity primary key,
  endpoint_id text not null references webhook_endpoint(id) on delete cascade,
  event_id text not null,
  event_type text not null,
  -- The text that is posted and signed, the same at every attempt.
  body text not null,
  -- Deliveries of one lane go one after another: a report's number. Empty where the order means nothing.
  lane bigint,
  state text not null default 'queued' check (state in ('queued', 'delivered', 'failed')),
  attempts integer not null default 0,
  -- Failures since it was last put into the queue: how long the next pause is.
  failures integer not null default 0,
  -- Real time, whatever the gateway's clock says.
  created_at timestamptz not null default now(),
  last_attempt_at timestamptz,
  -- While an attempt is under way it is when another replica may take it over.
  next_attempt_at timestamptz default now(),
  last_status integer,
  last_error text,
  unique (endpoint_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (endpoint_id, next_attempt_at, id) where state = 'queued';
create index webhook_delivery_lane on webhook_delivery (endpoint_id, lane, id) where state = 'queued' and lane is not null;
create index webhook_delivery_failed on webhook_delivery (endpoint_id, id) where state = 'failed';
create index webhook_delivery_list on webhook_delivery (endpoint_id, id);
`;
