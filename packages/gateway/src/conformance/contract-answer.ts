import { type Endpoint, endpoints, type OperationId } from '@lapor/schemas/contract';
import { Problem, type ProblemCode, problemStatus } from '@lapor/schemas';
import * as z from 'zod/mini';
import type { ConformanceAnswer, ConformanceCall, ConformanceContext } from './conformance-context.ts';
import { Deviation, expectThat, shown } from './deviation.ts';

/** A call of an operation of the contract. */
export interface OperationCall extends ConformanceCall {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly key?: string | undefined;
}

/** Calls an operation of the contract, as the table says. */
export const callOperation = (
  { call, newName }: ConformanceContext,
  operationId: OperationId,
  { parameters = {}, query = {}, key, headers = {}, body }: OperationCall = {},
): Promise<ConformanceAnswer> => {
  const { method, path, repetition }: Endpoint = endpoints[operationId];
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  return call(method, search === '' ? filled : `${filled}?${search}`, {
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(repetition === 'keyed' && { 'idempotency-key': newName() }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
};

const faultOf = (error: z.core.$ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `/${path.join('/')}: ${message}`)
    .join('; ');

/**
 * Expects a success of the contract: its status, its media type, and a body that its schema takes.
 *
 * @returns the body as the schema reads it.
 * @throws Deviation
 */
export const expectSuccess = (operationId: OperationId, answer: ConformanceAnswer, status: number): unknown => {
  const { method, path, answers }: Endpoint = endpoints[operationId];
  expectThat(answer.status === status, `${status} from ${method} ${path}`, answer.told);
  const schema = answers[status]?.schema;
  if (schema === undefined) return undefined;
  const type = answer.headers.get('content-type') ?? '';
  expectThat(/^application\/json\b/i.test(type), `\`Content-Type: application/json\` from ${method} ${path}`, type);
  const read = z.safeParse(schema, answer.body);
  if (!read.success)
    throw new Deviation(
      `a body of ${method} ${path} that the contract's schema takes`,
      `${faultOf(read.error)} in ${shown(answer.body)}`,
    );
  return read.data;
};

/** Expects a problem document (RFC 9457) of this code. @throws Deviation */
export const expectProblem = (
  answer: ConformanceAnswer,
  ...codes: readonly [ProblemCode, ...ProblemCode[]]
): Problem => {
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))];
  expectThat(
    statuses.includes(answer.status as never),
    `${statuses.join(' or ')} (${codes.join(' or ')})`,
    answer.told,
  );
  const type = answer.headers.get('content-type') ?? '';
  expectThat(/^application\/problem\+json\b/i.test(type), '`Content-Type: application/problem+json`', type);
  const read = z.safeParse(Problem, answer.body);
  if (!read.success) throw new Deviation('a problem document', `${faultOf(read.error)} in ${shown(answer.body)}`);
  expectThat(codes.includes(read.data.code as ProblemCode), `the problem ${codes.join(' or ')}`, read.data.code);
  expectThat(read.data.status === answer.status, `\`status\` ${answer.status} in the document`, read.data.status);
  return read.data;
};
