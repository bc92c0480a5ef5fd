/** What the desk needs: who may know of which report, the work queue in its orders, and files that are to go. */
export const statements = `
-- Who may know of a report: every institution that has had or coordinates it, and all above those. One row answers
-- "may this institution see it" and "what is due next of what it may see", whoever is below it and however often the
-- report was passed on.
create table report_institution (
  report_id bigint not null,
  institution_id text not null,
  -- The report's own columns once more: a list in their order is read from one index.
  received_at timestamptz not null,
  next_due_at timestamptz,
  primary key (report_id, institution_id)
);
create index report_institution_due on report_institution (institution_id, next_due_at, report_id) where next_due_at is not null;
create index report_institution_received on report_institution (institution_id, received_at, report_id);

-- Everybody who has had a report or coordinates it, and those above them.
create function report_viewers(coordinator_id text, owner_id text, state jsonb) returns setof text language sql stable as $$
  select distinct viewer from institution cross join unnest(institution.path) as viewer
  where institution.id = any (array[coordinator_id, owner_id] ||
    case when jsonb_array_length(state -> 'hops') > 1 then array(select hop ->> 'to' from jsonb_array_elements(state -> 'hops') as hop) else '{}' end)
$$;

-- Kept by the database itself, so that nobody who writes a report can forget it; once for all reports of a statement.
create function keep_viewers() returns trigger language plpgsql as $$
begin
  insert into report_institution (report_id, institution_id, received_at, next_due_at)
  select filed.id, viewer, filed.received_at, filed.next_due_at from filed cross join report_viewers(filed.coordinator_id, filed.owner_id, filed.state) as viewer;
  return null;
end $$;

create function move_viewers() returns trigger language plpgsql as $$
begin
  if new.owner_id <> old.owner_id then
    insert into report_institution (report_id, institution_id, received_at, next_due_at)
    select new.id, viewer, new.received_at, new.next_due_at from report_viewers(new.coordinator_id, new.owner_id, new.state) as viewer
    on conflict do nothing;
  end if;
  update report_institution set next_due_at = new.next_due_at where report_id = new.id and next_due_at is distinct from new.next_due_at;
  return null;
end $$;

create function forget_viewers() returns trigger language plpgsql as $$
begin
  delete from report_institution where report_id = old.id;
  return null;
end $$;
create trigger report_viewers_forgotten after delete on report for each row execute function forget_viewers();

create trigger report_received after insert on report referencing new table as filed for each statement execute function keep_viewers();
create trigger report_moved after update of owner_id, next_due_at on report for each row
  when (old.owner_id <> new.owner_id or old.next_due_at is distinct from new.next_due_at) execute function move_viewers();

insert into report_institution (report_id, institution_id, received_at, next_due_at)
select distinct report.id, viewer, report.received_at, report.next_due_at
from report
cross join lateral (select report.coordinator_id as id union select hop ->> 'to' from jsonb_array_elements(report.state -> 'hops') as hop) as holder
join institution on institution.id = holder.id
cross join unnest(institution.path) as viewer;

-- "Has a deadline" is what the queue's order asks, so that is what its indexes say. By day of reception rather than by
-- id, because reports that were imported have young ids and old days.
drop index report_due;
drop index report_owner_due;
create index report_due on report (next_due_at, id) where next_due_at is not null;
create index report_owner_due on report (owner_id, next_due_at, id) where next_due_at is not null;

create index report_received on report (received_at, id);
create index report_owner_received on report (owner_id, received_at, id);
drop index report_owner;

-- What nobody has been given yet: few rows of many, by who has to give it to somebody.
create index report_unassigned on report (coordinator_id, next_due_at, id)
  where closed_at is null and owner_id = coordinator_id and (next_due_kind = 'verification' or status in ('unverified', 'verified'));
`;
