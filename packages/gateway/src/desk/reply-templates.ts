import { randomBytes } from 'node:crypto';
import type { NewReplyTemplate, ReplyTemplate } from '@lapor/schemas';
import { refuseRole } from '../directory/errand.ts';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { RequestContext } from '../http/request-context.ts';
import { deskIdentity } from './desk-context.ts';

interface TemplateRow {
  id: string;
  institution_id: string;
  name: string;
  text: string;
}

const templateOf = ({ id, institution_id: institutionId, name, text }: TemplateRow): ReplyTemplate => ({
  id,
  institutionId,
  name,
  text,
});

/** The institution and all above it: theirs are the templates that it can use. */
const pathOf = async (engine: Engine, institutionId: string): Promise<readonly string[]> =>
  (await engine.directory.get()).institutions.get(institutionId)?.path ?? [institutionId];

/** Templates of the caller's institution and those above it, by name. */
export const listTemplates = async (engine: Engine, { identity }: RequestContext): Promise<ReplyTemplate[]> => {
  const rows = await engine.database.query<TemplateRow>(
    'select id, institution_id, name, text from reply_template where institution_id = any($1::text[]) order by name, id',
    [await pathOf(engine, deskIdentity(identity).institutionId)],
  );
  return rows.map(templateOf);
};

/** Adds a template of the caller's institution. */
export const createTemplate = async (
  transaction: Queryable,
  { name, text }: NewReplyTemplate,
  { identity }: RequestContext,
): Promise<ReplyTemplate> => {
  const template = {
    id: `tpl_${randomBytes(6).toString('hex')}`,
    institutionId: deskIdentity(identity).institutionId,
    name,
    text,
  };
  await transaction.query('insert into reply_template (id, institution_id, name, text) values ($1, $2, $3, $4)', [
    template.id,
    template.institutionId,
    name,
    text,
  ]);
  return template;
};

/**
 * The template, if it is the caller's institution's own.
 *
 * @throws Refusal `notFound` for one that the caller could not use either, `actionNotAllowed` for one of an institution above.
 */
const requireOwn = async (engine: Engine, id: string, { identity, language }: RequestContext): Promise<void> => {
  const { institutionId } = deskIdentity(identity);
  const [row] = await engine.database.query<Pick<TemplateRow, 'institution_id'>>(
    'select institution_id from reply_template where id = $1',
    [id],
  );
  if (row === undefined || !(await pathOf(engine, institutionId)).includes(row.institution_id))
    throw new Refusal('notFound');
  if (row.institution_id !== institutionId) throw refuseRole(language);
};

/** Changes a template. @throws Refusal as {@link requireOwn}. */
export const replaceTemplate = async (
  engine: Engine,
  id: string,
  { name, text }: NewReplyTemplate,
  context: RequestContext,
): Promise<ReplyTemplate> => {
  await requireOwn(engine, id, context);
  const [row] = await engine.database.query<TemplateRow>(
    'update reply_template set name = $2, text = $3 where id = $1 returning id, institution_id, name, text',
    [id, name, text],
  );
  if (row === undefined) throw new Refusal('notFound');
  return templateOf(row);
};

/** Removes a template. @throws Refusal as {@link requireOwn}. */
export const deleteTemplate = async (engine: Engine, id: string, context: RequestContext): Promise<void> => {
  await requireOwn(engine, id, context);
  await engine.database.query('delete from reply_template where id = $1', [id]);
};
