import type { Endpoint } from '@lapor/schemas/contract';
import { Refusal } from '../refusal/refusal.ts';

/** The version of tus that this gateway speaks. */
export const tusVersion = '1.0.0';

/** Whether an endpoint is one of those that speak tus. */
export const speaksTus = ({ headers }: Endpoint): boolean => headers !== undefined && 'tus-resumable' in headers.shape;

/**
 * Refuses a caller that speaks another version before anything else of its request is looked at (tus 1.0, "Headers").
 *
 * @throws Refusal `preconditionFailed`, with the version in `Tus-Version`.
 */
export const checkTusVersion = (endpoint: Endpoint, headers: Headers): void => {
  if (speaksTus(endpoint) && headers.get('tus-resumable') !== tusVersion)
    throw new Refusal('preconditionFailed', {}, { headers: { 'tus-version': tusVersion } });
};
