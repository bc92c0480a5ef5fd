import * as z from 'zod/mini';
import { PhoneNumber } from './fields/phone-number.ts';
import { writtenLine } from './fields/written-text.ts';

/** How a reporter wants to hear of news. `none`: the reporter looks it up with the number and the token. */
export const NotificationChannel = z.enum(['none', 'email', 'sms']);
/** What {@link NotificationChannel} parses to. */
export type NotificationChannel = z.infer<typeof NotificationChannel>;

/**
 * Who reports. Every part is optional: a report can be followed and answered by its token alone.
 *
 * There is no field for the national id (NIK) and there will be none: handling a report does not need it.
 */
export const Reporter = z.strictObject({
  /** The whole name as one text; many people have a single name. */
  name: z.optional(writtenLine(1, 100)),
  email: z.optional(z.email().check(z.maxLength(254))),
  phone: z.optional(PhoneNumber),
  notifyBy: z.optional(NotificationChannel),
});
/** What {@link Reporter} parses to. */
export type Reporter = z.infer<typeof Reporter>;
