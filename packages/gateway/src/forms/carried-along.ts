import { reportForm } from '@lapor/schemas/form';
import { hidden } from './controls.ts';
import type { FormState } from './form-state.ts';
import { type Html, html } from './html.ts';
import { answerName } from './report-of-values.ts';

/** Files go by their ids: no page can hand a chosen file on. */
const written: ReadonlySet<string> = new Set(
  reportForm.flatMap(({ name, control }) => (control === 'files' ? [] : [name])),
);

const isOfTheForm = (name: string): boolean =>
  written.has(name) || name === 'exactRegion' || name.startsWith(answerName({ id: '' }));

/** What other pages of the form have asked, carried along unseen: whoever goes to and fro between them loses nothing. */
export const carriedAlong = ({ values }: Pick<FormState, 'values'>, askedHere: ReadonlySet<string>): Html =>
  html`${[...values].filter(([name]) => isOfTheForm(name) && !askedHere.has(name)).map(([name, value]) => hidden(name, value))}`;
