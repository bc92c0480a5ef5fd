import { type AccessKey, NewAccessKey } from '@lapor/schemas';
import { createKey, listKeys, revokeKey } from '../administration/key-admin.ts';
import { readArguments, sharedHelp, sharedOptions } from './command.ts';
import { commandGroup, type InnerCommand } from './command-group.ts';
import { readOptions } from './option-names.ts';
import { UsageError } from './usage-error.ts';
import { withGateway } from './with-gateway.ts';
import { writeJson, writeTable } from './write-table.ts';

const addOptions = {
  ...sharedOptions,
  name: { type: 'string' },
  site: { type: 'string' },
  institution: { type: 'string' },
  role: { type: 'string' },
  expires: { type: 'string' },
} as const;

/** A day is meant as its beginning in UTC; an instant stays as it is. */
const instantFrom = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;

const add: InnerCommand = {
  name: 'add',
  summary: 'makes a key and shows it, this once',
  help: `lapor-gateway keys add: makes a key and prints it to the standard output, this once. Only its hash is kept.

  --name NAME              what it is for, to recognise it later
  --site ID                a publishable key (pk_…) for the form of this site
  --institution ID         a secret key (sk_…) for this institution and everything below it
  --role ROLE              what a secret key may do: liaisonOfficer, institutionAdmin or nationalAdmin
  --expires TIME           when a secret key ends, such as 2027-01-01 or 2027-01-01T00:00:00Z
${sharedHelp}`,
  async run(args) {
    const { values } = readArguments(args, addOptions);
    const { name, site: siteId, institution: institutionId, role, expires } = values;
    if ((siteId === undefined) === (institutionId === undefined))
      throw new UsageError(
        'a key is for a site or for an institution. Give `--site ID`, or `--institution ID` with `--role ROLE`.',
      );
    const secret = { kind: 'secret', institutionId, role, expiresAt: instantFrom(expires) };
    const asked = readOptions(NewAccessKey, {
      ...(siteId === undefined ? secret : { kind: 'publishable', siteId, role, expiresAt: expires }),
      name,
    });
    return withGateway(values, async (engine, errand) => {
      const { id, key } = await createKey(engine, asked, errand);
      process.stdout.write(`${key}\n`);
      process.stderr.write(`This is the key ${id}. It is shown this once: keep it where secrets are kept.\n`);
      return 0;
    });
  },
};

const stateOf = ({ revokedAt, expiresAt }: AccessKey, now: string): string => {
  if (revokedAt !== undefined) return `revoked ${revokedAt}`;
  if (expiresAt === undefined) return 'valid';
  return Date.parse(expiresAt) > Date.parse(now) ? `valid until ${expiresAt}` : `expired ${expiresAt}`;
};

const list: InnerCommand = {
  name: 'list',
  summary: 'lists the keys, without the keys themselves',
  help: `lapor-gateway keys list: lists the keys by their first characters, revoked ones included. The keys themselves are not kept.\n\n  --json                   for programs\n${sharedHelp}`,
  async run(args) {
    const { values } = readArguments(args, { ...sharedOptions, json: { type: 'boolean' } });
    return withGateway(values, async (engine, errand) => {
      const keys = await listKeys(engine, errand);
      const row = (key: AccessKey) => [
        key.id,
        `${key.prefix}…`,
        key.siteId ?? key.institutionId ?? '',
        key.role ?? '',
        key.lastUsedAt ?? 'never',
        stateOf(key, errand.now),
        key.name,
      ];
      process.stdout.write(
        values.json
          ? writeJson(keys)
          : writeTable(['ID', 'KEY', 'FOR', 'ROLE', 'LAST USED', 'STATE', 'NAME'], keys.map(row)),
      );
      return 0;
    });
  },
};

const revoke: InnerCommand = {
  name: 'revoke',
  summary: 'revokes a key for good',
  help: `lapor-gateway keys revoke ID: revokes a key for good. A gateway that runs knows within five seconds.\n\n${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [id],
    } = readArguments(args, sharedOptions, ['ID']);
    return withGateway(values, async (engine, errand) => {
      await revokeKey(engine, id ?? '', errand);
      process.stdout.write(`Revoked ${id}.\n`);
      return 0;
    });
  },
};

/** `lapor-gateway keys` */
export const keysCommand = commandGroup({
  name: 'keys',
  introduction:
    'lapor-gateway keys: who may call. Publishable keys (pk_…) stand in pages; secret keys (sk_…) belong to programs and desks.',
  commands: [add, list, revoke],
});
