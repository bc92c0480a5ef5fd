// The pages for people say only what is so: their links lead somewhere, their commands and paths exist, and the tables
// that repeat what stands in the code repeat it rightly.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { actionRules } from '../packages/schemas/src/lifecycle/action-rules.ts';
import { LifecycleEvent } from '../packages/schemas/src/lifecycle/event.ts';
import { applyEvent, foldEvents } from '../packages/schemas/src/lifecycle/fold.ts';

const root = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
/** Every page but the changelogs, which tell of what is no more. */
const pages = globSync(
  [
    '{README,CONTRIBUTING,SECURITY}.md',
    'docs/{,decisions/,guides/}*.md',
    'packages/*/{,data/}README.md',
    '.changeset/README.md',
  ],
  { cwd: root },
).toSorted();

/** A path that begins with `src/` is one of some package. */
const folders = globSync('packages/*', { cwd: root });

/** All that stands in code ticks or in a fenced block. */
const codeIn = (text) => [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([code]) => code);

/** A heading's anchor as GitHub makes it. */
const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsIn = (text) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));

/** The cells of the table whose first header is the given one, without its two header lines. */
const tableOf = (text, header) => {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`| ${header} |`)) + 2;
  const length = lines.slice(first).findIndex((line) => !line.startsWith('|'));
  return lines.slice(first, first + length).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};
const ticked = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word);

const sources = globSync(['packages/*/src/**/*.ts', 'packages/*/*.json', '*.json', 'scripts/*.mjs'], { cwd: root })
  .map(read)
  .join('\n');
/** Names in examples of what is wrong, absent or a placeholder. */
const madeUp = new Set(['catgoryId', 'devEngines', 'handleX']);

for (const page of pages) {
  const text = read(page);

  test(`every link in ${page} leads to a file, and to a heading in it`, () => {
    const prose = text.replaceAll(/```[\s\S]*?```/g, '');
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link]) => link)
      .filter((link) => !/^[a-z]+:/.test(link));
    const broken = links.filter((link) => {
      const [path, anchor] = link.split('#');
      const file = path === '' ? join(root, page) : resolve(root, dirname(page), path);
      return !existsSync(file) || (anchor !== undefined && !anchorsIn(readFileSync(file, 'utf8')).includes(anchor));
    });
    assert.deepEqual(broken, []);
  });

  test(`every command in ${page} exists`, () => {
    const { scripts } = JSON.parse(read('package.json'));
    const builtIn = new Set(['install', 'exec', 'audit', 'start', 'test']);
    const commands = codeIn(text).flatMap((code) => [...code.matchAll(/\bp?npm (?:run )?([a-z][a-z:-]*)/g)]);
    const unknown = commands.filter(
      ([command, name]) => !command.includes('--filter') && scripts[name] === undefined && !builtIn.has(name),
    );
    assert.deepEqual(
      unknown.map(([command]) => command),
      [],
    );
  });

  test(`every name of the code in ${page} exists`, () => {
    const names = [...text.matchAll(/`([a-z]+[A-Z]\w+|[A-Z][a-z]+[A-Z]\w+)(?:\(\))?`/g)].map(([, name]) => name);
    const unknown = new Set(
      names.filter((name) => !madeUp.has(name) && !new RegExp(`\\b${name}\\b`, 'i').test(sources)),
    );
    assert.deepEqual([...unknown], []);
  });

  test(`every path in ${page} exists`, () => {
    const paths = codeIn(text).flatMap((code) => [
      ...code.matchAll(/(?<![\w/.@-])(?:packages\/schemas|scripts|docs|src)\/[\w./-]+/g),
    ]);
    const missing = paths
      .map(([path]) => path.replace(/[./]+$/, ''))
      .filter((path) => !/[A-Z]{4}/.test(path)) // a placeholder such as NAME
      .filter((path) => !['', ...folders].some((folder) => existsSync(join(root, folder, path))));
    assert.deepEqual(missing, []);
  });
}

const guides = globSync('docs/guides/*.md', { cwd: root }).map((path) => ({ path, text: read(path) }));

