/** What reporters are told of their reports. */
export const statements = `
-- One message to one reporter. It says of which events it tells and nothing besides: words, names and addresses are looked
-- up when it is sent, so that nothing that was erased meanwhile goes out.
create table notification (
  id bigint generated always as identity primary key,
  report_id bigint not null references report(id) on delete cascade,
  channel text not null,
  -- Events by their numbers. What happens before the first attempt joins them; afterwards they stay as they are, so that a
  -- message that is sent twice is the same message.
  sequences integer[] not null,
  -- refused: by the receiving side, for good. lapsed: nobody wants it any more, or it came too late.
  state text not null default 'queued' check (state in ('queued', 'sent', 'refused', 'lapsed')),
  -- By the gateway's clock.
  created_at timestamptz not null,
  not_before timestamptz not null,
  ended_at timestamptz,
  attempts integer not null default 0,
  -- Real time. While an attempt is under way it is when another replica may take it over.
  next_attempt_at timestamptz not null default now(),
  -- A keyed digest of the address, to count how much one address gets.
  recipient bytea,
  last_error text
);
create unique index notification_open on notification (report_id, channel) where state = 'queued' and attempts = 0;
create index notification_due on notification (channel, not_before, id) where state = 'queued';
create index notification_ended on notification (channel, state) where state <> 'sent';
create index notification_report on notification (report_id, channel, id);
create index notification_recipient on notification (recipient, ended_at) where recipient is not null;
`;
