import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** Who holds a folder: a process, and when that process began, because numbers of processes are used again. */
interface Holder {
  readonly pid: number;
  readonly began: string;
  readonly token: string;
}

/** Folders that this very process holds. */
const held = new Set<string>();

/** The kernel's own note of when a process began, where it can be asked (Linux); elsewhere the number has to do. */
const beginningOf = async (pid: number): Promise<string> => {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in brackets and may hold anything, spaces included.
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
};

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const readHolder = async (path: string): Promise<Holder | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
};

/** In a container a restarted process often gets the number that its dead predecessor had. */
const isHolding = async (path: string, { pid, began }: Holder): Promise<boolean> =>
  pid === process.pid ? held.has(path) : lives(pid) && (await beginningOf(pid)) === began;

/** Long enough for another process that found the same dead holder to have written its own name. */
const raceMilliseconds = 50;

/**
 * Keeps a folder for this process: a database within the process that two processes open destroys itself.
 * A holder that was killed holds nothing any more.
 *
 * @returns what gives the folder back.
 * @throws Error when a living process holds it.
 */
export const lockFolder = async (directory: string): Promise<() => Promise<void>> => {
  const path = `${directory}.lock`;
  const own: Holder = { pid: process.pid, began: await beginningOf(process.pid), token: randomUUID() };
  const refuse = (holder: Holder) =>
    new Error(
      `lapor-gateway: the folder \`${directory}\` is in use by process ${holder.pid}. Stop that one first; several at once need PostgreSQL.`,
    );
  const before = await readHolder(path);
  if (before && (await isHolding(path, before))) throw refuse(before);
  await rm(path, { force: true });
  await writeFile(path, JSON.stringify(own), { flag: 'wx' }).catch(() => {});
  if (before) await wait(raceMilliseconds);
  const now = await readHolder(path);
  if (now?.token !== own.token) throw refuse(now ?? own);
  held.add(path);
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
};
