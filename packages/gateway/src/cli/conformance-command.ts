import { allChecks } from '../conformance/all-checks.ts';
import type { ConformanceTarget } from '../conformance/conformance-context.ts';
import { runChecks } from '../conformance/run-checks.ts';
import { isConforming, linesOf, sumOf } from '../conformance/write-report.ts';
import { type Command, readArguments } from './command.ts';
import { UsageError } from './usage-error.ts';

const options = {
  key: { type: 'string' },
  'desk-key': { type: 'string' },
  'v3-authorization': { type: 'string' },
  'v3-token': { type: 'string' },
  'v3-authorization-header': { type: 'string' },
  'v3-token-header': { type: 'string' },
  'v3-base': { type: 'string' },
  'open311-key': { type: 'string' },
  'file-reports': { type: 'boolean' },
  only: { type: 'string' },
  patience: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

/** @throws UsageError for what is no address of a server. */
const urlOf = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new UsageError(`\`${text}\` is no address. Give one like https://lapor.sumbarprov.example.`);
  return text.replace(/\/+$/, '');
};

/** Secrets may stand in the environment, where other users of the machine do not see them. */
const secretOf = (values: Values, option: keyof Values, variable: string): string | undefined =>
  (values[option] as string | undefined) ?? (process.env[variable] || undefined);

const targetOf = (url: string, values: Values): ConformanceTarget => {
  const patience = Number(values.patience ?? '30');
  if (!Number.isInteger(patience) || patience < 1 || patience > 600)
    throw new UsageError(`\`--patience\` is \`${values.patience}\`. It must be seconds, from 1 to 600.`);
  const given = {
    siteKey: secretOf(values, 'key', 'LAPOR_CONFORMANCE_KEY'),
    deskKey: secretOf(values, 'desk-key', 'LAPOR_CONFORMANCE_DESK_KEY'),
    open311Key: secretOf(values, 'open311-key', 'LAPOR_CONFORMANCE_OPEN311_KEY'),
    v3Base: values['v3-base']?.replace(/\/+$/, ''),
  };
  const authorization = secretOf(values, 'v3-authorization', 'LAPOR_CONFORMANCE_V3_AUTHORIZATION');
  const token = secretOf(values, 'v3-token', 'LAPOR_CONFORMANCE_V3_TOKEN');
  if ((authorization === undefined) !== (token === undefined))
    throw new UsageError('`--v3-authorization` and `--v3-token` belong together: V3 takes two secrets.');
  const headers = {
    authorizationHeader: values['v3-authorization-header'],
    tokenHeader: values['v3-token-header'],
  };
  const v3 = authorization === undefined ? undefined : { authorization, token, ...defined(headers) };
  return {
    url: urlOf(url),
    filing: values['file-reports'] ?? false,
    patience: patience * 1000,
    ...defined({ ...given, v3 }),
  };
};

const defined = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** The checks of the doors that are named, or all. */
const checksFor = (only: string | undefined) => {
  if (only === undefined) return allChecks;
  const begins = only.split(',').map((name) => name.trim());
  const unknown = begins.find((begin) => !allChecks.some(({ id }) => id === begin || id.startsWith(`${begin}.`)));
  if (unknown !== undefined)
    throw new UsageError(
      `\`--only\` names \`${unknown}\`, with which no check begins. Try v1, v3 or the name of a check.`,
    );
  return allChecks.filter(({ id }) => begins.some((begin) => id === begin || id.startsWith(`${begin}.`)));
};

/** `lapor-gateway conformance` */
export const conformanceCommand: Command = {
  name: 'conformance',
  help: `lapor-gateway conformance URL: checks what a server at URL answers against the contract of v1 and the V3 shape, and tells what is kept,
what is broken, and whose rule it is. It is no approval by anybody.

  --key KEY                  a publishable key (LAPOR_CONFORMANCE_KEY)
  --desk-key KEY             a secret key (LAPOR_CONFORMANCE_DESK_KEY)
  --v3-authorization SECRET  the two secrets of V3 (LAPOR_CONFORMANCE_V3_AUTHORIZATION,
  --v3-token SECRET          LAPOR_CONFORMANCE_V3_TOKEN), as they stand in their headers
  --v3-authorization-header, --v3-token-header NAME
                             how those headers are called: authorization, token
  --v3-base PATH             where V3 begins: /lapor/3.0.0
  --open311-key KEY          an api_key of Open311 (LAPOR_CONFORMANCE_OPEN311_KEY)
  --file-reports             also files invented reports, which stay there: never on a server that people use
  --only NAMES               only checks whose names begin so, between commas: v1,v3.masters
  --patience SECONDS         how long an answer may take: 30
  --json                     the results as JSON
It ends with 0 when everything that was looked at is kept, and with 1 when something is not.
`,
  async run(args) {
    const {
      values,
      positionals: [url = ''],
    } = readArguments(args, options, ['URL']);
    const [target, checks] = [targetOf(url, values), checksFor(values.only)];
    const tell = values.json
      ? undefined
      : (result: Parameters<typeof linesOf>[0]) => process.stdout.write(linesOf(result));
    const results = await runChecks(checks, target, tell);
    process.stdout.write(
      values.json ? `${JSON.stringify({ url: target.url, results }, undefined, 2)}\n` : sumOf(results),
    );
    return isConforming(results) ? 0 : 1;
  },
};
