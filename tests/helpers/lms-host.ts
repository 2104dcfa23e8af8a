import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { readZip } from './read-zip.ts';
import type { Call, Stored, StrictLmsOptions } from './strict-lms.ts';

const root = join(import.meta.dirname, '../..');

/** Content types by file extension. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  png: 'image/png',
  mp4: 'video/mp4',
  xml: 'application/xml',
};

/** Content policy that a package must work with: only its own files. */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'";

/** The LMS in the window around the package. */
export type Lms = 'strict' | 'scorm-again';

/** Options for serving a package. */
export interface Hosting {
  readonly gzip?: boolean;
  /** Other pages to serve, without its policy. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A server that plays a package below a folder, in a frame, as an LMS does. */
export interface LmsHost {
  readonly origin: string;
  /** Requested paths of the package, in order. */
  readonly requests: string[];
  close(): void;
}

const LMS_SOURCE: Readonly<Record<Lms, string>> = {
  strict: `import { StrictLms } from './tests/helpers/strict-lms.ts';
    window.openLms = (options) => {
      const lms = new StrictLms(options);
      window[options.version === '1.2' ? 'API' : 'API_1484_11'] = lms.api;
      window.lms = { calls: lms.calls, refused: () => lms.refused, overlong: () => lms.overlong, stored: () => lms.stored };
      keepFor(lms.api);
    };`,
  'scorm-again': `import { Scorm12API } from 'scorm-again/scorm12'; import { Scorm2004API } from 'scorm-again/scorm2004';
    window.openLms = (options) => {
      const api = options.version === '1.2' ? new Scorm12API({ autocommit: false, logLevel: 5 }) : new Scorm2004API({ autocommit: false, logLevel: 5 });
      if (options.stored) api.loadFromJSON(options.stored, 'cmi');
      if (options.mode && options.version === '1.2') api.cmi.core.lesson_mode = options.mode;
      else if (options.mode) api.cmi.mode = options.mode;
      window[options.version === '1.2' ? 'API' : 'API_1484_11'] = api;
      const calls = [];
      for (const name of ['LMSSetValue', 'LMSCommit', 'LMSFinish', 'SetValue', 'Commit', 'Terminate']) {
        const call = api[name] && api[name].bind(api);
        if (call) api[name] = (...args) => { const result = call(...args); calls.push({ name, args, result: String(result), error: Number(api.LMSGetLastError ? api.LMSGetLastError() : api.GetLastError()) }); return result; };
      }
      window.lms = { calls, refused: () => calls.filter((call) => call.error !== 0), overlong: () => [], stored: () => api.renderCommitCMI(true).cmi };
      keepFor(api);
    };`,
};

/** The LMS's server: committed data survive the tab, and its last call is stored too. */
const KEEPING = `window.keepFor = (api) => {
  for (const name of ['LMSCommit', 'LMSFinish', 'Commit', 'Terminate']) {
    const call = api[name] && api[name].bind(api);
    if (call) api[name] = (...args) => { const result = call(...args); localStorage.setItem('lms-kept', JSON.stringify({ stored: window.lms.stored(), by: name })); return result; };
  }
};`;

const bundled = new Map<Lms, string>();

/** The script that makes an LMS in a page: it defines `openLms`. */
export async function lmsScript(lms: Lms): Promise<string> {
  const known = bundled.get(lms);
  if (known) return known;
  const result = await build({
    stdin: { contents: LMS_SOURCE[lms] + KEEPING, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const text = result.outputFiles[0]?.text ?? '';
  bundled.set(lms, text);
  return text;
}

/**
 * Serves a package's files below `/course/sco/` on a free port of the loopback, and around it a page with the LMS.
 * @param start path of the SCO's page in the zip
 */
export async function serveLms(zip: string, lms: Lms, start = 'index.html', { gzip = false, beside = {} }: Hosting = {}): Promise<LmsHost> {
  const files = new Map((await readZip(zip)).map((entry) => [entry.name, entry.content]));
  const script = await lmsScript(lms);
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    if (path === '/lms.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    if (path === '/player') {
      const frame = `<iframe id="sco" title="sco" style="width:100%;height:95vh;border:0"></iframe>`;
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<!doctype html><html lang="fr"><title>LMS</title><body style="margin:0"><script src="/lms.js"></script>${frame}</body></html>`,
        );
    }
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const name = path.replace(/^\/course\/sco\//, '');
    const page = beside[name];
    const content = page === undefined ? files.get(name) : Buffer.from(page);
    requests.push(name);
    if (!content) return void response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream',
        ...(page === undefined && { 'content-security-policy': POLICY }),
        ...(gzip && { 'content-encoding': 'gzip' }),
      })
      .end(gzip ? gzipSync(content) : content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, requests, close: () => server.close(), ...{ start } } as LmsHost;
}

declare global {
  interface Window {
    openLms(options: unknown): void;
    lms: { calls: Call[]; refused(): Call[]; overlong(): Call[]; stored(): Stored };
  }
}

/** Opens the package in its frame, with the LMS's data of earlier visits, and waits until the learner can begin. */
export async function visit(
  page: Page,
  host: LmsHost,
  options: Omit<StrictLmsOptions, 'stored'> & { stored?: unknown },
  start = 'index.html',
) {
  await page.goto(`${host.origin}/player`);
  await page.evaluate(
    ([settings, path]) => {
      window.openLms(settings);
      (document.getElementById('sco') as HTMLIFrameElement).src = `/course/sco/${path}`;
    },
    [options, start] as const,
  );
  const frame = page.frameLocator('#sco');
  await frame.locator('[data-save="saved"], [data-save="review"], [data-save="browse"]').waitFor();
  return frame;
}

/** Returns the LMS's committed data. */
export function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => window.lms.stored() as Record<string, string>);
}

/** Returns the LMS's data of a visit whose tab is closed, and its last call, from another tab of the same context. */
export async function keptOfClosedTab(page: Page, host: LmsHost): Promise<{ stored: unknown; by: string }> {
  await page.goto(`${host.origin}/player`);
  return page.evaluate(() => JSON.parse(localStorage.getItem('lms-kept') ?? '{}') as { stored: unknown; by: string });
}

/** All calls so far, in order. */
export function calls(page: Page): Promise<Call[]> {
  return page.evaluate(() => window.lms.calls);
}

/** Accepted calls beyond the standard's guaranteed limits. */
export function overlong(page: Page): Promise<Call[]> {
  return page.evaluate(() => window.lms.overlong());
}

/** Calls that the LMS refused. */
export function refused(page: Page): Promise<Call[]> {
  return page.evaluate(() => window.lms.refused());
}

/** Removes the frame, as an LMS does when the learner leaves: the page gets its `pagehide`. */
export async function closeSco(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = document.getElementById('sco') as HTMLIFrameElement;
    await new Promise((done) => {
      frame.onload = done;
      frame.src = 'about:blank';
    });
  });
}
