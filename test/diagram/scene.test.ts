import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { buildScene, type Hit } from '../../planner/diagram/index.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import type { ServerLoad } from '../../planner/sizing/serverLoad.ts';
import { oddDesigns } from './oddDesigns.ts';
import { sampleDesign } from './sampleDesign.ts';
import { hitsOf, numbersIn, overlap, shapesOf, textsOf, within } from './shapes.ts';

const contoso = sampleDesign();
const hitOf = (hits: readonly Hit[], about: string) => hits.filter((hit) => hit.subject === about);

function loadOf(server: string, cpuUtilization: number): ServerLoad {
  const mode = { failed: [], activeDatabases: 0, activeFailed: [], activeMailboxes: 0, cpuUtilization };
  return {
    server,
    copies: 0,
    judgedMode: 'datacenterAndOneServer',
    modes: { datacenterAndOneServer: mode },
    volumes: [],
    notStated: { cpu: [], memory: [], capacity: [], iops: [] },
  };
}

function finding(about: string, severity: Finding['severity'], waived = false): Finding {
  return {
    rule: 'core-count',
    severity,
    subject: about,
    path: '',
    messageId: 'x',
    data: {},
    message: '',
    why: '',
    source: { title: '', fact: 'A4.3', confidence: 'quoted' },
    fixable: false,
    ...(waived && { waiver: { reason: 'agreed' } }),
  };
}

describe('the scene of a datacenter pair', () => {
  const scene = buildScene(contoso);
  const texts = textsOf(scene, 1);

  it.each(['East', 'West', 'DAG1', 'mail.contoso.com', 'unbound, layer 7, no affinity', 'oos-east · oos-west'])(
    'says %s',
    (text) => {
      expect(texts).toContain(text);
    },
  );

  it.each([
    ['what a datacenter holds', '8 servers · 96 data disks · 24,000 mailboxes'],
    ['which witness votes', 'Witness FS01'],
    ['the votes a majority needs', 'third site, 9 of 17 votes needed'],
    ['the round trip', '18 ms'],
    ['the bandwidth', '10 Gbps'],
  ])('says %s', (_, text) => {
    expect(texts).toContain(text);
  });

  it('names every server once', () => {
    for (let i = 1; i <= 16; i++)
      expect(texts.filter((text) => text === `EX${String(i).padStart(2, '0')}`)).toHaveLength(1);
  });

  it('colours 768 copies by activation preference and hatches the lagged ones', () => {
    const copies = scene.layers.find(({ name }) => name === 'copies')?.tiles.flatMap(({ shapes }) => shapes) ?? [];
    const fills = copies.map((shape) =>
      shape.kind === 'rect' ? `${shape.fill ?? ''}${shape.hatched ? ' hatched' : ''}` : '',
    );
    const count = (fill: string) => fills.filter((each) => each === fill).length;
    expect(fills).toHaveLength(768);
    expect(['preference1', 'preference2', 'preference3', 'lagged hatched'].map(count)).toEqual([192, 192, 192, 192]);
  });

  it('explains only the looks it uses', () => {
    const copyLegend = scene.legend.filter(({ minScale, maxScale }) => 1 >= minScale && 1 < maxScale);
    expect(copyLegend.map(({ label }) => label)).toEqual([
      '1 active',
      '2',
      '3',
      '4 lagged 7 d',
      'spare',
      'system, RAID-1',
    ]);
  });

  it('is the same for the same design', () => {
    expect(buildScene(sampleDesign())).toEqual(scene);
  });
});

