import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before } from 'node:test';

/** The command line of the gateway, as its sources are: the program that a region runs. */
const main = fileURLToPath(new URL('cli/main.ts', import.meta.resolve('@lapor/gateway')));

/** Keys of the demo data that tests need. */
export const demoKeys = {
  siteKey: 'pk_demo_sumbar',
  secretKey: 'sk_demo_sumbar',
  liaisonKey: 'sk_demo_sumbar_liaison',
  nationalKey: 'sk_demo_national',
} as const;

/** A gateway in a process of its own. */
export interface DemoGateway {
  readonly url: string;
  close(): Promise<void>;
}

const generous = { calls: 1_000_000, seconds: 60 };

const readyAt = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /^ready: (\S+)$/m.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}: ${said}`)));
  });

/** Starts a gateway with the demo data on any free port, with a clock that can be moved and limits that nobody meets. */
export const startDemoGateway = async (): Promise<DemoGateway> => {
  const folder = await mkdtemp(join(tmpdir(), 'lapor-client-'));
  const settings = { rateLimits: { read: generous, write: generous, desk: generous }, logLevel: 'error' };
  await writeFile(join(folder, 'lapor.config.json'), JSON.stringify(settings));
  const child = spawn(
    process.execPath,
    // Over before it pays to compile the embedded database once more for speed.
    [
      '--liftoff-only',
      '--conditions=@lapor/source',
      main,
      'serve',
      '--demo',
      '--sandbox',
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await readyAt(child);
  return {
    url,
    async close() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Has a gateway running while the tests of a file run. */
export const withDemoGateway = (): (() => string) => {
  let gateway: DemoGateway | undefined;
  before(async () => {
    gateway = await startDemoGateway();
  });
  after(() => gateway?.close());
  return () => {
    if (!gateway) throw new Error('The gateway runs while the tests run.');
    return gateway.url;
  };
};

let written = 0;

/** A report that the demo sites take, invented, and unlike every other. */
export const sampleReport = (change: object = {}) => ({
  classification: 'complaint' as const,
  title: `Jembatan gantung rusak ${(written += 1)}`,
  content: 'Papan jembatan gantung di Jorong Koto Tuo banyak yang lepas. Anak-anak takut menyeberang ke sekolah.',
  incident: { place: { regionCode: '13.06', landmark: 'di samping pasar' } },
  ...change,
});
