/** What a template's placeholders stand for. */
export interface TemplateFacts {
  readonly institution?: string | undefined;
  readonly institution_from?: string | undefined;
  readonly institution_to?: string | undefined;
  readonly status_old?: string | undefined;
  readonly status_new?: string | undefined;
}

const names: ReadonlySet<string> = new Set([
  'institution',
  'institution_from',
  'institution_to',
  'status_old',
  'status_new',
]);

/** Fills `{{institution_from}}` and its like, written with or without spaces inside. What is not known stays as it was written. */
export const fillTemplate = (text: string, facts: TemplateFacts): string =>
  text.replace(/\{\{\s*([a-z_]{1,40})\s*\}\}/g, (whole, name: string) =>
    names.has(name) ? (facts[name as keyof TemplateFacts] ?? whole) : whole,
  );