describe('the level of detail', () => {
  const scene = buildScene(contoso, { loads: (contoso.dags?.[0]?.servers ?? []).map(({ name }) => loadOf(name, 0.5)) });
  const layersAt = (scale: number) =>
    scene.layers.filter(({ minScale, maxScale }) => scale >= minScale && scale < maxScale).map(({ name }) => name);

  it.each([
    ['a tint per server from afar', 0.1, 'heat', true],
    ['no disks from afar', 0.1, 'disks', false],
    ['disks before copies', 0.3, 'disks', true],
    ['no copies before they are four pixels wide', 0.46, 'copies', false],
    ['copies at 100 %', 1, 'copies', true],
    ['no tint at 100 %', 1, 'heat', false],
    ['preferences when they can be read', 1.5, 'preferences', true],
    ['no database names yet', 1.5, 'databases', false],
    ['database names up close', 4, 'databases', true],
  ])('shows %s', (_, scale, layer, shown) => {
    expect(layersAt(scale).includes(layer)).toBe(shown);
  });

  it('names the servers at every scale', () => {
    for (const scale of [0.05, 0.21, 0.22, 0.46, 0.47, 1, 4, 20]) expect(textsOf(scene, scale)).toContain('EX16');
  });

  it.each([0.15, 0.4, 1])('cuts no name of clients, farms or witnesses at scale %s, stated or not', (scale) => {
    const [pair] = contoso.pairs ?? [];
    const farms = ['officeonline-amsterdam', 'officeonline-rotterdam'].map((name) => ({ host: `${name}.contoso.com` }));
    const namespaces = ['autodiscover', 'mail'].map((name) => ({ host: `${name}.contoso-holding.com` }));
    const bare = { ...contoso, pairs: [{ name: 'P', datacenters: pair?.datacenters ?? ['East', 'West'] }], dags: [] };
    const long = { ...contoso, pairs: [{ ...pair, ...bare.pairs[0], officeOnline: farms, namespaces }] };
    for (const design of [contoso, { ...long, dags: [] }, { ...bare, dags: [{ name: 'DAG1', pair: 'P' }] }] as Design[])
      expect(textsOf(buildScene(design), scale).filter((text) => text.includes('…'))).toEqual([]);
  });

  it('names databases and volumes up close', () => {
    expect(textsOf(scene, 8)).toEqual(expect.arrayContaining(['DB192', 'VOL01', 'spare', 'lag 7 d', 'active']));
  });
});

describe('the load of a server', () => {
  it.each([
    [0.3, 'preference2', '30 %'],
    [0.8, 'preference2', '80 %'],
    [0.81, 'amber', '81 %'],
    [1, 'amber', '100 %'],
    [1.2, 'red', '120 %'],
  ])('of %d is a bar in %s that says %s', (utilization, role, text) => {
    const scene = buildScene(sampleDesign({ serversPerDatacenter: 2, databases: 4 }), {
      loads: [loadOf('EX01', utilization)],
    });
    const bars = scene.layers.find(({ name }) => name === 'bars')?.tiles.flatMap(({ shapes }) => shapes) ?? [];
    expect(bars.flatMap((shape) => (shape.kind === 'rect' ? [shape.fill] : []))).toEqual([role]);
    expect(textsOf(scene, 1)).toContain(text);
  });

  it('is called not stated where the design does not tell', () => {
    expect(textsOf(buildScene(contoso, { loads: [loadOf('EX01', 0.3)] }), 1)).toContain('CPU not stated');
  });

  it('is that of the failure by which the server is judged', () => {
    const load: ServerLoad = { ...loadOf('EX01', 0.3), judgedMode: 'oneServer' };
    expect(textsOf(buildScene(contoso, { loads: [load] }), 1)).not.toContain('30 %');
  });
});

describe('findings', () => {
  const marksOf = (...findings: Finding[]) =>
    shapesOf(buildScene(contoso, { findings })).flatMap((shape) => (shape.kind === 'marker' ? [shape.marker] : []));

  it.each([
    ['a deviation of a server', [finding('server:EX01', 'warning')], ['triangle']],
    ['an unsupported server', [finding('server:EX01', 'error')], ['cross']],
    ['the worse of two', [finding('server:EX01', 'error'), finding('server:EX01', 'warning')], ['cross']],
    ['a disk, and its server', [finding('volume:EX01/VOL01', 'warning')], ['triangle', 'triangle']],
    ['a copy, and its server', [finding('copy:DB001/EX01', 'error')], ['cross', 'cross']],
    ['no advice', [finding('server:EX01', 'info')], []],
    ['nothing that is waived', [finding('server:EX01', 'error', true)], []],
    [
      'the link, the witness and the pair',
      ['link:East/West', 'witness:DAG1', 'pair:East–West'].map((s) => finding(s, 'warning')),
      ['triangle', 'triangle', 'triangle'],
    ],
  ] as [string, Finding[], string[]][])('mark %s', (_, findings, marks) => {
    expect(marksOf(...findings)).toEqual(marks);
  });
});

describe('hit boxes', () => {
  const hits = hitsOf(buildScene(contoso));

  it('cover every server, volume and copy once', () => {
    expect(hits.filter((hit) => hit.subject.startsWith('server:'))).toHaveLength(16);
    expect(hits.filter((hit) => hit.subject.startsWith('volume:'))).toHaveLength(16 * 13);
    expect(hits.filter((hit) => hit.subject.startsWith('copy:'))).toHaveLength(768);
  });

  it('cover the pair, datacenters, DAG, witness and link', () => {
    for (const about of ['pair:East–West', 'datacenter:East', 'dag:DAG1', 'witness:DAG1', 'link:East/West']) {
      expect(hitOf(hits, about).length).toBeGreaterThan(0);
    }
  });

  it('lie within their parents', () => {
    for (const parent of hits) for (const child of parent.children) expect(within(child, parent)).toBe(true);
  });
});

