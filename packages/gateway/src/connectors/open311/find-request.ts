import type { Parcel } from '../parcel.ts';
import type { Finding } from '../connector.ts';
import { type Open311Client, textIn } from './open311-client.ts';
import { tailOf } from './request-form.ts';

const [hour, day] = [3_600_000, 86_400_000];

/** Just below what the specification allows between two moments. */
const longestSpan = 89 * day;

/** Requests that a server answers at most. Where it answers as many there may be more. */
const fullList = 1_000;

/** Calls for one look. */
const mostCalls = 40;

/** Spans of time to be looked through, the youngest last, so that it is taken first. */
const spansSince = (from: number, until: number): [number, number][] => {
  const spans: [number, number][] = [];
  for (let end = until; end > from; end -= longestSpan) spans.unshift([Math.max(from, end - longestSpan), end]);
  return spans;
};

/** Looks for a report by what stands below it, in the list of what was requested since it was received here. */
export const findRequest = async (
  client: Open311Client,
  parcel: Parcel,
  service: string,
  signal: AbortSignal,
): Promise<Finding> => {
  const tail = tailOf(parcel);
  const spans = spansSince(Date.parse(parcel.receivedOn) - day, Date.now() + day);
  const found = new Set<string>();
  for (let calls = 0; spans.length > 0; calls += 1) {
    const [from, until] = spans.pop() ?? [0, 0];
    if (calls >= mostCalls) return { result: 'blind', reason: `its list is too long to be looked through for ${tail}` };
    const query = {
      service_code: service,
      start_date: new Date(from).toISOString(),
      end_date: new Date(until).toISOString(),
    };
    const answer = await client.get('requests', query, 'request', signal);
    if (answer.result !== 'answered') return { result: 'away', reason: answer.reason };
    for (const item of answer.items) {
      const id = textIn(item, 'service_request_id');
      if (id !== undefined && textIn(item, 'description')?.includes(tail)) found.add(id);
    }
    if (answer.items.length < fullList) continue;
    if (until - from <= hour)
      return { result: 'blind', reason: `its list of an hour is too long to be looked through for ${tail}` };
    const middle = from + (until - from) / 2;
    spans.push([from, middle], [middle, until]);
  }
  const [upstreamId, ...others] = found;
  if (others.length > 0)
    return { result: 'blind', reason: `${tail} stands there on several requests: ${[...found].join(', ')}` };
  return upstreamId === undefined ? { result: 'absent' } : { result: 'found', upstreamId, facts: { id: upstreamId } };
};
