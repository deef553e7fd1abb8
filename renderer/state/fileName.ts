const ENDING = '.dagwright.json';
/** With its ending such a name fits every file system, also where each character takes four bytes. */
const LONGEST_STEM = 60;

/** The file name that a design's name suggests. */
export function fileNameOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return (cut(plain, LONGEST_STEM) || 'design') + ENDING;
}

/** A file's name without the ending that designs have. */
export function stemOf(fileName: string): string {
  return fileName.endsWith(ENDING) ? fileName.slice(0, -ENDING.length) : fileName;
}

/** What the file of a design that came from a picture is called: "plan.png" gives "plan.dagwright.json". */
export function fileOfPicture(picture: string): string {
  return picture.replace(/\.(svg|png)$/i, '') + ENDING;
}

/** What a copy is called: "contoso (recovered).dagwright.json". */
export function copyName(fileName: string, what: string): string {
  const mark = ` (${what})`;
  return cut(stemOf(fileName), LONGEST_STEM - mark.length) + mark + ENDING;
}

function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}
