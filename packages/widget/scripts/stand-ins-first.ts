import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rollup';

const folder = fileURLToPath(new URL('../src/stand-ins/', import.meta.url));

/** What a page gets in the place of something larger: for its users the same, as the test beside each stand-in shows. */
const standIns: readonly (readonly [asked: RegExp, standIn: string])[] = [
  [/^lit$/, 'lit'],
  [/^zod\/mini$/, 'zod-mini'],
  [/^@lapor\/schemas\/contract$/, 'contract'],
  [/^\.\/explain-rare-issue\.ts$/, 'explain-rare-issue'],
  [/^idb$/, 'idb'],
  [/^(@lapor\/client\/challenge|\.\.\/challenge\/solve-challenge\.ts)$/, 'solve-challenge'],
];

/** Gives stand-ins to whoever asks for what they stand for. */
export const standInsFirst: Plugin = {
  name: 'stand-ins-first',
  resolveId(id, importer = '') {
    const [, name] = standIns.find(([asked]) => asked.test(id)) ?? [];
    // A stand-in may itself ask for what it stands for.
    return name === undefined || importer === `${folder}${name}.ts` ? undefined : `${folder}${name}.ts`;
  },
};
