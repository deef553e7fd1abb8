import type { PlacedServer } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import type { Figure, Operand } from '../figure.ts';
import { megacycleTable } from '../catalog.ts';
import { purchasableMemoryGB } from '../memory.ts';
import { sizingOptions } from '../options.ts';
import { failureModes, type FailureMode, type ServerLoad } from '../serverLoad.ts';
import { formattedGB, maximumDatabaseSizeGB } from '../volume.ts';
import { calculator, from, given, sizingOperand } from './operands.ts';

const simulated = 'Placement of every failure of the mode (facts B2.8, C5)';

/** What a server hosts, and what it carries in each failure mode. */
export function serverFigures(design: Design, server: PlacedServer, load: ServerLoad): Figure[] {
  const at = subject.server(load.server);
  const figure = (
    id: string,
    value: number,
    unit: string,
    formula: string,
    inputs: Operand[],
    source: string,
  ): Figure => ({
    id,
    subject: at,
    value,
    unit,
    formula,
    inputs,
    source,
  });
  const copies = figure('copiesPerServer', load.copies, 'copies', 'copies whose server this is', [], 'The design');
  const dataVolumes = server.volumes.filter(({ copies: held }) => held.length > 0).length;
  return [
    copies,
    figure(
      'dataVolumesPerServer',
      dataVolumes,
      'volumes',
      'volumes that hold copies',
      [from(copies, 'copies')],
      'The design',
    ),
    figure(
      'serverIOPS',
      load.volumes.reduce((sum, { iops }) => sum + iops, 0),
      'IOPS',
      'Σ I/O of its copies',
      [],
      `${calculator} (facts A7)`,
    ),
    ...largestDatabase(figure, design, server),
    ...failureModes.flatMap((mode) => modeFigures(figure, design, server, load, mode)),
    ...memoryFigures(figure, design, load),
    ...activationLimits(figure, server, load),
  ];
}

type Make = (id: string, value: number, unit: string, formula: string, inputs: Operand[], source: string) => Figure;

/** The largest database that the server's disks leave room for, several of them on each. */
function largestDatabase(figure: Make, design: Design, { hardware, volumes }: PlacedServer): Figure[] {
  const options = sizingOptions(design);
  const rawGB = hardware?.value.dataDisk?.capacityGB;
  const perVolume = Math.max(0, ...volumes.map(({ copies }) => copies.length));
  if (rawGB === undefined || perVolume < 2) return [];
  const disk = formattedGB(rawGB);
  return [
    figure(
      'maximumDatabaseSize',
      Math.min(options.maximumDatabaseSizeGB, maximumDatabaseSizeGB(disk, perVolume, options)),
      'GB',
      'disk ÷ databases × (1 − free) ÷ (1 + index + index ÷ databases), at most the largest to plan',
      [
        given('disk', disk, 'GB', `${hardware?.path ?? ''}/dataDisk/capacityGB, formatted`),
        given('databases', perVolume, 'databases', 'the most on a volume'),
        sizingOperand(design, 'free', 'volumeFreeFraction', '1'),
        sizingOperand(design, 'index', 'contentIndexFraction', '1'),
        sizingOperand(design, 'largest to plan', 'maximumDatabaseSizeGB', 'GB'),
      ],
      `${calculator} (facts A5), which keeps no room for restores or logs here`,
    ),
  ];
}

