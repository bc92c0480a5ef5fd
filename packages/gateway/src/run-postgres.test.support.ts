// The PostgreSQL server that all files of a run share. `node --test` calls the two functions before the first file and after
// the last. The server belongs to a process of its own, this same module, which ends it when the run is gone, however that ended.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { serverVariable, startShared } from './shared-postgres.test.support.ts';

let child: ReturnType<typeof fork> | undefined;

export const globalSetup = async (): Promise<void> => {
  // Not with the arguments of this process, which make it run tests.
  child = fork(import.meta.filename, { execArgv: ['--conditions=@lapor/source'] });
  const [url] = await once(child, 'message');
  process.env[serverVariable] = url;
};

export const globalTeardown = async (): Promise<void> => {
  const ended = once(child!, 'exit');
  child!.disconnect();
  await ended;
};

if (process.send && import.meta.main) {
  const server = await startShared();
  process.once('disconnect', () => void server.end());
  process.send(server.url);
}
