import type { Configuration } from '../configuration/configuration.ts';
import { findConfigurationFile } from '../configuration/configuration-file.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { settings, type SettingName } from '../configuration/settings.ts';

/** The configuration from a command's options, the environment and the file that is named or found. */
export const configurationFrom = (values: Readonly<Record<string, unknown>>): Promise<Configuration> => {
  const flags = Object.entries(settings).flatMap(([name, { flag }]) =>
    flag !== undefined && values[flag] !== undefined ? [[name, values[flag]]] : [],
  );
  return readConfiguration({
    flags: Object.fromEntries(flags) as Partial<Record<SettingName, string | boolean>>,
    environment: process.env,
    file:
      (values['config'] as string | undefined) ?? (process.env['LAPOR_CONFIG'] || findConfigurationFile(process.cwd())),
  });
};