test('every command line of the gateway in the guides exists, with its options', () => {
  const help = globSync('packages/gateway/src/cli/*.ts', { cwd: root }).map(read).join('\n');
  const commands = [
    ...guides,
    { path: 'packages/gateway/README.md', text: read('packages/gateway/README.md') },
  ].flatMap(({ path, text }) =>
    codeIn(text.replaceAll('\\\n', ' '))
      .flatMap((code) => [...code.matchAll(/lapor-gateway ((?:[a-z]+)(?: [a-z]+)?)([^\n`]*)/g)])
      .map(([line, words, rest]) => ({
        path,
        line,
        words: words.split(' '),
        flags: rest.match(/(?<= )--[a-z-]+/g) ?? [],
      })),
  );
  assert.ok(commands.length > 20);
  const isKnown = (words) => help.includes(`lapor-gateway ${words.join(' ')}`);
  const wrong = commands.filter(
    ({ words, flags }) =>
      !(isKnown(words) || isKnown(words.slice(0, 1))) ||
      !flags.every((flag) => flag === '--help' || new RegExp(`^ +${flag} `, 'm').test(help)),
  );
  assert.deepEqual(wrong, []);
});

test('every test that the guides name exists', () => {
  for (const { path, text } of guides) {
    const tests = [...text.matchAll(/`([\w/.-]+\.test\.m?[tj]s)`/g)].map(([, name]) => name);
    const missing = tests.filter(
      (name) => !existsSync(join(root, name)) && !existsSync(join(root, 'packages/gateway/src', name)),
    );
    assert.deepEqual(missing, [], path);
  }
});

test('every guide is listed', () => {
  const { text } = guides.find(({ path }) => path.endsWith('README.md'));
  for (const { path } of guides.filter((guide) => !guide.path.endsWith('README.md'))) {
    const name = path.split('/').at(-1);
    assert.ok(text.includes(`](${name})`) && text.includes(`  - ./${name}\n`), name);
  }
});

test('decisions are numbered without a gap, told in four sections, and listed', () => {
  const files = globSync('docs/decisions/0*.md', { cwd: root }).toSorted();
  const index = read('docs/decisions/README.md');
  for (const [position, file] of files.entries()) {
    const text = read(file);
    const name = file.split('/').at(-1);
    const title = new RegExp(`^# ${position + 1}\\. (.+)$`, 'm').exec(text)?.[1];
    assert.equal(Number(name.slice(0, 4)), position + 1);
    assert.deepEqual(
      [...text.matchAll(/^## (.+)$/gm)].map(([, section]) => section),
      ['Status', 'Context', 'Decision', 'Consequences'],
      file,
    );
    assert.ok(index.includes(`| ${position + 1} | [${title}](${name}) |`), `${name} is listed with its title`);
    assert.ok(index.includes(`  - ./${name}\n`), `${name} is a child of the index`);
  }
});

test('every identifier of the glossary stands in the sources', () => {
  const words = read('docs/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => ticked(line.split('|')[2]));
  const unknown = words.filter((word) => !new RegExp(`\\b${word}\\b`, 'i').test(sources));
  assert.ok(words.length > 50);
  assert.deepEqual(unknown, []);
});

const architecture = read('docs/architecture.md');
const instant = '2026-11-22T01:00:00Z';
/** What an event of each type cannot do without, besides what every event below is given. */
const facts = {
  received: {
    classification: 'complaint',
    channel: 'website',
    ownerId: 'a',
    coordinatorId: 'a',
    anonymous: false,
    confidential: false,
  },
  disposed: { to: 'b' },
  postponed: { reasonCode: 'other' },
  archived: { reasonCode: 'other' },
  confirmed: { rating: 5 },
  merged: { into: '2' },
  delivered: { upstreamId: '1' },
  escalated: { level: 1, to: 'a', deadlineKind: 'followUp' },
};
const eventOf = (type, sequence, from = 'a') => ({
  type,
  sequence,
  at: instant,
  by: { kind: 'system' },
  from,
  connector: 'sp4n',
  ...facts[type],
});

test('the table of events on the architecture page names every event once', () => {
  const named = tableOf(architecture, 'Event').flatMap(([event]) => ticked(event));
  const known = LifecycleEvent._zod.def.options.map((option) => [...option._zod.propValues.type][0]);
  assert.deepEqual(named.toSorted(), known.toSorted());
});

test('the table of events tells the status that the fold comes to', () => {
  const answered = foldEvents(['received', 'disposed', 'responded'].map((type, sequence) => eventOf(type, sequence)));
  const told = tableOf(architecture, 'Event').flatMap(([events, status]) => {
    if (status === 'as it was') return ticked(events).map((event) => [event, answered.status]);
    return /^`\w+`$/.test(status) && events !== '`received`' ? [[ticked(events)[0], ticked(status)[0]]] : [];
  });
  assert.ok(told.length > 15);
  for (const [event, status] of told) assert.equal(applyEvent(answered, eventOf(event, 3, 'b')).status, status, event);
});

test('the table of actions on the architecture page says what action-rules.ts says', () => {
  const officers = ['nationalAdmin', 'institutionAdmin', 'liaisonOfficer'];
  const roles = {
    admins: officers.slice(0, 2),
    'admins, the system': [...officers.slice(0, 2), 'system'],
    officers,
    'the reporter': ['reporter'],
    'the public, the reporter': ['public', 'reporter'],
  };
  const open = actionRules.reply.while;
  const statusesOf = (cell) => {
    const words = ticked(cell);
    if (cell === 'anything') return [...open, 'completed', 'archived'];
    if (cell.startsWith('open, except')) return open.filter((status) => !words.includes(status));
    return cell.startsWith('open') ? [...open, ...words] : words;
  };
  const told = tableOf(architecture, 'Action').flatMap(([actions, by, statuses]) =>
    ticked(actions).map((action) => [action, { by: roles[by], while: statusesOf(statuses).toSorted() }]),
  );
  const people = Object.entries(actionRules)
    .filter(([, { by }]) => by.some((role) => role !== 'system' && role !== 'upstream'))
    .map(([action, rule]) => [action, { by: [...rule.by], while: [...rule.while].toSorted() }]);
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(people));
});
