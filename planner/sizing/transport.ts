/**
 * Messages that the transport database of one server holds: half of the queue expiration and all of the Safety Net time beyond the day's
 * own (facts A8).
 * @param shadowedPerDay messages of a day with their shadow copies
 */
export function transportMessages(shadowedPerDay: number, queueExpirationDays: number, safetyNetDays: number): number {
  return shadowedPerDay * (1 + 0.5 * queueExpirationDays + safetyNetDays);
}

/** Size of that database, GB (facts A8). */
export function transportDatabaseGB(messages: number, averageMessageKB: number): number {
  return (messages * averageMessageKB) / 2 ** 20;
}
