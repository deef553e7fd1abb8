import { counted, formatCount, formatNumber } from '../numbers/format.ts';
import { storageAmount, storageText, storageUnit } from '../numbers/storage.ts';
import type { Pointer } from '../../planner/design/pointer.ts';
import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { SeededCopy, Seeding } from '../../planner/simulate/replication/index.ts';
import { failureName } from '../../planner/simulate/survivors/index.ts';
import { fallAt, momentsOf, valueAt, type Curve, type Mark } from './curve.ts';
import type { Fact } from './fact.ts';
import { figureHead, number, unknown, wordHead, words, type Cell, type Sheet } from './sheet.ts';
import { amount, duration, moment } from './words.ts';

const secondsPerHour = 3600;

/** What is left to seed, in the unit that storage is shown in. */
export function seedCurve({ curve }: Pick<Seeding, 'curve'>): Curve {
  const points = curve.map(({ hours, leftGB }) => ({ hours, value: storageAmount(leftGB, 'GB') }));
  return { label: 'Left to seed', points };
}

/** When all copies are there. */
export function seedMarks({ hours }: Seeding): readonly Mark[] {
  return hours === null || hours === 0 ? [] : [{ hours, text: 'all there' }];
}

/** Where the curve ends, hours since the start. */
export function seedEnd({ curve }: Seeding): number {
  return curve.at(-1)?.hours ?? 0;
}

/** What seeding takes, in figures. */
export function seedFacts({ selector, copies, notStated, hours, curve }: Seeding): readonly Fact[] {
  const sources = new Set(copies.flatMap(({ source }) => source ?? []));
  const crossing = copies.filter(({ link }) => link !== null).length;
  const isSized = copies.every(({ sizeGB }) => sizeGB !== null);
  const totalGB = copies.reduce((sum, { sizeGB }) => sum + (sizeGB ?? 0), 0);
  return [
    { label: 'Seeded anew', value: failureName(selector), note: counted(copies.length, 'copy', 'copies') },
    { label: 'Amount', value: isSized ? storageText(totalGB, 'GB') : 'not stated' },
    {
      label: 'From',
      value: counted(sources.size, 'server'),
      note: crossing === 0 ? 'none across a link' : `${counted(crossing, 'copy', 'copies')} across a link`,
    },
    ...(notStated.length > 0
      ? [{ label: 'All there', value: 'not known', note: missingText(notStated) }]
      : timeFacts({ copies, hours, curve })),
  ];
}

/** How fast it goes, and when it is done. */
function timeFacts({ copies, hours, curve }: Pick<Seeding, 'copies' | 'hours' | 'curve'>): readonly Fact[] {
  const left = copies.filter(({ doneHours }) => doneHours === null);
  const replay = Math.max(0, ...copies.map(({ replayHours }) => replayHours ?? 0));
  return [
    { label: 'Rate at first', value: `${formatNumber(rateAt(curve, 0))} MB/s`, note: 'all copies together' },
    hours === null
      ? { label: 'All there', value: 'never', note: neverText(left), isBad: true }
      : {
          label: 'All there',
          value: `after ${duration(hours)}`,
          note: `then ${duration(replay)} to replay the logs since`,
        },
  ];
}

/** What is not stated, of each kind of field how many: "mailboxes of 8 databases, the bandwidth of a link". */
function missingText(notStated: readonly Pointer[]): string {
  const links = notStated.filter((path) => path.startsWith('/links'));
  const others = notStated.length - links.length;
  return [
    ...(others > 0
      ? [`${counted(others, 'field')} that size databases ${others === 1 ? 'is' : 'are'} not stated`]
      : []),
    ...(links.length > 0 ? ['the bandwidth of a link that it crosses is not stated'] : []),
  ].join('; ');
}

function neverText(left: readonly SeededCopy[]): string {
  const orphans = left.filter(({ source }) => source === null).length;
  if (orphans === left.length) return `no copy is left to seed ${formatCount(orphans)} from`;
  return `${counted(left.length, 'copy', 'copies')}: the link carries no more than its load, or no source is left`;
}

/** MB/s from some moment on; as the engine reckons them, to whom a MB is 8 Mbit. */
function rateAt(curve: Seeding['curve'], hours: number): number {
  const points = curve.map((point) => ({ hours: point.hours, value: point.leftGB }));
  return (fallAt(points, hours) * 1024) / secondsPerHour;
}

/** A moment in words: "After 6 h: 12,000 GB left, 300 MB/s". */
export function seedMomentText(seeding: Seeding, at: number): string {
  const { points } = seedCurve(seeding);
  const rate = rateAt(seeding.curve, at);
  const left = `After ${moment(at)}: ${amount(valueAt(points, at))} ${storageUnit('GB')} left`;
  return rate > 0 ? `${left}, ${amount(rate)} MB/s` : left;
}

/** The tables behind the curve: what is left over time, and every copy with its source. */
export function seedSheets(seeding: Seeding): readonly Sheet[] {
  const { points } = seedCurve(seeding);
  const title = `${failureName(seeding.selector)} seeded anew`;
  return [
    {
      caption: `${title}: what is left`,
      heads: [figureHead('Hours since the start'), figureHead(`Left, ${storageUnit('GB')}`), figureHead('Rate, MB/s')],
      rows: momentsOf(seedEnd(seeding), seedMarks(seeding)).map((hours) => [
        number(hours),
        number(valueAt(points, hours)),
        number(rateAt(seeding.curve, hours)),
      ]),
    },
    {
      caption: `${title}: copies`,
      heads: [
        wordHead('Database'),
        wordHead('Server'),
        wordHead('From'),
        wordHead('Across'),
        figureHead(`Size, ${storageUnit('GB')}`),
        figureHead('Mean rate, MB/s'),
        figureHead('There after, hours'),
        figureHead('Then replay, hours'),
      ],
      rows: seeding.copies.map((copy) => copyRow(copy, seeding.notStated.length === 0)),
    },
  ];
}

function copyRow(
  { database, server, source, link, sizeGB, doneHours, replayHours }: SeededCopy,
  isKnown: boolean,
): Cell[] {
  const rate = doneHours && sizeGB !== null ? (sizeGB * 1024) / doneHours / secondsPerHour : undefined;
  return [
    words(database),
    words(server),
    source === null ? unknown('no copy left') : words(source),
    link === null ? unknown('–') : words(linkName(link)),
    sizeGB === null ? unknown('not stated') : number(storageAmount(sizeGB, 'GB')),
    rate === undefined ? unknown('–') : number(rate),
    doneHours === null ? unknown(isKnown ? 'never' : 'not known') : number(doneHours),
    replayHours === null ? unknown('–') : number(replayHours),
  ];
}

function linkName(link: Subject): string {
  const { name = '', second = '' } = parseSubject(link) ?? {};
  return `${name} – ${second}`;
}
