import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { HTTPResponse, Page } from 'puppeteer-core';
import { createEmailChannel } from '../mail/email-channel.ts';
import { photoWithPlace } from '../attachments/attachments.test.support.ts';
import { everyState } from './every-state.browser-proof.test.support.ts';
import { type FormsServer, openFormsServer } from './forms-server.test.support.ts';
import { browsers, openUnscripted, type UnscriptedBrowser } from './unscripted-browser.browser-proof.test.support.ts';

let server: FormsServer;
let folder: string;
let photo: string;
const opened: UnscriptedBrowser[] = [];
const isHere = browsers.includes('chromium');
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lapor-pages-'));
  photo = join(folder, 'asap.jpg');
  await writeFile(photo, await photoWithPlace());
  // Nothing is sent: nobody runs the clock work.
  const email = createEmailChannel({ server: 'smtp://127.0.0.1:1', from: 'lapor@kobar.example' });
  server = await openFormsServer({ newsChannels: [email] });
});
after(async () => {
  for (const { browser } of opened) await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
});

const open = async (...more: string[]): Promise<Page> => {
  const unscripted = await openUnscripted('chromium', more);
  opened.push(unscripted);
  return unscripted.page;
};

/** A folder for pictures of every state, for whoever wants to look: `PAGE_PICTURES=/tmp/x`. */
const pictures = process.env['PAGE_PICTURES'];
if (pictures) mkdirSync(pictures, { recursive: true });

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Markup is packed for the journey, and closed as browsers close it.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
});

const looks = [320, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));
type Look = (typeof looks)[number];

const look = async (page: Page, { width, scheme }: Look): Promise<void> => {
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const paper = await page.$eval('body', (body) => getComputedStyle(body).backgroundColor);
  assert.equal(paper, scheme === 'dark' ? 'rgb(20, 23, 26)' : 'rgb(255, 255, 255)', `it is ${scheme}`);
};

/** What axe finds. It waits by timers, so scripts are let in for it; the page itself has none. */
const violations = async (page: Page): Promise<string[]> => {
  await page.setJavaScriptEnabled(true);
  // Half a megabyte: a page that has it already keeps it for its other looks.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations: all } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
    });
    return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
  });
  await page.setJavaScriptEnabled(false);
  return found;
};

/** How far a page is wider than its window, in pixels, and what sticks out. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${scrollWidth - clientWidth} px: ${element.outerHTML.slice(0, 120)}`);
  });

/** Controls and links that are smaller than 24 pixels (WCAG 2.2, 2.5.8); none is excepted for standing in a line of text. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility() && element.closest('.trap, .skip, [type=hidden]') === null)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** Everything that is wrong with a page as it stands. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const faults: string[] = [];
  for (const each of looks) {
    await look(page, each);
    const found = [...(await violations(page)), ...(await overflow(page)), ...(await smallTargets(page))];
    faults.push(...found.map((fault) => `${each.width} px, ${each.scheme}: ${fault}`));
  }
  return faults;
};

const invalidIn = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ column, ruleId, message }) => `${column} ${ruleId}: ${message}`),
  );
};

/** Keeps the document that came last, as it came. */
const documentsOf = (page: Page): (() => Promise<string>) => {
  let last: HTTPResponse | undefined;
  page.on('response', (response) => {
    const isDocument =
      response.request().isNavigationRequest() && !(response.status() >= 300 && response.status() < 400);
    if (isDocument) last = response;
  });
  return async () => (await last?.text()) ?? '';
};

/** What the policy of a page kept from happening. */
const refusedByPolicy = async (page: Page): Promise<() => string[]> => {
  const refused: string[] = [];
  const session = await page.createCDPSession();
  session.on('Audits.issueAdded', ({ issue }) => {
    const { contentSecurityPolicyIssueDetails: details } = issue.details;
    if (details) refused.push(`${details.violatedDirective} ${details.blockedURL ?? ''}`);
  });
  await session.send('Audits.enable');
  return () => refused;
};

const picture = async (page: Page, name: string): Promise<void> => {
  if (!pictures) return;
  for (const width of [320, 768, 1280])
    for (const scheme of ['light', 'dark'] as const) {
      await look(page, { width, scheme });
      const file = join(pictures, `${name.replaceAll(/\W+/g, '-')}-${width}-${scheme}`);
      await page.screenshot({ path: `${file}.png`, fullPage: true });
    }
};

test(
  'every page in every state, without script',
  { skip: !isHere && 'there is no Chromium here' },
  async (t: TestContext) => {
    const page = await open();
    const refused = await refusedByPolicy(page);
    const last = documentsOf(page);
    for await (const state of everyState(page, server, photo)) {
      await t.test(
        `${state}: valid, and axe finds nothing at 320 and 1280 px, by day and by night; nothing to scroll sideways, nothing too small to hit`,
        async () => {
          assert.deepEqual(await invalidIn(await last()), []);
          assert.deepEqual(await faultsOf(page), []);
          await picture(page, state);
        },
      );
    }
    await t.test('their policy had nothing to refuse', async () => {
      assert.deepEqual(refused(), []);
      // That it would have been seen is shown by what the policy does refuse.
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
      await page.screenshot();
      assert.equal(refused().length, 1);
    });
  },
);

test(
  'letters of twice the size make no page scroll sideways',
  { skip: !isHere && 'there is no Chromium here' },
  async (t: TestContext) => {
    const page = await open('--blink-settings=defaultFontSize=32');
    for await (const state of everyState(page, server, photo))
      await t.test(state, async () => {
        assert.equal(await page.$eval('html', (html) => getComputedStyle(html).fontSize), '32px');
        for (const width of [320, 1280]) {
          await look(page, { width, scheme: 'light' });
          assert.deepEqual(await overflow(page), [], `${width} px`);
        }
      });
  },
);
