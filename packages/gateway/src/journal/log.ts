import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import type { Configuration } from '../configuration/configuration.ts';
import { errorFacts } from './error-facts.ts';

export type WriteLine = (facts: object, message: string) => void;

/** Where the gateway writes what happens. A logger of pino is one. Facts never hold what people wrote, who they are, or a key. */
export interface Log {
  debug: WriteLine;
  info: WriteLine;
  warn: WriteLine;
  error: WriteLine;
}

const nothing = (): void => {};

/** Writes nothing. */
export const silentLog: Log = Object.freeze({ debug: nothing, info: nothing, warn: nothing, error: nothing });

/** Names that a secret could stand under, should anybody ever pass one on. */
const secretNames = [
  'authorization',
  'token',
  'key',
  'password',
  'secret',
  'secretAccessKey',
  'databaseUrl',
  'connectionString',
];

/**
 * A log of one JSON object a line.
 *
 * @param destination the standard error output of the process when it is left out: its standard output is for results.
 */
export const createLog = (
  level: Configuration['logLevel'],
  destination: DestinationStream = pino.destination({ fd: 2, sync: false, minLength: 12_288, periodicFlush: 100 }),
): Log =>
  pino(
    {
      level,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: (error: unknown) => errorFacts(error) },
      redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: '***' },
    },
    destination,
  );
