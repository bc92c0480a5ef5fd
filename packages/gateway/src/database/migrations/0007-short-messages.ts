/** Short messages that came in, until they are answered; and parts of which the others have not come yet. */
export const statements = `
create table short_message (
  id bigint generated always as identity primary key,
  -- Digests under the gateway's secret: who sent it and what it says can be compared after both are gone.
  sender_digest bytea not null,
  content_digest bytea not null,
  -- The first of those that say the same; empty where it is the first itself.
  first_id bigint,
  -- Gone as soon as it is answered.
  sender text,
  recipient text,
  text text,
  kind text not null check (kind in ('whole', 'incomplete', 'tooMany')),
  -- By the gateway's clock: it is when the report was received.
  received_at timestamptz not null,
  -- Real time. While an attempt is under way it is when another replica may take it over; empty when it is done.
  due_at timestamptz default now(),
  attempts integer not null default 0,
  outcome text
);
create index short_message_due on short_message (due_at, id) where due_at is not null;
create index short_message_sender on short_message (sender_digest, received_at);
create index short_message_age on short_message (received_at);

create table short_message_part (
  sender_digest bytea not null,
  recipient text not null,
  reference text not null,
  total integer not null,
  part integer not null,
  content_digest bytea not null,
  -- Gone when the message was joined; the row stays for a while, so that a part which comes again is known.
  sender text,
  octets bytea,
  alphabet text not null,
  received_at timestamptz not null,
  primary key (sender_digest, recipient, reference, total, part)
);
create index short_message_part_waiting on short_message_part (received_at) where octets is not null;
create index short_message_part_age on short_message_part (received_at);
`;
