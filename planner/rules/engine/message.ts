import { formatNumber } from '../../design/format.ts';
import type { MessageData, Parameters } from '../rule.ts';

/** A rule's text with its {placeholders} filled from the data and, for names the data lacks, from the parameters. */
export function fillMessage(text: string, data: MessageData, parameters: Parameters): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = data[name] ?? parameters[name];
    if (typeof value === 'number') return formatNumber(value);
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.join(', ');
    return placeholder;
  });
}
