import { problemOf } from '../http/answer-problem.ts';
import { Refusal } from '../refusal/refusal.ts';
import { isDatabaseAway } from '../database/is-database-away.ts';
import { maskSecrets } from '../journal/mask-secrets.ts';
import { sayErrors } from './option-names.ts';

/** What an error of Node or PostgreSQL may carry. */
interface CodedError extends Error {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
}

/** What PostgreSQL's codes for a door that stays shut mean to whoever set it up. */
const refusedByDatabase: ReadonlyMap<string, string> = new Map([
  ['28P01', 'The database server refuses the name or the password in `databaseUrl`.'],
  ['28000', 'The database server refuses the user in `databaseUrl`. Its pg_hba.conf says who may connect from where.'],
  ['3D000', 'The database server has no database of the name in `databaseUrl`. Make it first: createdb NAME.'],
  [
    '42501',
    'The user in `databaseUrl` may not do this in the database. Let it own the database, or grant it CREATE on schema and database.',
  ],
  [
    '53300',
    'The database server takes no more connections. Lower `databaseConnections`, or raise its max_connections.',
  ],
]);

const unwritable: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOSPC',
  'EDQUOT',
  'ENOENT',
]);

const placeOf = ({ hostname, address, port }: CodedError): string => {
  const host = hostname ?? address;
  return host === undefined ? '' : ` at ${host}${port === undefined ? '' : `:${port}`}`;
};

const sayCoded = (error: CodedError): string | undefined => {
  const { code = '', syscall, path, message } = error;
  const refused = refusedByDatabase.get(code);
  if (refused !== undefined) return refused;
  const first = error instanceof AggregateError ? (error.errors[0] as CodedError) : error;
  if (
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    (code === '' && isDatabaseAway(error)) ||
    error instanceof AggregateError
  ) {
    return `The database server${placeOf(first)} cannot be reached (${code || message}). Check the address in \`databaseUrl\`, and that the server runs.`;
  }
  if (path !== undefined && unwritable.has(code))
    return `\`${path}\` cannot be written (${code}). Name another folder with --data, or give this user the right to write there.`;
  return undefined;
};

/** What to tell people of an error that ended a command: what is wrong and what to do, without any secret. */
export const explainFailure = (error: unknown): string => {
  if (error instanceof Refusal) {
    const { detail, errors = [] } = problemOf(error, '', 'en');
    return errors.length > 0 ? sayErrors(errors).join('\n  ') : detail;
  }
  if (!(error instanceof Error)) return 'Something went wrong.';
  return maskSecrets(sayCoded(error) ?? error.message.replace(/^lapor-gateway: /, ''));
};
