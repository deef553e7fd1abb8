import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { counted, formatPercent } from '../numbers/format.ts';
import { eventText, failureName, failureTitle, type Result } from '../../planner/simulate/survivors/index.ts';
import type { DesignDocument } from '../state/document.svelte.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { failable } from './events.ts';
import { failoverPlay } from './play.svelte.ts';

/** Fails or heals something, and tells what came of it; says why where there is nothing to do. */
export function toggleFailure(workspace: Workspace, document: DesignDocument, about: Subject): void {
  const play = failoverPlay(document);
  const selector = failable(document.design, about);
  if (selector === undefined) return;
  const cause = play.failures.failed.has(selector)
    ? undefined
    : causeOf(document.design, play.failures.failed, selector);
  if (cause !== undefined) {
    workspace.dialogs.say(`${failureTitle(selector)} is out of service with ${failureName(cause)}: heal that first`);
    return;
  }
  const event = play.toggle(selector);
  workspace.dialogs.announce(`${eventText(event)}: ${summary(play.result, play.cpuLimit)}`);
}

/** Gives a datacenter up by hand or takes it back, and tells what came of it. */
export function toggleSwitchover(workspace: Workspace, document: DesignDocument, datacenter: Subject): void {
  const play = failoverPlay(document);
  const event = play.switchOver(datacenter);
  workspace.dialogs.announce(`${eventText(event)}: ${summary(play.result, play.cpuLimit)}`);
}

/** A result in words: for who cannot see the drawing. */
export function summary({ offline, laggedOnly, moved, worst, overloaded, dags }: Result, cpuLimit: number): string {
  const lost = dags.filter(({ hasQuorum }) => !hasQuorum).map(({ name }) => `${name} has lost quorum`);
  return [
    ...lost,
    `${counted(offline, 'database')} offline`,
    `${counted(moved, 'database')} active elsewhere`,
    ...(laggedOnly > 0 ? [`${counted(laggedOnly, 'database')} on a lagged copy only`] : []),
    ...(worst ? [`worst CPU ${formatPercent(worst.cpu)} on ${worst.server}`] : []),
    ...(overloaded.length > 0 ? [`${counted(overloaded.length, 'server')} over ${formatPercent(cpuLimit)}`] : []),
  ].join(', ');
}

/** By which other failure something is out of service already. */
function causeOf(design: Design, failed: ReadonlySet<Subject>, selector: Subject): Subject | undefined {
  const { kind, name = '', second = '' } = parseSubject(selector) ?? {};
  const server = kind === 'server' || kind === 'volume' ? name : kind === 'copy' ? second : undefined;
  const placed = server === undefined ? undefined : indexDesign(design).servers.get(server);
  if (!placed) return undefined;
  const { datacenter } = placed.value;
  return [
    subject.server(placed.value.name),
    ...(datacenter === undefined ? [] : [subject.datacenter(datacenter)]),
    subject.dag(placed.dag.name),
  ].find((cause) => cause !== selector && failed.has(cause));
}
