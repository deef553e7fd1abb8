import { parse, join } from 'node:path';

/** The file of one page of several: "plan.svg" becomes "plan-02.svg", so that files sort as pages do. */
export function pageFile(file: string, page: number, pages: number): string {
  if (pages === 1) return file;
  const { dir, name, ext } = parse(file);
  return join(dir, `${name}-${String(page).padStart(String(pages).length, '0')}${ext}`);
}
