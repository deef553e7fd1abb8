import { subject, type Subject } from '../../design/subject.ts';
import type { DataDisk, Exchange, Hardware, Replication, Requirements, Sizing, Transport } from '../../design/types.ts';
import { failureModes, type FailureMode } from '../../simulate/failover/failureModes.ts';
import type { ExchangeVersion } from '../catalog.ts';
import { definition, Fields, requirementsDefinition } from '../fields.ts';
import { given, type Quantity } from '../figure.ts';
import { NotStated, type Scope } from '../formula.ts';
import { tierScope, type TierScope } from '../tier/scope.ts';

type Part<K extends keyof Requirements> = NonNullable<Requirements[K]>;

/** What a planner has chosen where the requirements leave it open. */
export interface Choice {
  readonly version: ExchangeVersion;
  readonly serversPerDatacenter?: number;
  readonly dags?: number;
  /** Databases of each DAG. */
  readonly databases?: number;
}

/** A recovery point objective of so many hours. */
export interface RecoveryPoint extends Scope {
  readonly plan: Plan;
  readonly hours: number;
}

/**
 * Requirements whose figures are asked for. All DAGs are alike, and so are the servers of a datacenter; the figures of the whole design
 * have the subject `design`, those of a server that of its datacenter. Where each DAG is active in one datacenter alone, the first
 * datacenter stands for a DAG's home and the second for the other one.
 */
export class Plan implements Scope {
  readonly subject = subject.design;
  readonly root: Fields<Requirements>;
  readonly copies: Fields<Part<'copies'>>;
  readonly databases: Fields<Part<'databases'>>;
  readonly storage: Fields<Part<'storage'>>;
  readonly link: Fields<Part<'link'>>;
  readonly sizing: Fields<Sizing>;
  readonly replication: Fields<Replication>;
  readonly transport: Fields<Transport>;
  readonly exchange: Fields<Exchange>;
  readonly tiers: readonly TierScope[];
  readonly sites: readonly [Site] | readonly [Site, Site];
  /** From one hour to a day. */
  readonly recoveryPoints: readonly RecoveryPoint[];
  /** Whether the workbook's figures are asked for, slips included. */
  readonly parity: boolean;

  constructor(
    readonly stated: Requirements,
    private readonly choice: Choice,
  ) {
    this.root = new Fields(requirementsDefinition(), '', stated);
    this.copies = new Fields(requirementsDefinition('copies'), '/copies', stated.copies);
    this.databases = new Fields(requirementsDefinition('databases'), '/databases', stated.databases);
    this.storage = new Fields(requirementsDefinition('storage'), '/storage', stated.storage);
    this.link = new Fields(requirementsDefinition('link'), '/link', stated.link);
    this.sizing = new Fields(definition('sizing'), '/sizing', stated.sizing);
    this.replication = new Fields(definition('replication'), '/replication', stated.replication);
    this.transport = new Fields(definition('transport'), '/transport', stated.transport);
    this.exchange = new Fields(definition('exchange'), '/exchange', stated.exchange);
    this.parity = this.root.get('calculatorParity').value;
    const context = {
      sizing: this.sizing,
      version: () => this.version,
      multiRole: this.exchange.get('multiRole').value,
      replicated: this.replicated,
    };
    this.tiers = (stated.mailboxTiers ?? []).map((value, i) =>
      tierScope({ value, path: `/mailboxTiers/${i}` }, context),
    );
    this.recoveryPoints = Array.from({ length: 24 }, (_, i) => ({
      plan: this,
      hours: i + 1,
      subject: subject.design,
      variant: `${i + 1}h`,
    }));
    const first = new Site(this, 0);
    this.sites = this.siteResilient ? [first, new Site(this, 1)] : [first];
  }

  get version(): Quantity<ExchangeVersion> {
    const stated = this.exchange.states('version');
    return given(this.choice.version, '', stated ? '/exchange/version' : 'the version that the ruleset is about');
  }

