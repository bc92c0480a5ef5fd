/** What public figures are counted from: a narrow picture of each report, brought up to date when somebody asks. */
export const statements = `
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
