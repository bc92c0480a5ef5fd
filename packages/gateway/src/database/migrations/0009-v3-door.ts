/** What the V3 door needs besides: numbers for what V3 names by numbers, and which program filed which report. */
export const statements = `
-- Eight digits from the first on: neither the region codes of Kemendagri (2, 4, 6 or 10) nor those of BPS (2, 4, 7 or 10)
-- have as many, and one sequence for all kinds lets nobody take a category's number for an institution's.
create table v3_number (
  number bigint generated always as identity (start with 10000001) primary key,
  kind text not null,
  id text not null,
  unique (kind, id)
);

-- Written before the report, by the name of its attempt: a crash in between leaves no report that its program cannot find.
create table v3_complaint (
  attempt bytea primary key,
  report_id bigint unique references report(id) on delete cascade,
  institution_id text not null,
  tags text[] not null default '{}',
  created_at timestamptz not null
);
create index v3_complaint_institution on v3_complaint (institution_id, report_id);
create index v3_complaint_unsettled on v3_complaint (institution_id) where report_id is null;
create index v3_complaint_tags on v3_complaint using gin (tags);

-- Tags are text that somebody wrote, and go with the rest of it.
create function forget_v3_tags() returns trigger language plpgsql as $$
begin
  update v3_complaint set tags = '{}' where report_id = new.id;
  return null;
end $$;
create trigger v3_tags_forgotten after update of erased_at on report for each row
  when (old.erased_at is null and new.erased_at is not null) execute function forget_v3_tags();

create function forget_v3_file_number() returns trigger language plpgsql as $$
begin
  delete from v3_number where kind = 'attachment' and id = old.id;
  return null;
end $$;
create trigger v3_file_number_forgotten after delete on upload for each row execute function forget_v3_file_number();
`;
