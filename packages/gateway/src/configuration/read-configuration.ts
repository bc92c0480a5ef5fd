import { explainIssues, messagesFor } from '@lapor/schemas/messages';
import * as z from 'zod/mini';
import { Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { readConfigurationFile } from './configuration-file.ts';
import { partVariables, readSetting, settings, type SettingName } from './settings.ts';
import { withVariablesFromFiles } from './variables-from-files.ts';

/** Where a setting may come from: flags go before the environment, the environment before the file. */
export interface ConfigurationSources {
  /** Values of flags by the names of their settings. */
  readonly flags?: Readonly<Partial<Record<SettingName, string | boolean | undefined>>>;
  readonly environment?: NodeJS.ProcessEnv;
  /** Path of a file. */
  readonly file?: string | undefined;
}

/** A value with where it came from, for whoever has to mend it. */
interface Given {
  readonly value: unknown;
  readonly source: string;
}

type GivenSettings = ReadonlyMap<string, Given>;

const names = Object.keys(settings) as SettingName[];

/** Every variable that says a setting, or a part of one. */
const variables = [...names.flatMap((name) => settings[name].variable ?? []), ...Object.keys(partVariables)];

const fromFlags = (flags: NonNullable<ConfigurationSources['flags']>): [string, Given][] =>
  names.flatMap((name) => {
    const value = flags[name];
    return value === undefined
      ? []
      : [
          [
            name,
            {
              value: typeof value === 'string' ? readSetting(value, settings[name].kind) : value,
              source: `--${settings[name].flag}`,
            },
          ],
        ];
  });

/** An empty variable counts as one that is not there: that is how most tools unset one. */
const fromEnvironment = (environment: NodeJS.ProcessEnv): [string, Given][] =>
  names.flatMap((name) => {
    const { variable, kind } = settings[name];
    const text = variable && environment[variable];
    return variable && text ? [[name, { value: readSetting(text, kind), source: variable }]] : [];
  });

/** Variables of parts stand over what the file says of them, each for itself. */
const withParts = (given: GivenSettings, environment: NodeJS.ProcessEnv): GivenSettings => {
  const merged = new Map(given);
  for (const [variable, { setting, part, kind }] of Object.entries(partVariables)) {
    const text = environment[variable];
    if (!text) continue;
    const before = merged.get(setting)?.value;
    const value = { ...(typeof before === 'object' ? before : {}), [part]: readSetting(text, kind) };
    merged.set(setting, { value, source: `${variable.split('_').slice(0, 2).join('_')}_…` });
  }
  return merged;
};

const problemOf = (pointer: string, message: string, code: string, given: GivenSettings): string => {
  const [name = '', ...inner] = pointer.slice(1).split('/');
  const source = given.get(name)?.source;
  const subject = `\`${[name, ...inner].join('.')}\`${source === undefined ? '' : ` (${source})`}`;
  if (!(name in settings)) return `${subject} is no setting. Check its spelling, or remove it.`;
  const { must, parts } = settings[name as SettingName];
  if (inner.length === 0) return `${subject} ${must}.`;
  if (code === 'required') return `${subject}: It must be given.`;
  const part = parts?.[inner.join('.')];
  return part === undefined ? `${subject}: ${message}` : `${subject} ${part}.`;
};

/**
 * Reads the configuration from all its sources and checks it whole.
 *
 * @throws ConfigurationError with one sentence for each setting that is wrong. No value stands in it: some are secret.
 */
export const readConfiguration = async ({
  flags = {},
  environment: surroundings = {},
  file,
}: ConfigurationSources): Promise<Configuration> => {
  const environment = await withVariablesFromFiles(surroundings, variables);
  const inFile = file === undefined ? {} : await readConfigurationFile(file);
  const fromFile = Object.entries(inFile).flatMap(([name, value]): [string, Given][] =>
    value === undefined ? [] : [[name, { value, source: file ?? '' }]],
  );
  const given = new Map([
    ...withParts(new Map([...fromFile, ...fromEnvironment(environment)]), environment),
    ...fromFlags(flags),
  ]);
  const input = Object.fromEntries([...given].map(([name, { value }]) => [name, value]));
  const result = z.safeParse(Configuration, input);
  if (result.success) return result.data;
  const errors = explainIssues(result.error, { input, sentences: messagesFor('en') });
  throw new ConfigurationError([
    ...new Set(errors.map(({ pointer, message, code }) => problemOf(pointer, message, code, given))),
  ]);
};
