import { escapeXml } from '../diagram/pictures/xml.ts';

/** How a picture carries the design that it shows. */
const mark = 'dagwright-design';
const opening = `<metadata id="${mark}">`;
const closing = '</metadata>';

/** A design's text as a part of an SVG that shows it. */
export function designMetadata(text: string): string {
  return `${opening}${escapeXml(text)}${closing}`;
}

/** Whether a file's text is an SVG, as far as its beginning tells. */
export function isSvg(text: string): boolean {
  const head = text.slice(0, 4096).trimStart();
  return /^<(svg|\?xml|!)/.test(head) && /<svg[\s/>]/.test(head);
}

/** The text of the design that an SVG carries; undefined where it carries none. It is as trustworthy as any file. */
export function designInSvg(svg: string): string | undefined {
  const start = svg.indexOf(opening);
  if (start < 0) return undefined;
  const end = svg.indexOf(closing, start);
  return end < 0 ? undefined : unescape(svg.slice(start + opening.length, end));
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Undoes the escapes of XML, also those that another program chose. */
function unescape(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,5}));/g, (whole, decimal, hexadecimal, name) => {
    if (typeof name === 'string') return names[name] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hexadecimal), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
