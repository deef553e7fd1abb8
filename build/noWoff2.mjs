/**
 * fontkit, within pdfkit, also reads WOFF2 and brings Google's Brotli decoder for it. Our typeface is TrueType: what nobody calls
 * stays out of the bundles.
 * @returns {import('vite').Plugin}
 */
export const noWoff2 = () => ({
  name: 'no-woff2',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('brotli/') ? '\0no-woff2' : undefined),
  load: (id) =>
    id === '\0no-woff2' ? "export default () => { throw new Error('WOFF2 is not read here.'); };" : undefined,
});
