import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { locate, type Bounds, type Hit, type Scene } from '../../planner/diagram/index.ts';

/** Where a subject is drawn: itself, a database by its copies, hardware by its servers. */
export function placesOf(scene: Scene, design: Design, about: Subject): readonly Hit[] {
  return subjectsOf(design, about).flatMap((drawn) => locate(scene, drawn).map(({ hit }) => hit));
}

function subjectsOf(design: Design, about: Subject): readonly Subject[] {
  const parsed = parseSubject(about);
  const { databases, servers } = indexDesign(design);
  if (parsed?.kind === 'database') {
    return databases.get(parsed.name)?.copies.map(({ value }) => subject.copy(parsed.name, value.server)) ?? [];
  }
  if (parsed?.kind === 'hardware') {
    return [...servers.values()]
      .filter(({ value }) => value.hardware === parsed.name)
      .map(({ value }) => subject.server(value.name));
  }
  return [about];
}

/** The smallest rectangle around all of them; undefined for none. */
export function around(places: readonly Bounds[]): Bounds | undefined {
  if (places.length === 0) return undefined;
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const right = Math.max(...places.map(({ x, width }) => x + width));
  const bottom = Math.max(...places.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
