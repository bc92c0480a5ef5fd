import type { Receipt } from '@lapor/schemas';

/**
 * What an outbox tells.
 *
 * - `queued`: a report was put in. - `delivered`: the gateway has it; `receipt` is there on the page that sent it.
 * - `postponed`: an attempt failed, and there will be another. - `refused`, `unreadable`: somebody must look at it.
 * - `expired`: it waited too long and is gone from this device.
 */
export type OutboxEventType = 'queued' | 'delivered' | 'postponed' | 'refused' | 'unreadable' | 'expired';

/** Something happened to a report in the outbox, on this page or another of the same site. Carries nothing that a person wrote. */
export class OutboxEvent extends Event {
  declare readonly type: OutboxEventType;
  readonly id: string;
  /** Why, for `refused` and `postponed`: a problem's code, or the name of an error. */
  readonly code: string | undefined;
  /** For `delivered`, on the page that sent it; elsewhere `outbox.receipt(id)` has it. */
  readonly receipt: Receipt | undefined;

  constructor(type: OutboxEventType, id: string, { code, receipt }: { code?: string; receipt?: Receipt } = {}) {
    super(type);
    this.id = id;
    this.code = code;
    this.receipt = receipt;
  }
}
