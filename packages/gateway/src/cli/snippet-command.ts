import { hash } from 'node:crypto';
import { Language } from '@lapor/schemas';
import { readSite } from '../administration/site-admin.ts';
import type { Engine } from '../engine/engine.ts';
import { importMapOf } from '../forms/script-tags.ts';
import { buttonSnippetOf, snippetOf } from '../forms/snippet.ts';
import { findKey } from '../keys/authenticate.ts';
import { type Command, readArguments, sharedHelp, sharedOptions } from './command.ts';
import { readIntegrity } from './read-integrity.ts';
import { UsageError } from './usage-error.ts';
import { withGateway } from './with-gateway.ts';

const options = {
  ...sharedOptions,
  key: { type: 'string' },
  button: { type: 'boolean' },
  lang: { type: 'string' },
  steps: { type: 'string' },
  script: { type: 'string' },
  integrity: { type: 'string' },
  'public-url': { type: 'string' },
} as const;

/** Stands for a key that was not told: of keys only hashes are kept. */
const placeholder = 'pk_KUNCI';

/** @throws UsageError for a key with which the form would not work. */
const checkKey = async (engine: Engine, key: string | undefined, siteId: string): Promise<void> => {
  if (key === undefined) return;
  const known = findKey(await engine.keys.get(), key, engine.clock.now());
  if (known?.siteId !== siteId)
    throw new UsageError(
      `\`--key\` is no publishable key of the site \`${siteId}\`. Make one: lapor-gateway keys add --site ${siteId} --name NAME`,
    );
};

const languageOf = (text: string | undefined): Language => {
  const language = Language.options.find((known) => known === (text ?? 'id'));
  if (language === undefined)
    throw new UsageError(`\`--lang\` is \`${text}\`. It can be ${Language.options.join(' or ')}.`);
  return language;
};

const stepsOf = (text: string | undefined): '1' | undefined => {
  if (text === undefined || text === '1') return text;
  throw new UsageError(`\`--steps\` is \`${text}\`. It can be 1, or be left out.`);
};

/** `lapor-gateway snippet` */
export const snippetCommand: Command = {
  name: 'snippet',
  help: `lapor-gateway snippet SITE: prints HTML for a page of the site. The form or link in it works before a script is there, and without one.

  --key KEY                the site's publishable key, which stands in the page for all to see
  --button                 prints a link that opens the form in a dialog; its script is lapor-button.js
  --lang LANGUAGE          id or en; id when it is left out
  --steps 1                the form of the script asks everything on one page; in steps when it is left out
  --script URL             where the widget's script lies; without it only the plain form is printed
  --integrity FILE         the integrity.json that lies beside the script: what was changed on its way does not run
  --public-url URL         where the gateway is reached from outside (LAPOR_PUBLIC_URL)
${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [id = ''],
    } = readArguments(args, options, ['SITE']);
    const language = languageOf(values.lang);
    const steps = stepsOf(values.steps);
    const integrity = await readIntegrity(values.integrity, values.script);
    return withGateway(values, async (engine, errand) => {
      const site = await readSite(engine, id, errand);
      await checkKey(engine, values.key, id);
      const siteKey = values.key ?? placeholder;
      const { limits } = site;
      const facts = { gateway: engine.publicUrl, siteKey, language, limits, steps, script: values.script, integrity };
      process.stdout.write(values.button ? buttonSnippetOf(facts) : snippetOf(facts));
      if (integrity !== undefined && values.script !== undefined)
        process.stderr.write(
          `Where the page has a Content-Security-Policy, its script-src needs the import map: 'sha256-${hash('sha256', importMapOf(values.script, integrity), 'base64')}'\n`,
        );
      if (values.key === undefined)
        process.stderr.write(`Put the site's publishable key in place of ${placeholder}, or give it with --key.\n`);
      if (site.origins.length === 0)
        process.stderr.write(
          `The site has no origin yet, so that browsers may not post to it: lapor-gateway sites change ${id} --add-origin ORIGIN\n`,
        );
      return 0;
    });
  },
};
