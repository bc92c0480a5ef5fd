/**
 * Reports that wait on the device, encrypted, until the gateway has them.
 *
 * @module
 */
export { defaultOutboxOptions, Outbox, type OutboxOptions } from './outbox.ts';
export { OutboxEvent, type OutboxEventType } from './outbox-event.ts';
export { isOutboxError, OutboxError, type OutboxFault } from './outbox-error.ts';
export type { OutboxClient, OutboxItem, OutboxMemory, OutboxReport, OutboxState } from './outbox-item.ts';
