import { timingSafeEqual } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { guard } from '../../preview/server/guard.ts';
import { FolderRefusal, type ProjectFolder, type Refusal } from './project-folder.ts';

/** Largest file that is taken, in bytes: a film. */
const LARGEST = 512 * 1024 * 1024;

/** Header with the key of a page that the command has opened. */
export const KEY_HEADER = 'x-cartable-key';

/** Input of the studio's server. */
export interface StudioWorld {
  /** Folder of the built studio. */
  readonly studio: string;
  readonly project: ProjectFolder;
  /** Name of the project for people. */
  readonly name: string;
  /** Random; only the page that the command opens knows it. */
  readonly key: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xsd': 'application/xml',
};

/** Empty pages around sandboxes. */
const FRAMED: readonly string[] = ['/frame.html', '/paper.html'];

const STATUS: Readonly<Record<Refusal, 404 | 409 | 422>> = { path: 422, changed: 409, missing: 404 };

/** Status by the code of a system error: no permission, or no room. */
const SYSTEM: Readonly<Record<string, 403 | 507>> = { EACCES: 403, EPERM: 403, EROFS: 403, ENOSPC: 507, EDQUOT: 507, EFBIG: 507 };

function isKey(given: string | undefined, key: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new FolderRefusal('path', path);
  }
}

function pathOf(c: Context): string {
  return decoded(c.req.path.slice('/-/files/'.length));
}

/** Reads the stamp that a request expects: `if-match: "…"`, or null without it. */
function expectedBy(c: Context): string | null {
  return /^"([0-9a-f]{64})"$/.exec(c.req.header('if-match') ?? '')?.[1] ?? null;
}

/** Answers a failure with its status. 410: the project is gone. */
function failed(error: unknown, c: Context): Response {
  if (error instanceof FolderRefusal) return c.text(error.refusal, STATUS[error.refusal]);
  const { code = '' } = error as NodeJS.ErrnoException;
  return c.text(code, SYSTEM[code] ?? 410);
}

function addFiles(app: Hono, { project, name, key }: StudioWorld): void {
  app.use('/-/*', async (c, next) => (isKey(c.req.header(KEY_HEADER), key) ? next() : c.text('404', 404)));
  app.get('/-/project', (c) => c.json({ name, id: project.id }));
  app.get('/-/files', (c) => c.json(project.list()));
  app.get('/-/files/*', (c) => {
    const { bytes, stamp } = project.read(pathOf(c));
    return c.body(bytes, 200, { 'content-type': 'application/octet-stream', etag: `"${stamp}"` });
  });
  app.put('/-/files/*', bodyLimit({ maxSize: LARGEST, onError: (c) => c.text('full', 413) }), async (c) => {
    const stamp = project.write(pathOf(c), new Uint8Array(await c.req.arrayBuffer()), expectedBy(c));
    return c.body(null, 204, { etag: `"${stamp}"` });
  });
  app.delete('/-/files/*', (c) => {
    project.remove(pathOf(c), expectedBy(c) ?? '');
    return c.body(null, 204);
  });
}

/** Serves the files of the studio. Its frame has an origin of its own, so they are open to others. */
function addStudio(app: Hono, { studio }: StudioWorld): void {
  app.get('/*', (c) => {
    const name = c.req.path === '/' ? '/index.html' : decoded(c.req.path);
    if (name.split(/[/\\]/).includes('..') || name.includes('\0')) return c.notFound();
    const path = join(studio, name);
    if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return c.notFound();
    return c.body(new Uint8Array(readFileSync(path)), 200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      // The pages have policies of their own.
      'content-security-policy': `frame-ancestors ${FRAMED.includes(name) ? "'self'" : "'none'"}`,
      'cross-origin-resource-policy': 'cross-origin',
    });
  });
}

/** Makes the server of the studio over a project, without a port. */
export function studioApp(world: StudioWorld): Hono {
  const app = new Hono();
  app.use(guard(null));
  addFiles(app, world);
  addStudio(app, world);
  app.onError(failed);
  return app;
}
