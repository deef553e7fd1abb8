import fc from 'fast-check';
import { subject } from '../planner/design/subject.ts';
import type { Design, Note } from '../planner/design/types.ts';

const text = fc
  .array(fc.constantFrom('a', 'word', '<b> & "c"', 'é漢', 'خادم', '\n', '\n\n', '  ', 'W'.repeat(60)), { maxLength: 8 })
  .map((words) => [...words, 'end'].join(' '));

/** Notes about any things of a design that notes can be about, several about one and some about the whole. */
export function randomNotes(design: Design, maxLength = 6): fc.Arbitrary<Note[]> {
  const { datacenters = [], pairs = [], links = [], dags = [] } = design;
  const about = [
    undefined,
    subject.design,
    ...datacenters.map(({ name }) => subject.datacenter(name)),
    ...pairs.map(({ name }) => subject.pair(name)),
    ...links.flatMap(({ from, to }) => [subject.link(from, to), subject.link(to, from)]),
    ...dags.flatMap(({ name, servers = [], databases = [] }) => [
      subject.dag(name),
      ...servers.map((server) => subject.server(server.name)),
      ...databases.map((database) => subject.database(database.name)),
    ]),
  ];
  const note = fc
    .record({ about: fc.constantFrom(...about), text, 'x-by': fc.constantFrom(undefined, 'me') })
    .map((each): Note => ({
      ...(each.about !== undefined && { subject: each.about }),
      text: each.text,
      ...(each['x-by'] !== undefined && { 'x-by': each['x-by'] }),
    }));
  return fc.array(note, { maxLength });
}

/** A design with such notes, or with no list of notes at all. */
export function withRandomNotes(design: Design): fc.Arbitrary<Design> {
  return fc.option(randomNotes(design), { nil: undefined }).map((notes) => (notes ? { ...design, notes } : design));
}
