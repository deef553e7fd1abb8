import type { Problem } from '../../design/problem.ts';
import type { Design } from '../../design/types.ts';
import { copyLayoutPart } from './copyLayoutPart.ts';
import { disksPart } from './disksPart.ts';
import type { Part, PictureSource } from './part.ts';
import { replicationPairs, replicationPart } from './replicationPart.ts';
import { scenarioPart, scenarioProblem } from './scenarioPart.ts';
import { dagPart, environmentPart, pairPart } from './topologyParts.ts';

/** Something of a design that can be a picture. A new kind of picture is one more entry of `pictureKinds`. */
interface PictureKind {
  /** As it is written before the colon: "dag:DAG1". */
  readonly id: string;
  readonly label: string;
  /** What of the design it can show; undefined where it shows all of it. */
  readonly names: ((design: Design) => readonly string[]) | undefined;
  readonly part: (source: PictureSource, name: string) => Part;
  /** What keeps one of them from being drawn; nothing does where it is not given. */
  readonly problem?: (design: Design, name: string) => Problem | undefined;
}

const named = (list: readonly { readonly name: string }[] = []): string[] => list.map(({ name }) => name);

export const pictureKinds: readonly PictureKind[] = [
  { id: 'environment', label: 'Whole environment', names: undefined, part: environmentPart },
  { id: 'pair', label: 'Datacenter pair', names: ({ pairs }) => named(pairs), part: pairPart },
  { id: 'dag', label: 'DAG', names: ({ dags }) => named(dags), part: dagPart },
  {
    id: 'server',
    label: 'Disks of a server',
    names: ({ dags = [] }) => dags.flatMap(({ servers }) => named(servers)),
    part: disksPart,
  },
  { id: 'copy-layout', label: 'Copy layout of a DAG', names: ({ dags }) => named(dags), part: copyLayoutPart },
  { id: 'replication', label: 'Replication over a link', names: replicationPairs, part: replicationPart },
  {
    id: 'scenario',
    label: 'Failure scenario',
    names: ({ scenarios }) => named(scenarios),
    part: scenarioPart,
    problem: scenarioProblem,
  },
];

/** A picture as it is named: "environment", "dag:DAG1". */
export type PictureName = string;

export type ChosenPicture =
  | { readonly ok: true; readonly name: PictureName; readonly part: (source: PictureSource) => Part }
  | { readonly ok: false; readonly message: string; readonly expected: string };

/** What a picture's name stands for in a design, or why it stands for nothing. A kind alone means the only one of its kind. */
export function choosePicture(design: Design, name: PictureName): ChosenPicture {
  const colon = name.indexOf(':');
  const id = colon < 0 ? name : name.slice(0, colon);
  const kind = pictureKinds.find((each) => each.id === id);
  if (!kind) {
    return { ok: false, message: 'There is no such picture.', expected: pictureKinds.map(formOf).join(', ') };
  }
  const { names, part } = kind;
  if (!names) {
    if (colon >= 0) return { ok: false, message: `${kind.label} takes no name.`, expected: kind.id };
    return { ok: true, name: kind.id, part: (source) => part(source, '') };
  }
  const known = names(design);
  const wanted = colon < 0 && known.length === 1 ? (known[0] ?? '') : name.slice(colon + 1);
  if (colon < 0 && known.length !== 1) {
    return { ok: false, message: `Which one? ${formOf(kind)} names it.`, expected: listOf(kind.id, known) };
  }
  if (!known.includes(wanted)) {
    return { ok: false, message: `The design has no ${wordOf(kind)} of this name.`, expected: listOf(kind.id, known) };
  }
  const problem = kind.problem?.(design, wanted);
  if (problem) {
    const { path, message, expected, found } = problem;
    return { ok: false, message: `${kind.label} ${wanted} cannot be drawn: ${message} (${path}, ${found})`, expected };
  }
  return { ok: true, name: `${kind.id}:${wanted}`, part: (source) => part(source, wanted) };
}

/** The pictures that a design has, in the order of their kinds. */
export function picturesOf(design: Design): { readonly kind: PictureKind; readonly names: readonly PictureName[] }[] {
  return pictureKinds
    .map((kind) => ({ kind, names: kind.names ? kind.names(design).map((name) => `${kind.id}:${name}`) : [kind.id] }))
    .filter(({ names }) => names.length > 0);
}

function formOf({ id, names }: PictureKind): string {
  return names ? `${id}:NAME` : id;
}

function wordOf({ id }: PictureKind): string {
  if (id === 'replication') return 'pair of datacenters';
  return id === 'copy-layout' || id === 'dag' ? 'DAG' : id;
}

/** The first few of the names that could have been meant. */
function listOf(id: string, names: readonly string[]): string {
  const most = 8;
  if (names.length === 0) return 'a design that has one';
  const listed = names.slice(0, most).map((name) => `${id}:${name}`);
  return [...listed, ...(names.length > most ? ['…'] : [])].join(', ');
}
