import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { FOLD_SOURCE } from '../../sheets/fold-script.ts';
import type { Door } from './door.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Content policy of the preview's own pages. Their scripts are files, and the frame shows files of this server. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Content policy of a module: as restrictive as the strictest LMS. */
export const SCO_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** Content policy of the sheets, which contain their style and pictures; the guide's script is the only one. */
export const PAPER_POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src ${FOLD_SOURCE}; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Name of the cookie with the door's key. */
const COOKIE = 'cartable-preview';

function nameOf(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '');
}

/** Checks the connection itself, because any device on the network can send any `Host`. */
function isFromHere(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage };
  return /^(?:127\.|::1$|::ffff:127\.)/.test(incoming?.socket.remoteAddress ?? '');
}

function isKey(text: string | undefined, { key }: Door): boolean {
  const [given, wanted] = [Buffer.from(text ?? ''), Buffer.from(key)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Admits another device: its first request has the key in the path, later ones in a cookie. */
function enter(c: Context, door: Door): Response | null {
  if (nameOf(c.req.header('host')) !== door.address) return c.text('421', 421);
  if (c.req.method === 'GET' && isKey(c.req.path.slice(1), door)) {
    setCookie(c, COOKIE, door.key, { httpOnly: true, sameSite: 'Lax', path: '/' });
    return c.redirect('/');
  }
  return isKey(getCookie(c, COOKIE), door) ? null : c.text('404', 404);
}

/**
 * Answers only requests that name this machine: after DNS rebinding, a web site has another `Host`.
 * Only pages of this server may change anything.
 * @param door admits other devices; without it there are none
 */
export function guard(door: Door | null): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host');
    const isOwn = LOOPBACK.includes(nameOf(host)) && (!door || isFromHere(c));
    const refused = isOwn ? null : door ? enter(c, door) : c.text('421', 421);
    if (refused) return refused;
    const origin = c.req.header('origin');
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!reads && origin !== `http://${host}`) return c.text('403', 403);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    return undefined;
  };
}