  get distribution(): NonNullable<Requirements['userDistribution']> {
    return this.root.get('userDistribution').value;
  }

  /** Whether databases of one DAG are active in both datacenters. */
  get activeInBoth(): boolean {
    return this.distribution === 'activeActiveOneDag';
  }

  get siteResilient(): boolean {
    return this.distribution !== 'oneDatacenter';
  }

  /** Whether databases have several copies. */
  get replicated(): boolean {
    return this.copies.get('highlyAvailable').value + this.copies.get('lagged').value > 1;
  }

  /** Servers of each DAG in each datacenter. @throws NotStated where nobody has chosen */
  get servers(): Quantity<number> {
    return this.chosen(
      this.root.find('serversPerDatacenter'),
      this.choice.serversPerDatacenter,
      'servers',
      '/serversPerDatacenter',
    );
  }

  /** @throws NotStated where nobody has chosen */
  get dags(): Quantity<number> {
    return this.chosen(this.root.find('dags'), this.choice.dags, 'DAGs', '/dags');
  }

  /** The number of databases of each DAG that is asked for or planned with the servers; undefined where it is to be found. */
  get fixedDatabases(): Quantity<number> | undefined {
    const { databases } = this.choice;
    return this.databases.find('count') ?? (databases === undefined ? undefined : planned(databases, 'databases'));
  }

  private chosen(
    stated: Quantity<number> | undefined,
    choice: number | undefined,
    unit: string,
    path: string,
  ): Quantity<number> {
    if (stated) return stated;
    if (choice === undefined) throw new NotStated(path);
    return planned(choice, unit);
  }
}

type SystemDisks = NonNullable<Hardware['systemDisks']>;

/** The servers of one datacenter; they are alike. */
export class Site implements Scope {
  readonly subject: Subject;
  readonly hardware: Fields<Hardware>;
  readonly dataDisk: Fields<DataDisk>;
  readonly systemDisks: Fields<SystemDisks>;
  /** The server model as stated. */
  readonly model: Hardware | undefined;
  private readonly failures: ReadonlyMap<FailureMode | 'worst', Failure>;

  constructor(
    readonly plan: Plan,
    readonly index: 0 | 1,
  ) {
    const { datacenters, hardware, hardwareInSecondDatacenter } = plan.stated;
    this.subject = subject.datacenter(
      datacenters?.[index]?.name ?? ['First datacenter', 'Second datacenter'][index] ?? '',
    );
    const own = index === 1 && hardwareInSecondDatacenter !== undefined;
    this.model = own ? hardwareInSecondDatacenter : hardware;
    const path = own ? '/hardwareInSecondDatacenter' : '/hardware';
    this.hardware = new Fields(definition('hardware'), path, this.model);
    this.dataDisk = new Fields(definition('hardware', 'dataDisk'), `${path}/dataDisk`, this.model?.dataDisk);
    this.systemDisks = new Fields(
      definition('hardware', 'systemDisks'),
      `${path}/systemDisks`,
      this.model?.systemDisks,
    );
    this.failures = new Map(
      [...failureModes, 'worst' as const].map((mode) => [
        mode,
        { site: this, mode, subject: this.subject, variant: mode },
      ]),
    );
  }

  /** The other datacenter of the pair. */
  get other(): Site | undefined {
    return this.plan.sites[1 - this.index];
  }

  /** A server of this datacenter in the worst failure of a mode, or of all modes that count. */
  in(mode: FailureMode | 'worst'): Failure {
    const failure = this.failures.get(mode);
    if (!failure) throw new RangeError(`There is no failure mode ${mode}.`);
    return failure;
  }
}

/** A server of a datacenter that is up while others have failed. */
export interface Failure extends Scope {
  readonly site: Site;
  readonly mode: FailureMode | 'worst';
}

function planned(value: number, unit: string): Quantity<number> {
  return given(value, unit, 'planned: the fewest servers, then the fewest disks, that hold');
}
