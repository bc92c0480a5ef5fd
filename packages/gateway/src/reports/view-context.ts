import type { Language } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import type { ViewContext } from './report-summary.ts';

/** The context of a view, from that of a request. */
export const viewContextOf = async (
  engine: Engine,
  { language, now }: { language: Language; now: string },
): Promise<ViewContext> => ({
  directory: await engine.directory.get(),
  language,
  now,
});
