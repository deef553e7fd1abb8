import { describe, expect, it } from 'vitest';
import { loadDesign, loadRequirements } from '../../planner/design/load.ts';
import type { Problem } from '../../planner/design/problem.ts';

function problemsOf(text: string): readonly Problem[] {
  const loaded = loadDesign(text);
  return loaded.ok ? [] : loaded.problems;
}

function problemsOfDesign(parts: object): readonly Problem[] {
  return problemsOf(JSON.stringify({ format: 'dagwright/1', name: 'Test', ...parts }));
}

const twoServers = [
  { name: 'A', volumes: [{ name: 'V1' }] },
  { name: 'B', volumes: [{ name: 'V1' }] },
];

describe('loadDesign(text) accepts', () => {
  it('a design that states only its format and name', () => {
    expect(loadDesign('{"format":"dagwright/1","name":"Test"}')).toEqual({
      ok: true,
      value: { format: 'dagwright/1', name: 'Test' },
    });
  });

  it('a byte order mark and CRLF line ends', () => {
    expect(problemsOf('\uFEFF{\r\n"format": "dagwright/1",\r\n"name": "Test"\r\n}\r\n')).toEqual([]);
  });

  it('properties that begin with x-, at any depth, and $schema', () => {
    expect(
      problemsOfDesign({
        $schema: 'design.schema.json',
        'x-note': { any: [1] },
        dags: [{ name: 'D', 'x-rack': null }],
      }),
    ).toEqual([]);
  });

  it('numbers up to 1e15, and any in extensions', () => {
    expect(problemsOfDesign({ hardware: [{ name: 'H', memoryGB: 1e15, 'x-serial': 1e300 }] })).toEqual([]);
  });

  it('quotes, angle brackets, ampersands and letters of any script in names', () => {
    expect(
      problemsOfDesign({ datacenters: [{ name: `<b>"O'Neil" & Söhne</b>`.replace('/', '') }, { name: 'מרכז' }] }),
    ).toEqual([]);
  });

  it('what a rule judges: two copies on one server, preferences that skip, 20 members, lag of a year', () => {
    expect(
      problemsOfDesign({
        dags: [
          {
            name: 'D',
            servers: [{ name: 'A' }, ...Array.from({ length: 19 }, (_, i) => ({ name: `S${i}` }))],
            databases: [
              {
                name: 'DB',
                copies: [
                  { server: 'A', activationPreference: 7 },
                  { server: 'A', replayLagHours: 8760 },
                ],
              },
            ],
          },
        ],
      }),
    ).toEqual([]);
  });
});

describe('loadDesign(text) refuses a text that is not a design, and names the place', () => {
  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['white space', ' \n\t', 'The file is empty.'],
    ['binary data', 'PK\u0003\u0004\0\0', 'The file is not text.'],
    [
      'a truncated file',
      '{"format": "dagwright/1", "name": "T',
      'The file is not valid JSON: a text has no closing quote at line 1, column 35.',
    ],
    [
      'a missing comma',
      '{\n  "format": "dagwright/1"\n  "name": "T"\n}',
      'The file is not valid JSON: a comma is missing at line 3, column 3.',
    ],
    [
      'NaN',
      '{"format": "dagwright/1", "name": NaN}',
      'The file is not valid JSON: a value cannot begin here at line 1, column 35.',
    ],
    ['a comment', '{} // note', 'The file is not valid JSON: JSON has no comments at line 1, column 4.'],
    ['deep nesting', '['.repeat(100_000), 'The file nests too deeply.'],
    ['a list', '[]', 'The file does not hold an object.'],
    ['null', 'null', 'The file does not hold an object.'],
  ])('%s', (_, text, message) => {
    expect(problemsOf(text).map((problem) => problem.message)).toEqual([message]);
    expect(problemsOf(text)[0]?.path).toBe('');
  });

  it('a property that stands twice, which JSON.parse would silently drop', () => {
    expect(problemsOf('{"format":"dagwright/1","name":"A","name":"B"}')).toMatchObject([
      { path: '/name', message: '"name" stands twice in the same object; the second is at line 1, column 36.' },
    ]);
  });

  it.each([
    ['no format', {}, '"format" is missing, so this is not a Dagwright file.'],
    [
      'a newer format',
      { format: 'dagwright/2' },
      'This file has a format that this Dagwright does not know; a newer one may.',
    ],
    [
      'requirements',
      { format: 'dagwright-requirements/1' },
      'These are requirements, where a design is asked for; `dagwright new` makes one from them.',
    ],
  ])('%s', (_, value, message) => {
    expect(problemsOf(JSON.stringify(value))).toMatchObject([{ path: '/format', message, expected: '"dagwright/1"' }]);
  });
});

