/** Looks, after something has arrived, for what a network delivered twice. */
export const statements = `
-- 'check': whether something stands in the other system once. Its sequence is -1 minus that of the task which it is about.
alter table forwarding_task drop constraint forwarding_task_kind_check;
alter table forwarding_task add constraint forwarding_task_kind_check
  check (kind in ('report', 'reply', 'rating', 'dispute', 'withdrawal', 'return', 'check'));

-- What waits to be checked must neither hold up what waits to be sent nor be read past by whoever takes that.
drop index forwarding_task_due;
create index forwarding_task_due on forwarding_task (connector, next_attempt_at, id) where state = 'queued' and kind <> 'check';
drop index forwarding_task_lane;
create index forwarding_task_lane on forwarding_task (report_id, connector, id) where state = 'queued' and kind <> 'check';
create index forwarding_task_check on forwarding_task (connector, next_attempt_at, id) where state = 'queued' and kind = 'check';
`;
