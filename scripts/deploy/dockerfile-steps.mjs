// The Dockerfile of packages/gateway/deploy as a list of steps, and those steps done in plain folders: what can be shown of
// it where there is no Docker.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The folder of what is handed to operators. */
export const folder = join(root, 'packages/gateway/deploy');

/** One of its files. */
export const read = (name) => readFileSync(join(folder, name), 'utf8');

/** The instructions of a Dockerfile, each with its stage. */
const instructionsOf = (text) => {
  let stage = -1;
  return text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, name, rest] = /^(\w+) (.*)$/.exec(line);
      if (name === 'FROM') stage += 1;
      return { stage, name, rest };
    });
};

/** All of them. */
export const instructions = instructionsOf(read('Dockerfile'));
/** The stage that becomes the image. */
export const lastStage = instructions.at(-1).stage;
/** Its instructions of a name. */
export const ofLast = (name) => instructions.filter((each) => each.stage === lastStage && each.name === name);
/** The words of an instruction that is written as a list. */
export const listOf = (name) => JSON.parse(ofLast(name)[0].rest.replace(/^.*CMD (?=\[)/, ''));

/** The files that Docker would be given: all but those that Dockerfile.dockerignore leaves out. */
const context = () => {
  const exclude = read('Dockerfile.dockerignore').match(/^[^#\n].*$/gm);
  const files = globSync(['**', '**/.*'], { cwd: root, exclude, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.map((entry) => relative(root, join(entry.parentPath, entry.name)));
};

/** Runs the Dockerfile's steps with folders of ours in the place of an image's. */
export const buildIn = (place) => {
  const at = (path) => join(place, path);
  let work = '/';
  const environment = { ...process.env, NODE_OPTIONS: '' };
  for (const { name, rest } of instructions) {
    if (name === 'WORKDIR') mkdirSync(at((work = rest)), { recursive: true });
    if (name === 'ENV')
      for (const [, key, value] of rest.matchAll(/(\w+)=(\S+)/g))
        environment[key] = value.startsWith('/') ? at(value) : value;
    if (name === 'COPY' && rest === '. .')
      for (const path of context()) {
        mkdirSync(dirname(at(join(work, path))), { recursive: true });
        cpSync(join(root, path), at(join(work, path)));
      }
    if (name === 'RUN') {
      // The package manager is here already, and only root may give a folder to another user.
      if (rest.startsWith('npm install --global') || rest.startsWith('install ')) continue;
      const command = rest.replaceAll(/(?<= )\/(?=opt|var)/g, `${place}/`);
      const { status, stdout, stderr } = spawnSync('sh', ['-euc', command], {
        cwd: at(work),
        env: environment,
        encoding: 'utf8',
      });
      assert.equal(status, 0, `${rest}\n${stdout}${stderr}`);
    }
  }
  return environment;
};