describe('loadDesign(text) gives every problem its path, what was expected and what was found, all at once', () => {
  it('in one answer', () => {
    expect(
      problemsOfDesign({
        hardware: [{ name: 'H', cores: '24', memoryGB: -1, memory: 8 }],
        dags: [{ name: 'D', fileSystem: 'FAT' }, {}],
      }),
    ).toEqual([
      {
        path: '/hardware/0/memory',
        message: '"memory" is not a property of Hardware.',
        expected:
          'one of name, processor, formFactorU, sockets, cores, specIntRate2006, memoryGB, physical, batteryBackedWriteCache, bays, systemDisks, dataDisk, or a name that begins with x-',
        found: '8',
      },
      {
        path: '/hardware/0/cores',
        message: 'This is not a whole number (cores).',
        expected: 'a whole number (cores)',
        found: '"24"',
      },
      { path: '/hardware/0/memoryGB', message: 'This is negative.', expected: 'at least 0 GB', found: '-1' },
      {
        path: '/dags/0/fileSystem',
        message: 'This value is not allowed here.',
        expected: '"NTFS" or "ReFS"',
        found: '"FAT"',
      },
      { path: '/dags/1/name', message: '"name" is missing.', expected: 'a text', found: 'nothing' },
    ]);
  });

  it.each([
    ['{"format":"dagwright/1","name":""}', 'This name is empty.', /^a name: /],
    [
      '{"format":"dagwright/1","name":"T","pairs":[{"name":"P","datacenters":[]}]}',
      'This list is too short.',
      /^at least 2 items$/,
    ],
    [
      '{"format":"dagwright/1","name":"T","hardware":[{"name":"H","cores":1e999}]}',
      'This is too large to calculate with.',
      /^at most 1e15$/,
    ],
  ])('%s in words', (text, message, expected) => {
    expect(problemsOf(text)).toMatchObject([{ message, expected: expect.stringMatching(expected) as string }]);
  });

  it.each([
    [
      'a number too large to hold',
      '{"format":"dagwright/1","name":"T","links":[{"from":"A","to":"B","roundTripMs":1e999}]}',
      '/links/0/roundTripMs',
    ],
    [
      'a number too large to calculate with',
      '{"format":"dagwright/1","name":"T","links":[{"from":"A","to":"B","roundTripMs":1e16}]}',
      '/links/0/roundTripMs',
    ],
    [
      'so many mailboxes of a tier named as extensions are',
      '{"format":"dagwright/1","name":"T","mailboxTiers":[{"name":"x-a"}],"dags":[{"name":"D","databases":[{"name":"DB","mailboxes":{"x-a":1e16}}]}]}',
      '/dags/0/databases/0/mailboxes/x-a',
    ],
    ['a prototype key', '{"format":"dagwright/1","name":"T","__proto__":{"polluted":true}}', '/__proto__'],
    ['a constructor key', '{"format":"dagwright/1","name":"T","constructor":{}}', '/constructor'],
    ['a forbidden name', '{"format":"dagwright/1","name":"T","dags":[{"name":"__proto__"}]}', '/dags/0/name'],
    ['a newline in a name', '{"format":"dagwright/1","name":"T","dags":[{"name":"a\\nb"}]}', '/dags/0/name'],
    [
      'a bidirectional control in a name',
      '{"format":"dagwright/1","name":"T","dags":[{"name":"a\\u202eb"}]}',
      '/dags/0/name',
    ],
    ['a leading space in a name', '{"format":"dagwright/1","name":"T","dags":[{"name":" a"}]}', '/dags/0/name'],
    ['a trailing space in a name', '{"format":"dagwright/1","name":"T","dags":[{"name":"a "}]}', '/dags/0/name'],
    ['a slash in a name', '{"format":"dagwright/1","name":"T","dags":[{"name":"a/b"}]}', '/dags/0/name'],
    ['a colon in a name', '{"format":"dagwright/1","name":"T","dags":[{"name":"a:b"}]}', '/dags/0/name'],
    ['an empty name', '{"format":"dagwright/1","name":""}', '/name'],
    [
      '23 hourly shares',
      `{"format":"dagwright/1","name":"T","replication":{"hourlyLogShare":[${Array(23).fill(0.04).join()}]}}`,
      '/replication/hourlyLogShare',
    ],
    ['a date that is none', '{"format":"dagwright/1","name":"T","document":{"date":"31.3.2026"}}', '/document/date'],
  ])('%s', (_, text, path) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.expected).not.toBe('');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('loadDesign(text) refuses names that stand twice and references to what is not there', () => {
  it.each([
    [
      'server of another DAG with the same name',
      {
        dags: [
          { name: 'D1', servers: [{ name: 'A' }] },
          { name: 'D2', servers: [{ name: 'A' }] },
        ],
      },
      '/dags/1/servers/0/name',
    ],
    [
      'database with the same name',
      { dags: [{ name: 'D', databases: [{ name: 'X' }, { name: 'X' }] }] },
      '/dags/0/databases/1/name',
    ],
    [
      'volume with the same name on one server',
      { dags: [{ name: 'D', servers: [{ name: 'A', volumes: [{ name: 'V' }, { name: 'V' }] }] }] },
      '/dags/0/servers/0/volumes/1/name',
    ],
    [
      'unknown datacenter of a server',
      { dags: [{ name: 'D', servers: [{ name: 'A', datacenter: 'North' }] }] },
      '/dags/0/servers/0/datacenter',
    ],
    [
      'unknown hardware',
      { dags: [{ name: 'D', servers: [{ name: 'A', hardware: 'H' }] }] },
      '/dags/0/servers/0/hardware',
    ],
    ['unknown pair', { dags: [{ name: 'D', pair: 'P' }] }, '/dags/0/pair'],
    [
      'unknown witness datacenter',
      { dags: [{ name: 'D', witness: { datacenter: 'W' } }] },
      '/dags/0/witness/datacenter',
    ],
    [
      'unknown tier',
      { dags: [{ name: 'D', databases: [{ name: 'X', mailboxes: { Staff: 5 } }] }] },
      '/dags/0/databases/0/mailboxes/Staff',
    ],
    [
      'copy on a server that is no member',
      { dags: [{ name: 'D', servers: twoServers, databases: [{ name: 'X', copies: [{ server: 'C' }] }] }] },
      '/dags/0/databases/0/copies/0/server',
    ],
    [
      'copy on a volume that its server lacks',
      {
        dags: [{ name: 'D', servers: twoServers, databases: [{ name: 'X', copies: [{ server: 'A', volume: 'V2' }] }] }],
      },
      '/dags/0/databases/0/copies/0/volume',
    ],
    ['link to nowhere', { datacenters: [{ name: 'A' }], links: [{ from: 'A', to: 'B' }] }, '/links/0/to'],
    ['link to itself', { datacenters: [{ name: 'A' }], links: [{ from: 'A', to: 'A' }] }, '/links/0/to'],
    [
      'second link between the same two',
      {
        datacenters: [{ name: 'A' }, { name: 'B' }],
        links: [
          { from: 'A', to: 'B' },
          { from: 'B', to: 'A' },
        ],
      },
      '/links/1',
    ],
  ])('%s', (_, parts, path) => {
    expect(problemsOfDesign(parts).map((problem) => problem.path)).toEqual([path]);
  });

  it('and lists the names there are', () => {
    expect(
      problemsOfDesign({
        datacenters: [{ name: 'East' }, { name: 'West' }],
        dags: [{ name: 'D', servers: [{ name: 'A', datacenter: 'Est' }] }],
      }),
    ).toEqual([
      {
        path: '/dags/0/servers/0/datacenter',
        message: 'There is no datacenter of this name.',
        expected: 'one of East, West',
        found: '"Est"',
      },
    ]);
  });
});

describe('loadRequirements(text)', () => {
  it('refuses a design and says so', () => {
    const loaded = loadRequirements('{"format":"dagwright/1","name":"T"}');
    expect(loaded).toMatchObject({
      ok: false,
      problems: [{ path: '/format', message: 'This is a design, where requirements are asked for.' }],
    });
  });

  it('takes one datacenter or two, and refuses none, three and two of the same name', () => {
    const paths = (datacenters: { name: string }[]): unknown => {
      const loaded = loadRequirements(JSON.stringify({ format: 'dagwright-requirements/1', name: 'T', datacenters }));
      return loaded.ok ? [] : loaded.problems.map((problem) => problem.path);
    };
    expect(paths([])).toEqual(['/datacenters']);
    expect(paths([{ name: 'A' }])).toEqual([]);
    expect(paths([{ name: 'A' }, { name: 'B' }, { name: 'C' }])).toEqual(['/datacenters']);
    expect(paths([{ name: 'A' }, { name: 'A' }])).toEqual(['/datacenters/1/name']);
    expect(paths([{ name: 'A' }, { name: 'B' }])).toEqual([]);
  });
});
