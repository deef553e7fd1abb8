/** Where the page may send requests: to its own server on loopback, nowhere in the desktop shell. */
export type Reach = 'self' | 'none';

const contentPolicy = (reach: Reach): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src '${reach}'`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sent with every answer: nothing from elsewhere runs or loads, and no other page reads or frames this one. */
export const securityHeaders = (reach: Reach): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentPolicy(reach),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
});
