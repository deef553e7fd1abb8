import { createHash } from 'node:crypto';

export const NAME = 'contoso.dagwright.json';
export const OLD = '{"name":"Contoso – old"}\n';
export const MINE = '{"name":"Contoso – mine"}\n';
export const THEIRS = '{"name":"Contoso – theirs"}\n';

/** As the page says what it knows. */
export const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
