import { counted, exactNumber } from '../numbers/format.ts';
import { indexDesign, type PlacedCopy } from '../../planner/design/index.ts';
import { parseSubject, subject as subjects, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';

/** What a subject holds, to go on to from the inspector. */
export interface Contents {
  readonly title: string;
  readonly items: readonly { readonly subject: Subject; readonly label: string; readonly note: string }[];
}

const nothing: Contents = { title: '', items: [] };

/** The notes about a subject. */
export function notesAbout({ notes = [] }: Design, about: Subject): Contents {
  const ends = (each: Subject): string => each.replace('link:', '').split('/').sort().join('/');
  const items = notes.flatMap(({ subject = subjects.design, text }, i) =>
    subject === about || (about.startsWith('link:') && subject.startsWith('link:') && ends(subject) === ends(about))
      ? [{ subject: subjects.note(i), label: text.replaceAll('\n', ' '), note: '' }]
      : [],
  );
  return { title: 'Notes', items };
}

export function contentsOf(design: Design, subject: Subject): Contents {
  const parsed = parseSubject(subject);
  const index = indexDesign(design);
  switch (parsed?.kind) {
    case 'server': {
      const volumes = index.servers.get(parsed.name)?.volumes ?? [];
      const items = volumes.map(({ value, copies }) => ({
        subject: subjects.volume(parsed.name, value.name),
        label: value.name,
        note: copies.length > 0 ? counted(copies.length, 'copy', 'copies') : (value.role ?? ''),
      }));
      return { title: 'Volumes', items };
    }
    case 'volume': {
      const volumes = index.servers.get(parsed.name)?.volumes ?? [];
      const copies = volumes.find(({ value }) => value.name === parsed.second)?.copies ?? [];
      return { title: 'Copies', items: copies.map((copy) => copyItem(copy, copy.database.name)) };
    }
    case 'database': {
      const copies = index.databases.get(parsed.name)?.copies ?? [];
      return { title: 'Copies', items: copies.map((copy) => copyItem(copy, copy.value.server)) };
    }
    case 'datacenter': {
      const servers = [...index.servers.values()].filter(({ value }) => value.datacenter === parsed.name);
      const items = servers.map(({ value, dag }) => ({
        subject: subjects.server(value.name),
        label: value.name,
        note: dag.name,
      }));
      return { title: 'Servers', items };
    }
    default:
      return nothing;
  }
}

function copyItem({ database, value }: PlacedCopy, label: string): Contents['items'][number] {
  const preference = value.activationPreference === undefined ? '' : `preference ${value.activationPreference}`;
  const lag = value.replayLagHours ? `, lagged ${exactNumber(value.replayLagHours)} h` : '';
  return { subject: subjects.copy(database.name, value.server), label, note: preference + lag };
}
