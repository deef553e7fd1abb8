/** What the transport database holds. */
export interface TransportLoad {
  readonly messagesPerDay: number;
  /** Servers left after the worst failure. */
  readonly servers: number;
  readonly averageMessageKB: number;
  readonly queueExpirationDays: number;
  /** At least the replay lag (facts A7.8). */
  readonly safetyNetDays: number;
}

/**
 * Size of the transport database of one server, GB: every message twice (shadow redundancy), half of the queue
 * expiration and all of the Safety Net time (facts A8).
 */
export function transportDatabaseGB(load: TransportLoad): number {
  const shadowed = (2 * load.messagesPerDay) / load.servers;
  const messages = shadowed * (1 + 0.5 * load.queueExpirationDays + load.safetyNetDays);
  return (messages * load.averageMessageKB) / 2 ** 20;
}
