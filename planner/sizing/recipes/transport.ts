import { sizingCatalog } from '../catalog.ts';
import { given, type Quantity } from '../figure.ts';
import { formula, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';
import { transportDatabaseGB, transportMessages } from '../transport.ts';
import { formattedGB } from '../volume.ts';

const source = calculator('A8');

/** Messages of a day that a server carries when others have failed. */
export function messagesPerServer(messages: Quantity<number>, servers: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'messages/day',
    words: 'messages ÷ servers',
    of: { messages, servers },
    value: (values) => values.messages / values.servers,
    source,
  });
}

/** With their shadow copies. */
export function shadowed(messages: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'messages/day',
    words: '2 × messages',
    of: { messages },
    value: (values) => 2 * values.messages,
    source,
  });
}

/** How long Safety Net keeps messages: at least the replay lag. */
export function safetyNet(holdTime: Quantity<number>, replayLag: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'days',
    words: 'max(hold time, replay lag)',
    of: { holdTime, replayLag },
    value: (values) => Math.max(values.holdTime, values.replayLag),
    source: `${source}; at least the replay lag (facts A7.8)`,
  });
}

/** Messages that the transport database of a server holds. */
export function held(messages: Quantity<number>, expiration: Quantity<number>, net: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'messages',
    words: 'shadowed × (1 + queue expiration ÷ 2 + safety net)',
    of: { shadowed: messages, queueExpiration: expiration, safetyNet: net },
    value: (values) => transportMessages(values.shadowed, values.queueExpiration, values.safetyNet),
    source,
  });
}

export function database(messages: Quantity<number>, messageSize: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'GB',
    words: 'messages × message size ÷ 1,048,576',
    of: { messages, messageSize },
    value: (values) => transportDatabaseGB(values.messages, values.messageSize),
    source,
  });
}

/** Whether the transport database fits the system disks; else it wants a mirrored pair of its own. @param disk raw, decimal GB */
export function onSystemDisk(size: Quantity<number>, disk: Quantity<number>): Recipe<boolean> {
  return formula({
    unit: '',
    words: 'database + reserve < disk × 1,000,000,000 ÷ 1,073,741,824',
    of: {
      database: size,
      reserve: given(sizingCatalog.transport.systemDiskReserveGB, 'GB', 'facts A8'),
      disk,
    },
    value: (values) => values.database + values.reserve < formattedGB(values.disk),
    source,
  });
}
