/** When the clock work has to look at a report, and when what people wrote was erased. */
export const statements = `
-- Written with every append and moved on by whoever has looked; empty where nothing will ever be due by itself.
alter table report add column clock_at timestamptz;
create index report_clock on report (clock_at, id) where clock_at is not null;

-- From then on the report is a line of the statistics: nothing that anybody wrote is left of it.
alter table report add column erased_at timestamptz;

-- Where the job queue keeps its own tables, which it makes and migrates itself.
create schema if not exists pgboss;
`;
