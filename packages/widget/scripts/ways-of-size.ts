import type { WidgetFile } from './bundle-widget.ts';

/** Files that are loaded together for one purpose, and the most that they are to cost. */
export interface Way {
  readonly what: string;
  /** Their names, without `lapor-` and the hash. */
  readonly files: readonly string[];
  /** Bytes over the wire that are wished for. */
  readonly goal: number;
}

const report = ['lapor', 'later-steps-id', 'way-through-form', 'file-uploads', 'files-id'];
const inEnglish = [
  'lapor',
  'first-step-en',
  'first-fields',
  'later-steps-en',
  'way-through-form',
  'file-uploads',
  'files-en',
];
const help = ['placing', 'place-id', 'advice-beside-draft', 'advice-link', 'advice-id', 'draft-keeping', 'draft-id'];

/** What is loaded when, and what for. */
export const ways: readonly Way[] = [
  { what: 'until the form shows', files: ['lapor'], goal: 10_000 },
  { what: 'a link that opens the form, before it is used', files: ['lapor-button'], goal: 1000 },
  // 16 kB were wished for without the steps themselves, which are some 6 kB of it.
  {
    what: 'the further steps, judging, asking the gateway, keeping and sending',
    files: ['way-through-form'],
    goal: 22_000,
  },
  { what: 'photos and documents', files: ['file-uploads', 'files-id'], goal: 3000 },
  {
    what: 'a further language, its first step included',
    files: ['first-step-en', 'first-fields', 'later-steps-en', 'place-en', 'advice-en'],
    goal: 1500,
  },
  { what: "words of a region's own, beside their file", files: ['own-words'], goal: 1500 },
  { what: 'a whole report with photo and region', files: report, goal: 33_000 },
  { what: 'the same in English', files: inEnglish, goal: 33_000 },
  {
    what: 'the same with all help: regions by name, advice while writing, a draft',
    files: [...report, ...help],
    goal: 33_000,
  },
];

/** The one file of that name. @throws Error when there is none or more than one. */
export const fileOf = (files: readonly WidgetFile[], name: string): WidgetFile => {
  const [found, ...others] = files.filter((one) => one.name === `${name}.js` || one.name.startsWith(`lapor-${name}-`));
  if (!found || others.length > 0)
    throw new Error(`fileOf: \`${name}\` is ${[found, ...others].map((one) => one?.name).join(', ') || 'no file'}.`);
  return found;
};

/** Bytes over the wire of all files of a way. */
export const sizeOf = (files: readonly WidgetFile[], way: Pick<Way, 'files'>): number =>
  way.files.reduce((sum, name) => sum + fileOf(files, name).brotli, 0);
