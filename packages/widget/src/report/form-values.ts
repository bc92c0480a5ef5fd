import type { FormField } from '@lapor/schemas/form';

/** What is typed and chosen, by the names of the fields. A switch that is on says `yes`; what is empty is not there. */
export type FormValues = Readonly<Partial<Record<FormField['name'] | (string & {}), string>>>;

/** Something that has to be mended, and the id of the control where that can be done. */
export interface Fault {
  readonly id: string;
  readonly message: string;
}
