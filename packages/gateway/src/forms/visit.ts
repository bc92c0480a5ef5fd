import type { Instant, Language, Site } from '@lapor/schemas';
import { type Messages, messagesFor } from '@lapor/schemas/messages';
import type { Directory } from '../directory/directory.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** The site on whose pages somebody is, with the key that brought them there. */
export interface VisitedSite {
  readonly siteKey: string;
  readonly keyId: string;
  readonly record: SiteRecord;
  readonly published: Site;
}

/** Somebody's visit to one of these pages: where, in what language, when. */
export interface Visit {
  readonly engine: Engine;
  /** What answers the contract's operations: these pages do what they do through them. */
  readonly handlers: Handlers;
  readonly directory: Directory;
  /** Absent on the page for following a report, which works without a site's key. */
  readonly site: VisitedSite | undefined;
  readonly language: Language;
  readonly say: Messages;
  readonly now: Instant;
  readonly request: Request;
  readonly requestId: string;
  readonly address: string;
}

/** Path of the gateway's own address, without a slash at the end: behind a proxy it may not be the root. */
const basePath = ({ publicUrl }: Engine): string => new URL(publicUrl).pathname.replace(/\/$/, '');

/** Where a page lies: below the site's key, or without one. */
export const addressOf = ({ engine, site }: Pick<Visit, 'engine' | 'site'>, page: '' | 'status' | 'receipt'): string =>
  [`${basePath(engine)}/forms`, site?.siteKey, page].filter(Boolean).join('/');

/** The sentences of a visit's language. */
export const sentencesOf = (language: Language): Messages => messagesFor(language);
