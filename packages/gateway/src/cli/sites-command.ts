import { NewSite, SiteChange, type SiteSettings } from '@lapor/schemas';
import { changeSite, createSite, listSites, readSite } from '../administration/site-admin.ts';
import { readArguments, sharedHelp, sharedOptions } from './command.ts';
import { commandGroup, type InnerCommand } from './command-group.ts';
import { readOptions } from './option-names.ts';
import { readJsonFile } from './read-json-file.ts';
import { UsageError } from './usage-error.ts';
import { withGateway } from './with-gateway.ts';
import { writeJson, writeTable } from './write-table.ts';

const siteOptions = {
  ...sharedOptions,
  name: { type: 'string' },
  region: { type: 'string' },
  origin: { type: 'string', multiple: true },
  settings: { type: 'string' },
} as const;

const siteHelp = `  --name NAME              what the site is called
  --origin ORIGIN          a page's origin, such as https://sumbarprov.example; repeat it for several
  --settings FILE          JSON with what the contract's site may hold besides: limits, features, privacyNotice, channels, theme …
`;

const settingsIn = async (path: string | undefined): Promise<object> => {
  const settings = path === undefined ? {} : await readJsonFile(path);
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
    throw new UsageError(`\`${path}\` must hold a JSON object.`);
  return settings;
};

const add: InnerCommand = {
  name: 'add',
  summary: 'registers a site',
  help: `lapor-gateway sites add ID: registers a site, so that keys can be made for its form.

  --institution ID         whose site it is
  --region CODE            Kemendagri code; the institution's own when it is left out
${siteHelp}${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [id],
    } = readArguments(args, { ...siteOptions, institution: { type: 'string' } }, ['ID']);
    const { name, institution: institutionId, origin: origins = [] } = values;
    const settings = await settingsIn(values.settings);
    return withGateway(values, async (engine, errand) => {
      const regionCode =
        values.region ?? (await engine.directory.get()).institutions.get(institutionId ?? '')?.regionCode;
      const site = await createSite(
        engine,
        readOptions(NewSite, { ...settings, id, name, institutionId, regionCode, origins }),
        errand,
      );
      process.stdout.write(`${site.id}\n`);
      process.stderr.write(`Registered. Its form needs a key: lapor-gateway keys add --site ${site.id} --name NAME\n`);
      return 0;
    });
  },
};

const list: InnerCommand = {
  name: 'list',
  summary: 'lists the sites',
  help: `lapor-gateway sites list: lists the sites.\n\n  --json                   everything about each, for programs\n${sharedHelp}`,
  async run(args) {
    const { values } = readArguments(args, { ...sharedOptions, json: { type: 'boolean' } });
    return withGateway(values, async (engine, errand) => {
      const sites = await listSites(engine, errand);
      const row = ({ id, institution, regionCode, name, origins }: SiteSettings) => [
        id,
        institution.id,
        regionCode,
        name,
        origins.join(' '),
      ];
      process.stdout.write(
        values.json ? writeJson(sites) : writeTable(['ID', 'INSTITUTION', 'REGION', 'NAME', 'ORIGINS'], sites.map(row)),
      );
      return 0;
    });
  },
};

const show: InnerCommand = {
  name: 'show',
  summary: 'shows everything about a site, as JSON',
  help: `lapor-gateway sites show ID: shows everything about a site, as JSON.\n\n${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [id],
    } = readArguments(args, sharedOptions, ['ID']);
    return withGateway(values, async (engine, errand) => {
      process.stdout.write(writeJson(await readSite(engine, id ?? '', errand)));
      return 0;
    });
  },
};

const change: InnerCommand = {
  name: 'change',
  summary: 'changes a site: its name, its origins, its settings',
  help: `lapor-gateway sites change ID: changes what is given and leaves the rest. A gateway that runs knows within five seconds.

  --region CODE            Kemendagri code
  --add-origin ORIGIN      one origin more, beside those that are there
  --remove-origin ORIGIN   one origin less
${siteHelp}                           (--origin replaces all origins that are there)
${sharedHelp}`,
  async run(args) {
    const more = {
      'add-origin': { type: 'string', multiple: true },
      'remove-origin': { type: 'string', multiple: true },
    } as const;
    const {
      values,
      positionals: [id],
    } = readArguments(args, { ...siteOptions, ...more }, ['ID']);
    const { name, region: regionCode, origin, 'add-origin': added = [], 'remove-origin': removed = [] } = values;
    const settings = await settingsIn(values.settings);
    return withGateway(values, async (engine, errand) => {
      const before = await readSite(engine, id ?? '', errand);
      const missing = removed.find((one) => !before.origins.includes(one));
      if (missing !== undefined)
        throw new UsageError(
          `\`--remove-origin\`: the site has no origin \`${missing}\`. It has: ${before.origins.join(', ') || 'none'}.`,
        );
      const origins = [...new Set([...(origin ?? before.origins), ...added])].filter((one) => !removed.includes(one));
      const asked = readOptions(SiteChange, {
        ...settings,
        name,
        regionCode,
        ...((origin ?? [...added, ...removed]).length > 0 && { origins }),
      });
      if (Object.keys(asked).length === 0) throw new UsageError('nothing to change was given.');
      const after = await changeSite(engine, id ?? '', asked, errand);
      process.stdout.write(writeJson(after));
      return 0;
    });
  },
};

/** `lapor-gateway sites` */
export const sitesCommand = commandGroup({
  name: 'sites',
  introduction: 'lapor-gateway sites: the pages on which forms stand, and the origins from which they may call.',
  commands: [add, list, show, change],
});
