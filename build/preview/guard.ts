import type { MiddlewareHandler } from 'hono';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** What the preview's own pages may do. Their scripts are files, and the frame shows files of this server. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What a module may do: as little as on the strictest LMS. */
export const SCO_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

function isOwn(host: string | undefined): boolean {
  return LOOPBACK.includes((host ?? '').replace(/:\d+$/, ''));
}

/**
 * Answers only whoever names this machine: a site of the web whose name was made to lead here (DNS rebinding) has another `Host`.
 * Only pages of this server may change anything.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host');
  if (!isOwn(host)) return c.text('421', 421);
  const origin = c.req.header('origin');
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!reads && origin !== `http://${host}`) return c.text('403', 403);
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  return undefined;
};
