import { links as all } from '../../renderer/host/links.ts';
import { ShellError } from './shellError.ts';

export { helpLinks as links } from '../../renderer/host/links.ts';

/** The address of a link by its name. @throws ShellError for a name that is not in the list */
export function linkAddress(name: string): string {
  const link = Object.hasOwn(all, name) ? all[name] : undefined;
  if (!link) throw new ShellError('This link is not known. The Help menu has those that there are.');
  return link.address;
}
