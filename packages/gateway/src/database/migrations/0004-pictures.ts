/** Pictures of reports that the database keeps beside them: who may know of which, and what public figures are counted from. */
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
  -- Who has the report, where that is neither this institution nor below it. Few of many are passed on so far; an index
  -- of those answers "what of ours do they have" without a walk through everything that is known here.
  elsewhere_id text,
  primary key (report_id, institution_id)
);
create index report_institution_elsewhere on report_institution (institution_id, elsewhere_id) where elsewhere_id is not null;
create index report_institution_due on report_institution (institution_id, next_due_at, report_id) where next_due_at is not null;
create index report_institution_received on report_institution (institution_id, received_at, report_id);

-- Everybody who has had a report or coordinates it, and those above them. Three questions by primary key: one with a
-- condition for all of them is a walk through the table, for every report that is filed.
create function report_viewers(coordinator_id text, owner_id text, state jsonb) returns setof text language sql stable as $$
  select unnest(path) from institution where institution.id = owner_id
  union
  select unnest(path) from institution where institution.id = coordinator_id
  union
  select unnest(path) from institution where jsonb_array_length(state -> 'hops') > 1
    and institution.id in (select hop ->> 'to' from jsonb_array_elements(state -> 'hops') as hop)
$$;

-- Kept by the database itself, so that nobody who writes a report can forget it; once for all reports of a statement.
create function keep_viewers() returns trigger language plpgsql as $$
begin
  insert into report_institution (report_id, institution_id, received_at, next_due_at, elsewhere_id)
  select filed.id, viewer, filed.received_at, filed.next_due_at, case when viewer = any (owner.path) then null else filed.owner_id end
  from filed left join institution as owner on owner.id = filed.owner_id
  cross join report_viewers(filed.coordinator_id, filed.owner_id, filed.state) as viewer;
  return null;
end $$;

create function move_viewers() returns trigger language plpgsql as $$
declare
  owners text[];
begin
  if new.owner_id <> old.owner_id then
    insert into report_institution (report_id, institution_id, received_at, next_due_at)
    select new.id, viewer, new.received_at, new.next_due_at from report_viewers(new.coordinator_id, new.owner_id, new.state) as viewer
    on conflict do nothing;
    select path into owners from institution where id = new.owner_id;
    update report_institution set next_due_at = new.next_due_at, elsewhere_id = case when institution_id = any (owners) then null else new.owner_id end
    where report_id = new.id;
    return null;
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

-- What public figures are counted from: a narrow picture of each report, brought up to date when somebody asks.
create table report_figure (
  report_id bigint primary key references report(id) on delete cascade,
  -- The day in the region's own zone.
  received_on date not null,
  region_code text,
  category_id text,
  owner_id text not null,
  classification text not null,
  status text not null,
  confidential boolean not null,
  rating smallint,
  -- Promises kept or missed, each as one number: see deadline-outcome.ts.
  outcomes smallint[] not null,
  -- Promises that are open still: until when each is in time.
  verification_due_at timestamptz,
  follow_up_due_at timestamptz,
  reporter_response_due_at timestamptz,
  completion_due_at timestamptz,
  legal_limit_due_at timestamptz
-- Room beside each row for its next version: no index has to be told of it then.
) with (fillfactor = 85);

-- Reports whose picture is out of date. Filing a report writes nothing here: that it has no picture yet is enough.
create table report_change (
  id bigint generated always as identity primary key,
  report_id bigint not null
);

create function note_report_change() returns trigger language plpgsql as $$
begin
  insert into report_change (report_id) values (new.id);
  return null;
end
$$;

create trigger report_changed after update of state, region_code, category_id, classification on report
for each row execute function note_report_change();
`;
