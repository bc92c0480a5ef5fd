// Names every folder that the layout has no place for: drawers without a subject, and layers without a direction.
// `node scripts/folders.mjs [root]` prints them and fails when there are any.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { layers } from './layers.mjs';

const drawers = new Set(['utils', 'util', 'types', 'common', 'helpers', 'misc', 'lib']);
const skipped = new Set(['node_modules', 'dist', 'cdn', 'coverage', 'site']);

const foldersIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !skipped.has(entry.name));

const drawersBelow = (root, folder = root) =>
  foldersIn(folder).flatMap(({ name }) => {
    const path = join(folder, name);
    if (name.startsWith('.')) return [];
    return drawers.has(name)
      ? [`${relative(root, path)}: "${name}" says nothing about what is inside. Name the folder for its subject.`]
      : drawersBelow(root, path);
  });

const strangersBelow = (root) =>
  Object.entries(layers).flatMap(([name, table]) => {
    const sources = join(root, 'packages', name, 'src');
    if (!existsSync(sources)) return [];
    return foldersIn(sources)
      .filter((folder) => !(folder.name in table))
      .map((folder) => `${relative(root, join(sources, folder.name))}: say in scripts/layers.mjs what it may import.`);
  });

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const complaints = [...drawersBelow(root), ...strangersBelow(root)];
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
