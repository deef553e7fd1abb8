import { counted } from '../numbers/format.ts';
import { storageAmount, storageText, storageUnit } from '../numbers/storage.ts';
import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { CatchUp, LinkOutage } from '../../planner/simulate/replication/index.ts';
import { failureName, failureTitle } from '../../planner/simulate/survivors/index.ts';
import { momentsOf, valueAt, type Curve, type Mark } from './curve.ts';
import type { Fact } from './fact.ts';
import { figureHead, number, unknown, wordHead, words, type Sheet } from './sheet.ts';
import { amount, clock, duration, moment } from './words.ts';

/** The outage of the link between two datacenters, whichever comes first. */
export function outageOf(outages: readonly LinkOutage[], one: string, other: string): LinkOutage | undefined {
  return outages.find(({ link }) => {
    const { name, second } = parseSubject(link) ?? {};
    return (name === one && second === other) || (name === other && second === one);
  });
}

/** What waits to cross, in the unit that storage is shown in, as it crosses, from the start of the outage on; directions whose rate is known. */
export function outageCurves({ directions }: LinkOutage): readonly Curve[] {
  return directions
    .filter(({ curve }) => curve.length > 0)
    .map(({ from, to, curve }) => ({
      label: `${from} → ${to}`,
      points: curve.map(({ hour, waiting }) => ({ hours: hour, value: storageAmount(gigabytes(waiting), 'GB') })),
    }));
}

/** Of Mbit; a log of 1 MB is 8 Mbit here as in the load (facts A9). */
const gigabytes = (megabits: number): number => megabits / 8 / 1024;

/** When the link is back and when it has caught up, and what gives out before. */
export function outageMarks(outage: LinkOutage): readonly Mark[] {
  const { hours, firstFull, directions } = outage;
  const room = firstRoom(outage);
  return [
    ...(room && room.hours < hours ? [{ hours: room.hours, text: 'room for logs used up', isBad: true }] : []),
    ...(firstFull && firstFull.hours < hours ? [{ hours: firstFull.hours, text: 'disk full', isBad: true }] : []),
    { hours, text: 'link back' },
    ...directions.flatMap(({ to, catchUpHours }) =>
      catchUpHours === null ? [] : [{ hours: hours + catchUpHours, text: `${to} caught up` }],
    ),
  ];
}

/** The database whose logs outgrow first the room that is planned for them. */
function firstRoom({ databases }: LinkOutage): { readonly name: string; readonly hours: number } | undefined {
  const known = databases.flatMap(({ name, logRoomHours }) =>
    logRoomHours === null ? [] : [{ name, hours: logRoomHours }],
  );
  return known.toSorted((a, b) => a.hours - b.hours)[0];
}

/** What an outage costs, in figures. */
export function outageFacts(outage: LinkOutage): readonly Fact[] {
  const { hours, startHour, directions, databases, firstFull } = outage;
  const logsMB = databases.reduce((sum, one) => sum + one.logsMB, 0);
  const room = firstRoom(outage);
  return [
    { label: 'Down', value: duration(hours), note: `from ${clock(startHour)} UTC, the worst time` },
    ...directions.map(({ from, to, backlogMB }) => ({
      label: `Waits, ${from} → ${to}`,
      value: `${storageText(backlogMB / 1024, 'GB')} of logs`,
      note: 'times the copies that lack them',
    })),
    ...directions.map((direction) => ({ label: `Caught up, ${direction.to}`, ...caughtUp(direction) })),
    {
      label: 'Disk that logs take',
      value: storageText(logsMB / 1024, 'GB'),
      note: `active side: ${counted(databases.length, 'database')} cannot truncate`,
    },
    ...(room
      ? [
          {
            label: 'Room for logs lasts',
            value: duration(room.hours),
            note: `${room.name} first`,
            isBad: room.hours < hours,
          },
        ]
      : []),
    firstFull
      ? {
          label: 'First disk full',
          value: `after ${duration(firstFull.hours)}`,
          note: failureName(firstFull.volume),
          isBad: firstFull.hours < hours,
        }
      : { label: 'First disk full', value: 'not known', note: 'sizes are not stated, or nothing is written' },
  ];
}

function caughtUp({ catchUpHours, availableMbps }: CatchUp): Omit<Fact, 'label'> {
  if (availableMbps === null) return { value: 'not known', note: 'the bandwidth is not stated' };
  if (catchUpHours !== null) return { value: `after ${duration(catchUpHours)}`, note: 'from the link’s return on' };
  const note = availableMbps === 0 ? 'nothing gets through' : 'the load leaves over too little within a year';
  return { value: 'never', note, isBad: true };
}

/** What goes wrong within the outage, in sentences. */
export function outageMessages({
  findings,
}: LinkOutage): readonly { readonly about: Subject; readonly text: string }[] {
  return findings.map(({ subject, message }) => ({
    about: subject,
    text: `${failureTitle(subject)}: ${message}`,
  }));
}

/** Where the curves of an outage end, hours since its start. */
export function outageEnd({ hours, directions }: LinkOutage): number {
  return Math.max(hours, ...directions.map(({ curve }) => curve.at(-1)?.hour ?? 0));
}

/** A moment in words: "After 6 h: East → West 1,020 GB wait". */
export function outageMomentText(outage: LinkOutage, at: number): string {
  const unit = storageUnit('GB');
  const waiting = outageCurves(outage).map(
    ({ label, points }) => `${label} ${amount(valueAt(points, at))} ${unit} wait`,
  );
  const isDown = at < outage.hours;
  return `After ${moment(at)}: ${waiting.join(', ')}${isDown ? ', the link is down' : ''}`;
}

/** The tables behind the curve: what waits over time, and the databases that keep their logs. */
export function outageSheets(outage: LinkOutage): readonly Sheet[] {
  const curves = outageCurves(outage);
  const { name = '', second = '' } = parseSubject(outage.link) ?? {};
  const title = `${name} – ${second} down for ${duration(outage.hours)} from ${clock(outage.startHour)} UTC`;
  return [
    {
      caption: `${title}: what waits`,
      heads: [
        figureHead('Hours since the start'),
        ...curves.map(({ label }) => figureHead(`${label}, ${storageUnit('GB')} to send`)),
      ],
      rows:
        curves.length === 0
          ? []
          : momentsOf(outageEnd(outage), outageMarks(outage)).map((hours) => [
              number(hours),
              ...curves.map(({ points }) => number(valueAt(points, hours))),
            ]),
    },
    {
      caption: `${title}: databases that keep their logs`,
      heads: [
        wordHead('Database'),
        wordHead('Active on'),
        figureHead('Copies that wait'),
        figureHead(`Logs kept, ${storageUnit('GB')}`),
        figureHead('Room for logs lasts, hours'),
      ],
      rows: outage.databases.map(({ name: database, activeOn, copies, logsMB, logRoomHours }) => [
        words(database),
        words(activeOn),
        number(copies),
        number(storageAmount(logsMB / 1024, 'GB')),
        logRoomHours === null ? unknown('not known') : number(logRoomHours),
      ]),
    },
  ];
}
