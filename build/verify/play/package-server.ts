import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { listen } from '../../preview/server/listen.ts';
import { contentType } from '../../preview/server/send-entry.ts';
import { contentOf } from '../zip/content.ts';
import type { OpenZip } from '../zip/open-zip.ts';

/** Content types that our own packages don't need. */
const MORE_TYPES: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
  ico: 'image/x-icon',
  ttf: 'font/ttf',
  woff: 'font/woff',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/** Scripts of the page around a SCO, by version. */
const SCRIPTS = { '1.2': 'scorm12.js', '2004': 'scorm2004.js' } as const;

/** Path that the package's files are below. */
export const BELOW = '/course/';

/** Serves one package from its zip, and refuses everything else that a browser asks of it as a proxy. */
export interface PackageServer {
  readonly origin: string;
  /** Names that were asked for and that the package doesn't have. */
  readonly missing: Set<string>;
  close(): void;
}

function typeOf(name: string): string {
  // Pages of others may be in any encoding: they state it themselves.
  const known = /\.html?$/i.test(name) ? 'text/html' : contentType(name);
  return known ?? MORE_TYPES[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** Page of the LMS: the SCO in a frame of the size that it has in Moodle on a small screen. */
function playerPage(version: '1.2' | '2004'): string {
  return `<!DOCTYPE html><html lang="fr" data-version="${version}"><meta charset="utf-8"><title>LMS</title><body style="margin:0"><iframe id="sco" title="SCO" width="1024" height="666" allowfullscreen></iframe><script src="/-/${SCRIPTS[version]}"></script><script src="/-/player.js"></script></body></html>`;
}

/** Files of the page around a SCO, by the last part of their address. */
function ownFiles(program: string): ReadonlyMap<string, string> {
  const read = (path: string): string => readFileSync(join(program, path), 'utf8');
  return new Map([
    ['scorm12.js', read('preview/scorm12.js')],
    ['scorm2004.js', read('preview/scorm2004.js')],
    ['player.js', read('verify/player.js')],
  ]);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function answerFile(zip: OpenZip, name: string, missing: Set<string>, response: ServerResponse): Promise<void> {
  const entry = zip.files.get(name) ?? zip.files.get(`${name.replace(/\/$/, '')}/index.html`);
  if (!entry) {
    missing.add(name);
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': typeOf(entry.name), 'content-length': entry.size, 'cache-control': 'no-store' });
  await pipeline(Readable.from(contentOf(zip.source, entry)), response);
}

/** Serves a package on a free port of this computer. @param program folder of the built program */
export async function servePackage(zip: OpenZip, program: string): Promise<PackageServer> {
  const own = ownFiles(program);
  const missing = new Set<string>();
  const answer = async ({ url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { origin, pathname, searchParams } = new URL(url, `http://${headers.host}`);
    if (origin !== server.origin) return void response.writeHead(403).end();
    if (pathname.startsWith(BELOW)) return await answerFile(zip, decoded(pathname.slice(BELOW.length)), missing, response);
    const script = own.get(pathname.replace('/-/', ''));
    if (script !== undefined) return void response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
    if (pathname !== '/-/') return void response.writeHead(404).end();
    const page = playerPage(searchParams.get('version') === '2004' ? '2004' : '1.2');
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  };
  const http: Server = createServer((request, response) => {
    // A browser that is closed breaks connections off.
    answer(request, response).catch(() => response.destroy());
  });
  // The browser may have broken off already.
  http.on('connect', (_request, socket) => socket.on('error', () => socket.destroy()).end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  http.on('upgrade', (_request, socket) => socket.on('error', () => undefined).destroy());
  const port = await listen(http, 0, true);
  const server: PackageServer = {
    origin: `http://127.0.0.1:${port}`,
    missing,
    close() {
      http.close();
      http.closeAllConnections();
    },
  };
  return server;
}