describe('ten DAGs of sixteen servers', () => {
  const scene = buildScene(sampleDesign({ dags: 10, serversPerDatacenter: 8, databases: 112 }));
  const hits = hitsOf(scene);
  const cards = hits.filter((hit) => hit.subject.startsWith('server:'));

  it('stand each in a place of its own', () => {
    expect(cards).toHaveLength(160);
    for (const [i, a] of cards.entries()) for (const b of cards.slice(i + 1)) expect(overlap(a, b)).toBe(false);
  });

  it('stand under the heading of their DAG in both datacenters', () => {
    for (let i = 1; i <= 10; i++) {
      const sections = hitOf(hits, subject.dag(`DAG${i}`));
      expect(sections).toHaveLength(2);
      expect(sections[0]?.y).toBe(sections[1]?.y);
      expect(sections.map(({ children }) => children.length)).toEqual([8, 8]);
    }
  });

  it('fill a wide screen rather than a strip', () => {
    expect(scene.width / scene.height).toBeGreaterThan(0.8);
    expect(scene.width / scene.height).toBeLessThan(3);
  });
});

describe('odd designs', () => {
  it.each(Object.entries(oddDesigns))('are drawn: %s', (_, design) => {
    const scene = buildScene(design);
    expect(
      numbersIn({ ...scene, legend: [], layers: scene.layers.map(({ tiles }) => tiles) }).every(
        (n) => Number.isFinite(n) || n === Infinity,
      ),
    ).toBe(true);
    expect(shapesOf(scene).length).toBeGreaterThan(0);
    const paper = { x: scene.x - 20, y: scene.y - 20, width: scene.width + 40, height: scene.height + 40 };
    for (const shape of shapesOf(scene)) if (shape.kind === 'rect') expect(within(shape, paper)).toBe(true);
    const servers = (design.dags ?? []).flatMap((dag) => dag.servers ?? []);
    expect(hitsOf(scene).filter((hit) => hit.subject.startsWith('server:'))).toHaveLength(servers.length);
  });

  it.each([
    ['empty', 'Nothing to draw yet'],
    ['no datacenter stated', 'Datacenter not stated'],
    ['a pair without a DAG', 'No servers'],
    ['a DAG without servers in a pair', 'Witness not stated'],
    ['an odd number of members', '2 of 3 votes needed'],
    ['a witness for every DAG', '6 witnesses'],
    ['several pairs', 'Without a datacenter pair'],
  ])('say what they lack: %s', (name, text) => {
    expect(textsOf(buildScene(oddDesigns[name] ?? contoso), 1).join('\n')).toContain(text);
  });

  it('are drawn whatever is stated', () => {
    const name = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
    const copy = fc.record(
      {
        server: fc.constantFrom('S0', 'S1', 'S2'),
        volume: fc.constantFrom('V0', 'V1'),
        activationPreference: fc.nat(12),
        replayLagHours: fc.nat(400),
      },
      { requiredKeys: ['server'] },
    );
    const design = fc.record(
      {
        format: fc.constant('dagwright/1' as const),
        name,
        datacenters: fc.constant([{ name: 'A' }, { name: 'B' }]),
        pairs: fc.constantFrom([], [{ name: 'P', datacenters: ['A', 'B'] as [string, string] }]),
        dags: fc
          .tuple(
            name,
            fc.subarray(['S0', 'S1', 'S2']),
            fc.constantFrom('A', 'B', undefined),
            fc.array(fc.array(copy, { maxLength: 6 }), { maxLength: 8 }),
          )
          .map(([dag, servers, datacenter, databases]) => [
            {
              name: dag,
              servers: servers.map((server) => ({
                name: server,
                ...(datacenter && { datacenter }),
                volumes: [{ name: 'V0' }, { name: 'V1' }],
              })),
              databases: databases.map((copies, i) => ({ name: `DB${i}`, copies })),
            },
          ]),
      },
      { requiredKeys: ['format', 'name'] },
    );
    fc.assert(
      fc.property(design, (each: unknown) => {
        const numbers = numbersIn(buildScene(each as Design).layers.map(({ tiles }) => tiles));
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
