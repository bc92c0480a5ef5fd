import type { FieldName } from '../messages/id/fields.ts';
import type { RequirablePart } from '../report-limits.ts';
import type { Site } from '../site.ts';

/** How a field is filled in. */
export type FieldControl =
  /** One of a few, all to be seen. */
  | 'radios'
  /** One line of text. */
  | 'line'
  /** Several lines of text. */
  | 'text'
  /** A region below the site's own, and then one below that. */
  | 'region'
  | 'date'
  /** A point on a map: only where there is script. */
  | 'position'
  /** One of the site's categories. */
  | 'category'
  /** The questions of the category that was chosen. */
  | 'answers'
  /** One of the site's institutions, or none. */
  | 'institution'
  | 'files'
  /** Yes or no. */
  | 'switch'
  | 'email'
  | 'telephone'
  /** One of the ways on which the gateway tells of news, or none. */
  | 'news'
  /** The privacy notice: shown, and where the site asks for consent, to be ticked. */
  | 'notice';

/** The first steps of the form. Checking and sending follow them. */
export type FormStep = 'say' | 'where' | 'who';

/** One field of the form. Its label and what is said about it stand in the messages under the same name. */
export interface FormField {
  readonly name: FieldName;
  readonly step: FormStep;
  readonly control: FieldControl;
  /** Where its value stands in a new report, as a JSON Pointer. */
  readonly pointer: `/${string}`;
  /** True where no report does without it; a part where a site can insist on it; absent where nobody can. */
  readonly required?: true | RequirablePart;
  /** Shown only where the site has this feature. */
  readonly feature?: keyof Site['features'];
  /** What browsers may fill in by themselves (HTML, autofill). */
  readonly autocomplete?: 'name' | 'email' | 'tel';
}
