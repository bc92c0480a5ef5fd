/** Who may know of new reports, asked once for all that have the same owner and coordinator. */
export const statements = `
-- Reports that are filed together mostly go to the same coordinator: whose they are to see is looked up once for those.
create or replace function keep_viewers() returns trigger language plpgsql as $$
begin
  insert into report_institution (report_id, institution_id, received_at, next_due_at, elsewhere_id)
  with asked as materialized (
    select coordinator_id, owner_id, hops, owner.path as owners, array(
      select report_viewers(coordinator_id, owner_id, jsonb_build_object('hops', hops))
    ) as viewers
    from (
      select distinct coordinator_id, owner_id, case when jsonb_array_length(state -> 'hops') > 1 then state -> 'hops' else '[]'::jsonb end as hops
      from filed
    ) as kind left join institution as owner on owner.id = owner_id
  )
  select filed.id, viewer, filed.received_at, filed.next_due_at, case when viewer = any (asked.owners) then null else filed.owner_id end
  from filed join asked on asked.coordinator_id = filed.coordinator_id and asked.owner_id = filed.owner_id
    and asked.hops = case when jsonb_array_length(filed.state -> 'hops') > 1 then filed.state -> 'hops' else '[]'::jsonb end
  cross join unnest(asked.viewers) as viewer;
  return null;
end $$;
`;
