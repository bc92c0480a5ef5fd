import type { EventOf } from './event.ts';
import { statusFacts, withoutMerge } from './merge.ts';
import type { ReportState } from './state.ts';
import { enter, opened } from './status-change.ts';

type UpstreamEvent = EventOf<'upstreamStatusChanged'>;

const heard = (state: ReportState, { connector, code, rawLabel, institutionName, at }: UpstreamEvent): ReportState => ({
  ...state,
  upstream: { connector, code, rawLabel, at, ...(institutionName !== undefined && { institutionName }) },
});

/**
 * Takes the status over. The same status under another label changes the label and no clock, and a label that nobody
 * here knows opens no closed report.
 */
const follow = (state: ReportState, event: UpstreamEvent): ReportState => {
  const { code, rawLabel, at } = event;
  if (code === state.status || (code === 'unknown' && state.closed)) return { ...state, rawLabel };
  const isAnswer = code === 'followedUp' || code === 'completed';
  const answered = { answered: state.answered || isAnswer, disputed: state.disputed && !isAnswer };
  if (code === 'completed' || code === 'archived')
    return { ...enter(state, event, code, { closed: { at, how: 'upstream' }, rawLabel }), ...answered };
  return { ...enter(opened(state, event), event, code, { rawLabel }), ...answered };
};

/**
 * What an upstream's word does to the report.
 *
 * - A report that its reporter took back stays closed, whatever the upstream goes on to do with its copy.
 * - A merged one stays merged. What is heard of it counts as soon as the merge is undone.
 */
export const followUpstream = (state: ReportState, event: UpstreamEvent): ReportState => {
  if (state.closed?.how === 'withdrawn') return heard(state, event);
  if (!state.merge) return heard(follow(state, event), event);
  const aside = follow(withoutMerge(state), event);
  const { answered, disputed } = aside;
  return heard({ ...state, answered, disputed, merge: { ...state.merge, before: statusFacts(aside) } }, event);
};
