import type { Instant } from '@lapor/schemas';
import { stopAllNews } from '../notifications/news-choice.ts';
import { Refusal } from '../refusal/refusal.ts';
import { findReport } from '../reports/report-row.ts';
import { statusLabel } from '../reports/status-label.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { countOutcomes, type DueMessage, type MessageOutcome } from './due-messages.ts';
import { fileBySms } from './file-by-sms.ts';
import { readCommand } from './read-command.ts';
import type { SmsDoor } from './sms-door.ts';
import type { SmsRules } from './sms-options.ts';

/** What is said to a message, if anything, and what it was. */
export interface SmsAnswer {
  readonly outcome: MessageOutcome;
  readonly text: string | undefined;
}

const dayBefore = (now: Instant): Instant => instantOf(new Date(Date.parse(now) - 86_400_000));

/** An answer that only tells how it is done. After a few of them nothing more is said for a day. */
const help = async (door: SmsDoor, rules: SmsRules, message: DueMessage, text: string): Promise<SmsAnswer> => {
  const since = dayBefore(door.engine.clock.now());
  const before = await countOutcomes(door.engine.database, message, 'help', since);
  return before < rules.helpsPerDay ? { outcome: 'help', text } : { outcome: 'silence', text: undefined };
};

const statusOf = async (door: SmsDoor, message: DueMessage, trackingId: string): Promise<string | undefined> => {
  const { engine, language, say } = door;
  const row = await findReport(engine.database, trackingId);
  const [identity] = await engine.database.query<{ phone: string | null }>(
    'select phone from report_identity where report_id = $1',
    [trackingId],
  );
  // A report that is not there and one that somebody else filed look the same.
  if (row === undefined || identity?.phone !== message.sender) return undefined;
  // As in news: what is confidential is nobody's business on the way either.
  const owner = row.state.confidential ? undefined : (await engine.directory.get()).reference(row.state.ownerId).name;
  return say.status({ trackingId, status: statusLabel(row.state, language).label, owner });
};

/** What to say when a report was not taken, where that is the sender's to mend. */
const mendable = ({ site, say, keyword }: SmsDoor, message: DueMessage, content: string): string | undefined => {
  const { contentMin, contentMax } = site.limits;
  const letters = [...content].length;
  if (letters < contentMin) return say.tooShort({ keyword, number: message.recipient });
  return letters > contentMax ? say.tooLong({ maximum: contentMax }) : undefined;
};

const report = async (door: SmsDoor, rules: SmsRules, message: DueMessage, content: string): Promise<SmsAnswer> => {
  try {
    const { trackingId, token, followUrl } = await fileBySms(door, message, content);
    const url = followUrl ?? `${door.engine.publicUrl}/forms/status?number=${trackingId}`;
    return { outcome: 'report', text: door.say.receipt({ trackingId, token, url, number: message.recipient }) };
  } catch (error) {
    const text = error instanceof Refusal ? mendable(door, message, content) : undefined;
    if (text === undefined) throw error;
    return help(door, rules, message, text);
  }
};

/**
 * Does what a message asks, and tells what to answer. Done again it comes to the same.
 *
 * @throws what filing throws when it cannot be done now.
 */
export const answerMessage = async (door: SmsDoor, rules: SmsRules, message: DueMessage): Promise<SmsAnswer> => {
  const { say, keyword } = door;
  if (message.kind === 'tooMany') return { outcome: 'tooMany', text: say.tooMany };
  if (message.kind === 'incomplete') return help(door, rules, message, say.incomplete);
  const asked = readCommand(message.text, keyword);
  switch (asked.command) {
    case 'report':
      return report(door, rules, message, asked.content);
    case 'status': {
      const { trackingId } = asked;
      const text = await statusOf(door, message, trackingId);
      return text === undefined
        ? help(door, rules, message, say.notFound({ trackingId }))
        : { outcome: 'status', text };
    }
    case 'stop':
      await stopAllNews(door.engine.database, 'sms', message.sender);
      return { outcome: 'stop', text: say.stopped };
    case 'help':
      return help(door, rules, message, say.help({ keyword, number: message.recipient }));
  }
};
