import { maskSecrets } from './mask-secrets.ts';

/** What may be written down of an error. */
export interface ErrorFacts {
  readonly name: string;
  /** The system's, the driver's or the database's code. */
  readonly code?: string;
  readonly message?: string;
  /** Which rule of the database was broken. */
  readonly constraint?: string;
  /** Where it was thrown, without the message. */
  readonly stack?: string;
  readonly cause?: ErrorFacts;
}

/** No message needs more, and an endless one may hold a whole report. */
const maxMessage = 500;

/** How far causes are followed. */
const maxDepth = 3;

/** PostgreSQL's class 22 is about values that do not fit, and its messages show them; so do those of parsers. */
const citesValues = (error: Error, code: string | undefined): boolean =>
  error instanceof SyntaxError || /^22[0-9A-Z]{3}$/.test(code ?? '');

const framesOf = ({ stack }: Error): string | undefined => {
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length === 0 ? undefined : frames.map((frame) => frame.trim()).join('\n');
};

/**
 * An error as it may stand in a log. Messages that cite what was being read are left out: people's words have no place
 * there, nor what a database's `detail` shows of a row. Secrets within messages are masked.
 */
export const errorFacts = (error: unknown, depth = 0): ErrorFacts => {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const known = typeof code === 'string' ? code : undefined;
  const stack = framesOf(error);
  return {
    name: error.name,
    ...(known !== undefined && { code: known }),
    ...(!citesValues(error, known) && { message: maskSecrets(error.message).slice(0, maxMessage) }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(stack !== undefined && { stack }),
    ...(error.cause !== undefined && depth < maxDepth && { cause: errorFacts(error.cause, depth + 1) }),
  };
};
