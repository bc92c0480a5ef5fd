import * as z from 'zod/mini';
import { openSet } from './fields/open-set.ts';

/**
 * What a sandbox gateway does wrong with a call: `delay` answers late; `hangAfter` does what was asked and never answers;
 * `closeAfter` does it and breaks the answer off; `duplicate` delivers the call twice; `errorBefore` fails without doing anything,
 * `errorAfter` having done it; `html` and `garbage` answer with a page and with nonsense, having done it; `relabel` answers with a
 * status that nobody has heard of.
 */
export const SandboxFaultKind = z.enum([
  'delay',
  'hangAfter',
  'closeAfter',
  'duplicate',
  'errorBefore',
  'errorAfter',
  'html',
  'garbage',
  'relabel',
]);
/** What {@link SandboxFaultKind} parses to. */
export type SandboxFaultKind = z.infer<typeof SandboxFaultKind>;

const Method = z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** A fault that a sandbox gateway shows on purpose, so that integrators see whether their program bears it. */
export const SandboxFault = z.strictObject({
  kind: SandboxFaultKind,
  /** Which calls it strikes: their path, in which `*` stands for anything. */
  path: z.string().check(z.maxLength(200), z.regex(/^\/[\w./*{}-]*$/)),
  /** Only calls of this method. */
  method: z.optional(Method),
  /** How often it strikes, then no more. */
  times: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  /** With which probability it strikes, from 0 to 1. Each time when it is left out. */
  probability: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  /** Milliseconds of a `delay`, and for which a `hangAfter` stays silent. */
  milliseconds: z.optional(z.int().check(z.minimum(0), z.maximum(600_000))),
  /** Status of `errorBefore` and `errorAfter`. */
  status: z.optional(z.int().check(z.minimum(500), z.maximum(599))),
});
/** What {@link SandboxFault} parses to. */
export type SandboxFault = z.infer<typeof SandboxFault>;

/** A fault that is switched on, as it is told. */
export const ActiveSandboxFault = z.object({
  ...SandboxFault.shape,
  kind: openSet(SandboxFaultKind),
  method: z.optional(openSet(Method)),
  /** How many calls it has struck. */
  struck: z.int().check(z.minimum(0)),
});
/** What {@link ActiveSandboxFault} parses to. */
export type ActiveSandboxFault = z.infer<typeof ActiveSandboxFault>;
