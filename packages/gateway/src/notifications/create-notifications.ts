import type { Courier } from '../clock-work/courier.ts';
import type { OutboxSubscriber } from '../clock-work/outbox-subscriber.ts';
import type { Engine } from '../engine/engine.ts';
import type { NewsChannel } from './news-channel.ts';
import { createNotificationCourier } from './notification-courier.ts';
import { createNotificationFigures, type NotificationFigures } from './notification-figures.ts';
import { type NotificationOptions, notificationRulesOf } from './notification-options.ts';
import { createNotificationSubscriber } from './notification-subscriber.ts';

/** Everything of messages to reporters: who hears of events, who sends what is told, and what is counted. */
export interface Notifications {
  /** Empty without a channel: then events cost nothing. */
  readonly subscribers: readonly OutboxSubscriber[];
  readonly couriers: readonly Courier[];
  readonly figures: NotificationFigures;
}

/**
 * Makes the messages of a gateway to its reporters. Without a channel nobody is told of anything.
 */
export const createNotifications = (
  engine: Engine,
  given: readonly NewsChannel[],
  options?: NotificationOptions,
): Notifications => {
  const rules = notificationRulesOf(options);
  const figures = createNotificationFigures();
  const channels = given.filter(({ name }) => engine.newsChannels.includes(name));
  if (channels.length === 0) return { subscribers: [], couriers: [], figures };
  return {
    subscribers: [createNotificationSubscriber(engine, rules, channels)],
    couriers: [createNotificationCourier(engine, rules, channels, figures)],
    figures,
  };
};
