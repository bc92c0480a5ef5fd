import type { Language } from '@lapor/schemas';
import { type Messages, messagesFor } from '@lapor/schemas/messages';
import type { Directory } from '../directory/directory.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import type { LimitRate } from '../http/page.ts';
import { negotiateLanguage } from '../http/negotiate-language.ts';
import type { Arrival } from '../http/serve-endpoint.ts';

/** Below this path lies the door. */
export const open311Base = '/open311/v2';

/** One call at the Open311 door. What it does to reports, it does through the handlers of the contract. */
export interface Open311Call {
  readonly engine: Engine;
  readonly handlers: Handlers;
  readonly arrival: Arrival;
  readonly limitRate: LimitRate;
  readonly directory: Directory;
  readonly language: Language;
  readonly say: Messages['open311'];
  readonly now: string;
  readonly query: URLSearchParams;
}

/** The language of an answer: `lang` in the address, for programs that cannot set headers, or as at every door. */
export const languageOf = ({ request }: Arrival, query: URLSearchParams): Language => {
  const asked = query.get('lang') ?? query.get('locale');
  return asked === 'id' || asked === 'en' ? asked : negotiateLanguage(request.headers.get('accept-language'));
};

/** Reads of a call what everything after it needs. */
export const openCall = async (
  engine: Engine,
  handlers: Handlers,
  arrival: Arrival,
  limitRate: LimitRate,
): Promise<Open311Call> => {
  await engine.clock.refresh?.();
  const query = new URL(arrival.request.url).searchParams;
  const language = languageOf(arrival, query);
  return {
    engine,
    handlers,
    arrival,
    limitRate,
    directory: await engine.directory.get(),
    language,
    say: messagesFor(language).open311,
    now: engine.clock.now(),
    query,
  };
};

/** A text of an address or a form as it can be looked up: PostgreSQL knows no text with the character U+0000 in it. */
export const lookable = (text: string): string => text.replaceAll('\0', ' ').trim();

/** A parameter without the spaces around it. One that is empty counts as not sent, as the specification says. */
export const given = (values: URLSearchParams, name: string): string | undefined =>
  lookable(values.get(name) ?? '') || undefined;

/** A parameter that may come several times, or with commas, or both. */
export const givenList = (values: URLSearchParams, name: string): string[] =>
  values
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map(lookable)
    .filter((value) => value !== '');
