import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Lms, lmsScript, POLICY, TYPES } from './lms-host.ts';
import { readZip } from './read-zip.ts';
import type { Stored, StrictLmsOptions } from './strict-lms.ts';

export interface SiteOptions extends Omit<StrictLmsOptions, 'stored'> {
  readonly lms?: Lms;
  /**
   * The test's own pages, by path: `$LMS` is replaced by the scripts that open a session, `$SCO` for the package's address,
   * `$OWN` for that of the package whose own window has the LMS, `$HERE` and `$THERE` for two origins of this server.
   */
  readonly pages?: Readonly<Record<string, string>>;
}

/** An LMS with a server: each load of `/player` is a launch of the same attempt. */
export interface LmsSite {
  readonly origin: string;
  /** The package's own page, as `/player` frames it. */
  readonly sco: string;
  /** May be changed between launches. */
  readonly options: { -readonly [Name in keyof SiteOptions]: SiteOptions[Name] };
  /** Data that arrived at the server, and their calls. */
  kept: Stored;
  readonly received: string[];
  /** The network is down: the LMS still answers `true` to commits, as Moodle does (moodle.md 17). */
  isDown: boolean;
  /** Paths requested meanwhile. */
  readonly lost: string[];
  /** The learner's login has expired: commits are refused with 101. */
  isExpired: boolean;
  /** Requested paths, in order. */
  readonly requests: string[];
  /** Bodies that pages of the test sent to `/report`. */
  readonly reports: unknown[];
  /** Replaces the package by another build; the attempt stays. */
  put(zip: string): Promise<void>;
  close(): void;
}

/**
 * Carries commits to the server, as Moodle's player does: synchronously, and by beacon from a page that is being left. 1.2
 * sends changes since its last request, even if that failed; 2004 sends everything (moodle.md 3, 17, 18). `lmsFault` is for tests.
 */
const CARRY = `((old) => {
  const api = window.API || window.API_1484_11;
  let sent = { ...window.lms.stored() };
  let code = '';
  window.lmsFault = '';
  function deliver(by, load) {
    const body = JSON.stringify({ by, load, old });
    try {
      const request = new XMLHttpRequest();
      request.open('POST', '/keep', false);
      request.send(body);
      return request.status === 200;
    } catch {
      return navigator.sendBeacon('/keep', body) || true;
    }
  }
  for (const name of Object.keys(api)) {
    if (!/^(LMS)?(Initialize|Finish|Terminate|GetValue|SetValue|Commit|GetLastError|GetErrorString|GetDiagnostic)$/.test(name)) continue;
    const call = api[name].bind(api);
    api[name] = (...args) => {
      if (window.lmsFault === 'throw') throw new Error('the LMS is gone');
      if (/GetLastError$/.test(name) && code) return code;
      code = '';
      if (/Commit$/.test(name) && window.lmsFault === 'refuse') { code = '101'; return 'false'; }
      const result = call(...args);
      if (!/Commit$|Finish$|Terminate$/.test(name) || result !== 'true') return result;
      const all = window.lms.stored();
      const load = old ? Object.fromEntries(Object.entries(all).filter(([element, value]) => sent[element] !== value)) : all;
      sent = { ...all };
      if (deliver(name, load)) return result;
      code = '101';
      return 'false';
    };
  }
})`;

function playerPage(frame: string, scripts: string): string {
  return `<!doctype html><html lang="fr"><title>LMS</title><body style="margin:0">${scripts}<iframe id="sco" title="sco" src="${frame}" style="width:100%;height:95vh;border:0"></iframe></body></html>`;
}

/** Serves a package below `/course/sco/`, and an LMS around it. */
export async function serveSite(zip: string, options: SiteOptions): Promise<LmsSite> {
  let files = new Map<string, Buffer>();
  const script = await lmsScript(options.lms ?? 'strict');
  const site: Omit<LmsSite, 'origin' | 'close'> = {
    sco: '/course/sco/index.html',
    options: { ...options },
    kept: {},
    received: [],
    isDown: false,
    lost: [],
    isExpired: false,
    requests: [],
    reports: [],
    async put(path) {
      files = new Map((await readZip(path)).map((entry) => [entry.name, entry.content]));
    },
  };

  const scripts = (): string => {
    const { lms = 'strict', pages: _, ...settings } = site.options;
    const stored = Object.keys(site.kept).length > 0 ? { stored: site.kept } : {};
    const old = settings.version === '1.2' && lms === 'strict';
    const session = JSON.stringify({ ...settings, ...stored }).replaceAll('<', '\\u003c');
    return `<script src="/lms.js"></script><script>keepFor = () => {}; openLms(${session}); ${CARRY}(${old});</script>`;
  };

  async function keep(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { by, load, old } = JSON.parse(await text(request)) as { by: string; load: Stored; old: boolean };
    // A sandboxed page has an opaque origin.
    response.setHeader('access-control-allow-origin', '*');
    if (site.isExpired) return void response.writeHead(403).end();
    site.kept = old ? { ...site.kept, ...load } : load;
    site.received.push(by);
    response.writeHead(200).end();
  }

  function filled(page: string): string {
    const { port } = server.address() as AddressInfo;
    const names: Readonly<Record<string, string>> = {
      LMS: scripts(),
      SCO: site.sco,
      OWN: `/own${site.sco}`,
      HERE: `http://127.0.0.1:${port}`,
      THERE: `http://localhost:${port}`,
    };
    return page.replace(/\$([A-Z]+)/g, (_, name: string) => names[name] ?? '');
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const give = (type: string, content: string | Buffer, more = {}): void =>
      void response.writeHead(200, { 'content-type': type, ...more }).end(content);
    if (path === '/keep') return keep(request, response);
    site.requests.push(path);
    if (path === '/report') {
      site.reports.push(JSON.parse(await text(request)));
      return void response.writeHead(200).end();
    }
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    if (path === '/lms.js') return give('text/javascript', script);
    if (path === '/player') return give('text/html', playerPage(site.sco, scripts()));
    const page = site.options.pages?.[path];
    if (page !== undefined) return give('text/html', filled(page));
    const [, own, name = ''] = /^(\/own)?\/course\/sco\/(.+)/.exec(path) ?? [];
    const content = files.get(name);
    if (!content) return void response.writeHead(404).end();
    if (own && name === 'index.html')
      return give(
        'text/html',
        content.toString().replace('<head>', () => `<head>${scripts()}`),
      );
    give(TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream', content, { 'content-security-policy': POLICY });
  }

  const server = createServer((request, response) => {
    if (!site.isDown) return void answer(request, response);
    site.lost.push(request.url ?? '');
    request.socket.destroy();
  });
  await site.put(zip);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return Object.assign(site, {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  });
}
