import type { Channel, DeskRole, Instant, Language } from '@lapor/schemas';
import type { SiteRecord } from '../sites/site-record.ts';

/** Who calls, as far as the key tells. */
export type Identity =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'site'; readonly keyId: string; readonly site: SiteRecord }
  | { readonly kind: 'reporter'; readonly trackingId: string; readonly reportId: string }
  | { readonly kind: 'desk'; readonly keyId: string; readonly institutionId: string; readonly role: DeskRole };

/** Under which name uploads, limits and attempts of a caller are kept. */
export const keyIdOf = (identity: Identity): string => {
  switch (identity.kind) {
    case 'anyone':
      return 'anyone';
    case 'reporter':
      return `report:${identity.reportId}`;
    default:
      return `key:${identity.keyId}`;
  }
};

/** What the gateway knows of a call besides what the endpoint defines. */
export interface RequestContext {
  readonly identity: Identity;
  readonly language: Language;
  readonly requestId: string;
  readonly now: Instant;
  /** The caller's address, for limits and for counting supporters once; never stored as it is. */
  readonly address: string;
  /** The request itself, for the few endpoints whose body is bytes. */
  readonly request: Request;
  /** The door through which it came, where that is neither a page nor a program. */
  readonly channel?: Channel;
  /** The name of this attempt, for endpoints that are repeated by it. */
  readonly idempotencyKey?: string;
}
