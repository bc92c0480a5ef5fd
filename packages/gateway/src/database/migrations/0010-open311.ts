/** What programs at the Open311 door ask every few minutes: what has happened since they asked last. */
export const statements = `
-- Of ranges of pages rather than of rows: it costs a new report next to nothing, and what was changed last lies together.
create index report_updated on report using brin (updated_at) with (autosummarize = on, pages_per_range = 16);
`;