function modeFigures(
  figure: Make,
  { exchange }: Design,
  { hardware }: PlacedServer,
  load: ServerLoad,
  mode: FailureMode,
): Figure[] {
  const worst = load.modes[mode];
  if (!worst) return [];
  const failed = given('failed', worst.failed.join(', ') || 'nothing', '', 'the worst failure of the mode');
  const active = figure(
    `activeDatabases.${mode}`,
    worst.activeDatabases,
    'databases',
    'databases active here in the worst failure',
    [failed],
    simulated,
  );
  const { cpuUtilization, activeMegacycles, passiveMegacycles } = worst;
  if (cpuUtilization === undefined || activeMegacycles === undefined || passiveMegacycles === undefined)
    return [active];
  const cores = hardware?.value.cores ?? 0;
  const result = hardware?.value.specIntRate2006;
  const virtual = hardware?.value.physical === false ? ' × (1 + hypervisor overhead)' : '';
  return [
    active,
    figure(
      `cpuUtilization.${mode}`,
      cpuUtilization,
      '1',
      '(active + passive) ÷ available',
      [
        given(
          'active',
          activeMegacycles,
          'megacycles',
          `Σ mailboxes of the active databases × active megacycles${virtual}`,
        ),
        given(
          'passive',
          passiveMegacycles,
          'megacycles',
          `Σ mailboxes of the other copies × passive megacycles${virtual}`,
        ),
        given(
          'available',
          load.availableMegacycles ?? 0,
          'megacycles',
          result === undefined
            ? `${cores} cores × 2,000, the baseline processor (facts A2)`
            : `SPECint_rate2006 ${result} × 2,000 ÷ 33.75 (facts A2)`,
        ),
      ],
      `${calculator} (facts A2); ${megacycleTable(exchange?.version ?? '2016').source}`,
    ),
  ];
}

function memoryFigures(figure: Make, design: Design, { memoryNeed, copies, judgedMode }: ServerLoad): Figure[] {
  if (!memoryNeed) return [];
  const source = `${calculator} (facts A4); for Exchange 2016 derived: client access is 0.375 ÷ 1.375 of the multi-role figure${copies > 50 ? '; above 50 copies the minimum is unverified' : ''}`;
  const cache = figure(
    'cache',
    memoryNeed.cacheGB,
    'GB',
    'Σ cache of the active mailboxes ÷ 1,024, rounded up',
    [judgedOperand(design, judgedMode)],
    `${calculator} (facts A4)`,
  );
  const needed = figure(
    'memoryNeeded',
    memoryNeed.neededGB,
    'GB',
    'the larger of minimum and cache × 4 + client access',
    [
      given(
        'minimum',
        memoryNeed.minimumGB,
        'GB',
        'by the copies on the server and the Exchange version (facts A3, A4)',
      ),
      from(cache, 'cache'),
      given(
        'client access',
        memoryNeed.clientAccessGB,
        'GB',
        '2 GB and 2 GB for each core that client access uses (facts A4)',
      ),
    ],
    source,
  );
  return [
    cache,
    needed,
    figure(
      'memory',
      purchasableMemoryGB(memoryNeed.neededGB),
      'GB',
      'memory needed, up to the next size on sale',
      [from(needed, 'memory needed')],
      source,
    ),
  ];
}

function judgedOperand(design: Design, judged: FailureMode): Operand {
  const stated = sizingOperand(design, 'mode', 'designFailure', '');
  if (stated.value === judged) return stated;
  return given('mode', judged, '', 'the worst that leaves the server up; the design failure does not');
}

/** The limits that the calculator derives, here from the simulated worst cases (facts C6). */
function activationLimits(figure: Make, { copies }: PlacedServer, { modes }: ServerLoad): Figure[] {
  const active = (mode: FailureMode): number => modes[mode]?.activeDatabases ?? 0;
  const counts = failureModes.map((mode) => given(mode, active(mode), 'databases', 'simulated'));
  const worst = Math.max(...failureModes.map(active));
  const limit = figure(
    'maximumActiveDatabases',
    worst,
    'databases',
    'the most in any failure mode',
    counts,
    'Role Requirements Calculator, activation limits (facts C6.2)',
  );
  const fewest = Math.min(...copies.map(({ database }) => database.copies?.length ?? 0));
  if (copies.length === 0 || fewest < 4) return [limit];
  const two = active('twoServers');
  return [
    limit,
    figure(
      'maximumPreferredActiveDatabases',
      two < worst ? two : active('oneServer'),
      'databases',
      'two servers lost or, where that is not below the worst, one',
      counts,
      'Role Requirements Calculator, activation limits (facts C6.2)',
    ),
  ];
}
