import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { palettes, type PaletteName } from '../../../planner/diagram/index.ts';
import { pagesToPdf } from '../../../planner/diagram/pictures/pagesToPdf.ts';
import { oddDesigns } from '../oddDesigns.ts';
import { allRulesMet, exampleDesign, pagesOf } from './pictureOf.ts';

const contoso = exampleDesign('contoso');

/** A PDF as another program reads it. */
async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const page = await document.getPage(i + 1);
      const { items } = await page.getTextContent();
      return { size: page.view.slice(2), texts: items.flatMap((item) => ('str' in item ? [item.str] : [])) };
    }),
  );
  const { info } = await document.getMetadata();
  return { pages, info: info as Record<string, unknown> };
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a PDF', () => {
  it('has a page per page, as large as the paper, with text that can be searched', async () => {
    const pages = pagesOf(contoso, { paper: 'a4', scene: 'copy-layout:DAG1' });
    const { pages: read_, info } = await read(
      await pagesToPdf(pages, { theme: 'print', author: 'Messaging team', date: '2026-03-31' }),
    );
    expect(read_).toHaveLength(pages.length);
    expect(read_.map(({ size }) => size.map(Math.round))).toEqual(
      pages.map(({ width, height }) => [width, height].map(Math.round)),
    );
    const texts = read_.flatMap((page) => page.texts);
    for (const name of ['DB001', 'DB224', 'EX16', 'Copy layout of DAG1, DB001 to DB056', allRulesMet])
      expect(texts).toContain(name);
    expect(info).toMatchObject({
      Title: 'Contoso',
      Author: 'Messaging team',
      Producer: 'Dagwright',
      CreationDate: 'D:20260331000000Z',
    });
  });

  it('embeds a part of each weight of Inter, and no other typeface', async () => {
    const text = latin1(await pagesToPdf(pagesOf(contoso), { theme: 'print' }));
    expect([...new Set(text.match(/\/BaseFont \/[A-Z]+\+Inter-\w+/g))]).toHaveLength(2);
    expect(text.match(/\/BaseFont \/(?![A-Z]{6}\+Inter)/)).toBeNull();
    expect(text.length).toBeLessThan(200_000);
  });

  it('has the same bytes for the same design, whenever it is made', async () => {
    const make = async (options: object) => latin1(await pagesToPdf(pagesOf(contoso), { theme: 'print', ...options }));
    expect(await make({})).toBe(await make({}));
    expect(await make({ date: '2026-03-31' })).toBe(await make({ date: '2026-03-31' }));
    expect(await make({ date: 'in spring' })).toBe(await make({}));
    expect(await make({})).toContain('(D:19700101000000Z)');
  });

  it.each(Object.keys(palettes) as PaletteName[])('can be made in the %s palette', async (theme) => {
    const { pages } = await read(await pagesToPdf(pagesOf(contoso), { theme }));
    expect(pages[0]?.texts).toContain('EX01');
  });

  it.each(Object.entries(oddDesigns))('is made of odd designs: %s', async (_, design) => {
    const { pages } = await read(await pagesToPdf(pagesOf(design, { detail: 'databases' }), { theme: 'print' }));
    expect(pages).toHaveLength(1);
  });
});
