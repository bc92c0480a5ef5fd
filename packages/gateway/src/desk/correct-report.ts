import type { DeskAction, FieldError } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import { regionOf } from '../directory/find-regions.ts';
import type { Engine } from '../engine/engine.ts';
import { fieldFault, refuseFaults } from '../refusal/field-fault.ts';
import { actOnReport } from '../reports/act-on-report.ts';
import { maskedOrNull } from '../reports/masked.ts';
import type { ReportRow } from '../reports/report-row.ts';
import { type Assignment, deedOf } from './desk-deed.ts';

type CorrectAction = Extract<DeskAction, { type: 'correct' }>;

/** Without what would change nothing: a desk sends its whole form, and the history should tell what was mended. */
const withoutUnchanged = (
  { title, categoryId, supervision, ...action }: CorrectAction,
  row: ReportRow,
): CorrectAction => ({
  ...action,
  ...(title !== undefined && title !== row.title && { title }),
  ...(categoryId !== undefined && categoryId !== row.category_id && { categoryId }),
  ...(supervision !== undefined && supervision !== row.state.supervision && { supervision }),
});

const faultsOf = async (engine: Engine, { action, language }: Assignment<CorrectAction>): Promise<FieldError[]> => {
  const { categories } = await engine.directory.get();
  const regionCode = action.place?.regionCode;
  return [
    ...(action.categoryId !== undefined && !categories.get(action.categoryId)?.selectable
      ? [fieldFault(language, { pointer: '/categoryId', code: 'unknownReference', facts: {}, field: 'category' })]
      : []),
    ...(regionCode !== undefined && (await regionOf(regionCode)) === undefined
      ? [fieldFault(language, { pointer: '/place/regionCode', code: 'unknownReference', facts: {}, field: 'region' })]
      : []),
  ];
};

/** A place is replaced as a whole, except that a report never loses its region. */
const corrected = (row: ReportRow, { title, categoryId, place }: CorrectAction): ReportRow => ({
  ...row,
  ...(title !== undefined && { title, masked_title: maskedOrNull(title) }),
  ...(categoryId !== undefined && { category_id: categoryId }),
  ...(place && {
    region_code: place.regionCode ?? row.region_code,
    landmark: place.landmark || null,
    latitude: place.position?.latitude ?? null,
    longitude: place.position?.longitude ?? null,
    accuracy_metres: place.position?.accuracyMetres ?? null,
  }),
});

const updateReport = `
update report set title = $2, masked_title = $3, category_id = $4, region_code = $5, landmark = $6, latitude = $7, longitude = $8, accuracy_metres = $9 where id = $1`;

/**
 * Mends title, category, place or supervision. The old title stays in the history as the event's text, where it can be
 * redacted like any other. Nothing happens when nothing changes.
 *
 * @throws Refusal `actionNotAllowed`, or `validationFailed` for a category or region that does not exist.
 */
export const correctReport = async (
  engine: Engine,
  transaction: Queryable,
  row: ReportRow,
  assignment: Assignment<CorrectAction>,
): Promise<ReportRow> => {
  const action = withoutUnchanged(assignment.action, row);
  const mended = corrected(row, action);
  const deed = { ...deedOf({ ...assignment, action }), text: action.title === undefined ? undefined : row.title };
  const after = await actOnReport(engine, transaction, mended, deed);
  refuseFaults(await faultsOf(engine, { ...assignment, action }));
  await transaction.query(updateReport, [
    row.id,
    after.title,
    after.masked_title,
    after.category_id,
    after.region_code,
    after.landmark,
    after.latitude,
    after.longitude,
    after.accuracy_metres,
  ]);
  return after;
};
