import { indexDesign } from '../../design/index.ts';
import { parseSubject, type Subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import { fatesOf, isEmptied, type PlayedFailures } from '../fates.ts';
import { activatedLook, emptiedLook, failedLook } from '../looks.ts';
import type { Palette } from '../palette.ts';

/** What failures make of a shape: a word after its label, and what of its style becomes another. */
export interface Mark {
  readonly word?: string;
  readonly style: Readonly<Record<string, string | number>>;
}

/** The marks of the screen for draw.io: what is out of service dashed in red and named so, a copy that took over green. */
export function failureMarks(
  design: Design,
  failures: PlayedFailures,
  palette: Palette,
): (about: Subject) => Mark | undefined {
  const { servers, failed } = fatesOf(failures);
  const { databases } = indexDesign(design);
  const outOfService = (word?: string): Mark => ({
    ...(word !== undefined && { word }),
    style: { strokeColor: palette[failedLook.stroke], strokeWidth: 1.5, dashed: 1, fontColor: palette.red },
  });
  const ofServer = (name: string): Mark | undefined => {
    switch (servers.get(name)?.state) {
      case 'failed':
        return outOfService('failed');
      case 'stopped':
        return outOfService('no quorum');
      default:
        return undefined;
    }
  };
  const ofCopy = (database: string, server: string): Mark | undefined => {
    const fate = servers.get(server);
    const copy = databases.get(database)?.copies.find(({ value }) => value.server === server)?.value;
    const isOnLostDisk = copy?.volume !== undefined && fate?.lostDisks.has(copy.volume) === true;
    if (isEmptied(fate) || isOnLostDisk)
      return { style: { fillColor: 'none', strokeColor: palette[emptiedLook.stroke], fontColor: palette.ink3 } };
    if (fate?.lostCopies.has(database)) return outOfService();
    if (!fate?.activated.has(database)) return undefined;
    const fill = palette[activatedLook.fill];
    return { style: { fillColor: fill, strokeColor: fill, dashed: 0, fontColor: palette.panel } };
  };
  return (about) => {
    const { kind, name = '', second = '' } = parseSubject(about) ?? {};
    if (kind === 'server') return ofServer(name);
    if (kind === 'copy') return ofCopy(name, second);
    return failed.has(about) ? outOfService(kind === 'link' ? 'cut' : 'failed') : undefined;
  };
}
