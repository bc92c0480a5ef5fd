/** What others have of an institution's own, in the orders of the desk's queue. */
export const statements = `
-- A page takes as many as it shows of each holder in the list's own order, however many lie behind them; without the
-- order in the index, all of them were read and sorted for every page. Still only what was passed on, few of many.
create index report_institution_elsewhere_due on report_institution (institution_id, elsewhere_id, next_due_at, report_id)
  where elsewhere_id is not null and next_due_at is not null;
create index report_institution_elsewhere_received on report_institution (institution_id, elsewhere_id, received_at, report_id)
  where elsewhere_id is not null;
drop index report_institution_elsewhere;
`;
