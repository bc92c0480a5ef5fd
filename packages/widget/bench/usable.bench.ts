// How long until somebody can type, on a slow link and a slow processor: the form around a plain one, the empty element, and
// three peers, beside a plain HTML form in the same run.
// `pnpm bench usable` prints a table and writes bench/results/usable.json; `ROUNDS=1` for a quick look.
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../../../scripts/browsers/find-browsers.mjs';
import { buildFiles, measuredPages, packPage, type ServedFile } from './measured-pages.ts';
import { type Measured, measureUsable } from './measure-usable.ts';
import { SlowLink } from './slow-link.ts';

/** A slow third generation network, and a processor six times slower than this one. */
const kind = { roundTrip: 400, bytesPerSecond: 400_000 / 8 };
const slowerBy = 6;

const rounds = Number(process.env['ROUNDS'] ?? 5);

/** Milliseconds after which a page is given up. */
const limit = 60_000;

/** What is to be reached, as a multiple of the plain form's time. */
const goals: Readonly<Record<number, number>> = { 1: 1.05, 2: 1.05, 3: 1.25, 4: 1.85 };

const files: Map<string, ServedFile> = await buildFiles();
const server = createServer(({ url = '/' }, response) => {
  const file = files.get(url);
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': `${file.type}; charset=utf-8`,
    'content-encoding': 'br',
    'content-length': file.packed.length,
    'cache-control': 'max-age=31536000, immutable',
    'access-control-allow-origin': '*',
  });
  response.end(file.packed);
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const elsewhere = createServer((request, response) => void server.emit('request', request, response));
await once(elsewhere.listen(0, '127.0.0.1'), 'listening');

const portOf = (one: typeof server): number => (one.address() as AddressInfo).port;
const link = new SlowLink(kind);
const [site, other] = [await link.to(portOf(server)), await link.to(portOf(elsewhere))];
for (const [index, page] of measuredPages.entries())
  files.set(`/${index}.html`, packPage(page, page.isElsewhere ? `http://cdn.localhost:${other}/lapor` : '/lapor'));

const browser = await puppeteer.launch({
  executablePath: findChromium() ?? '',
  args: [...chromiumArguments, '--disable-features=Translate,OptimizationHints'],
});

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((one, next) => one - next)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const samples = measuredPages.map((): Measured[] => []);
const medianOf = (index: number, name: keyof Measured): number =>
  Math.round(middle((samples[index] ?? []).map((sample) => sample[name])));

try {
  // In turns, so that what else the machine does befalls all of them alike. The first turn is not counted: the browser itself
  // is cold in it.
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round += 1)
    for (const index of measuredPages.keys()) {
      link.forget();
      const address = `http://pemda.localhost:${site}/${index}.html`;
      const sample = await measureUsable(browser, address, { slowerBy, bytes: () => link.bytes, limit });
      if (round >= 0) samples[index]?.push(sample);
    }
} finally {
  await browser.close();
  link.close();
  server.close();
  elsewhere.close();
}

const plain = medianOf(0, 'usable');
const results = measuredPages.map(({ name }, index) => ({
  page: name.trim(),
  'usable, ms': medianOf(index, 'usable'),
  '× plain': Number((medianOf(index, 'usable') / plain).toFixed(2)),
  'to be at most': goals[index] ?? '',
  requests: medianOf(index, 'requests'),
  'bytes over the link': medianOf(index, 'bytes'),
  'longest task, ms': medianOf(index, 'longest'),
  'blocked, ms': medianOf(index, 'blocked'),
  'longest later, ms': medianOf(index, 'longestLater'),
  'blocked later, ms': medianOf(index, 'blockedLater'),
}));
console.log(
  `\nUntil somebody can type: ${kind.roundTrip} ms there and back, ${(kind.bytesPerSecond * 8) / 1000} kbit/s, processor ${slowerBy} times slower, the median of ${rounds}`,
);
console.table(results);
const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
const told = { measuredAt: new Date().toISOString(), machine, kind, slowerBy, rounds, results, samples };
writeFileSync(new URL('usable.json', folder), `${JSON.stringify(told, null, 2)}\n`);
for (const [index, goal] of Object.entries(goals)) {
  const ratio = medianOf(Number(index), 'usable') / plain;
  if (ratio > goal)
    console.log(`${measuredPages[Number(index)]?.name.trim()}: ${ratio.toFixed(2)}, and not ${goal} at most.`);
}
