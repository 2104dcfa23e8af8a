import type { Server } from 'node:http';
import { basename, join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { renderUnicodeCompact } from 'uqr';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { isRequested } from '../model/selection.ts';
import { previewApp } from '../preview/server/app.ts';
import { Broadcast } from '../preview/server/broadcast.ts';
import { doorUrl, openDoor } from '../preview/server/door.ts';
import { listen } from '../preview/server/listen.ts';
import { openBrowser } from '../preview/server/open-browser.ts';
import { playable } from '../preview/server/playable.ts';
import { RecordStore } from '../preview/server/record-store.ts';
import { Workshop } from '../preview/server/workshop.ts';
import { checkNames } from '../stages/check/check-request.ts';
import { askedNames } from './asked-names.ts';
import { showDiagnostics } from './build.ts';
import type { CommandContext } from './context.ts';
import { failureOf } from './frames.ts';
import { galleryFor } from './gallery.ts';
import { fill, strings } from './strings.ts';
import { untilStopped } from './until-stopped.ts';
import { refreshed, watchFolders } from './watch.ts';
import { workFolder } from './work-folder.ts';

const PORT = 4173;

export interface PreviewOptions {
  readonly port?: number;
  /** Opens the browser. */
  readonly open?: boolean;
  /** Lets other devices on the network in. */
  readonly host?: boolean;
}

const SCRIPT = 'text/javascript; charset=utf-8';

/** Files of the preview's own pages. @param program folder of the built program */
function filesOf(program: string) {
  const at = (name: string, type: string) => ({ path: join(program, 'preview', name), type });
  return {
    'preview.js': at('preview.js', SCRIPT),
    'preview.css': at('preview.css', 'text/css; charset=utf-8'),
    'scorm12.js': at('scorm12.js', SCRIPT),
    'scorm2004.js': at('scorm2004.js', SCRIPT),
  };
}

/** Finds the page of the requested course or session; shows an error and returns null if there is none. */
function pageOf(names: readonly string[], { courses }: Workshop, context: CommandContext): string | null {
  const known = courses.flatMap(({ good }) => good ?? []);
  const diagnostics = new Diagnostics();
  // If a course can't be read, its names are unknown; its mistakes are on the first page.
  if (known.length === courses.length) checkNames(known, names, { file: context.modules, line: 1, column: 1 }, diagnostics);
  if (showDiagnostics(diagnostics, false, context)) return null;
  const pages = known.flatMap((course) => {
    const ids = playable(course).map(({ id }) => id);
    const asked = ids.filter((id) => isRequested(course, id, names));
    return asked.map((id) => `/play/${encodeURIComponent(basename(course.source.shown))}/${id}`);
  });
  return names.length === 0 ? '/' : (pages[0] ?? '/');
}

function showDoor(url: string, { language, print }: CommandContext): void {
  print(`${fill(strings[language].onNetwork, { url })}\n${renderUnicodeCompact(url, { border: 2 })}`);
}

/** `cartable preview`: serves until it is interrupted. Exit codes: 0 stopped; 1 no such course or session; 2 the port is taken. */
export async function runPreview(given: readonly string[], options: PreviewOptions, context: CommandContext): Promise<number> {
  const { language, command, modules, project, program } = context;
  const w = strings[language];
  const folder = join(workFolder(project), 'preview');
  const workshop = new Workshop(modules, folder, context.engine);
  const page = pageOf(askedNames(given, context), workshop, context);
  if (page === null) return 1;
  const saves = new Broadcast();
  const door = options.host ? openDoor() : null;
  if (options.host && !door) context.complain(w.noNetwork);
  const store = new RecordStore(folder);
  const files = filesOf(program);
  const gallery = (): string => galleryFor({ ...context, engine: workshop.engine });
  const world = { workshop, store, saves, project, language, command, files, gallery, ...(door && { door }) };
  const server = createAdaptorServer({ fetch: previewApp(world).fetch }) as Server;
  const port = await listen(server, options.port ?? PORT, options.port !== undefined, door ? '0.0.0.0' : undefined);
  if (port === null) {
    context.complain(options.port === undefined ? fill(w.noPort, { port: PORT }) : fill(w.portTaken, { port: options.port }));
    return 2;
  }
  const watcher = watchFolders([modules, context.types], async (paths) => {
    try {
      workshop.refresh((await refreshed({ ...context, engine: workshop.engine }, paths)).engine);
    } catch (error) {
      context.complain(failureOf(error, context));
    }
    saves.send();
  });
  // The user may stop it as soon as the address is shown.
  const stopped = untilStopped();
  const url = `http://127.0.0.1:${port}${page}`;
  context.print(fill(w.serving, { url }));
  if (door) showDoor(doorUrl(door, port), context);
  if (options.open) openBrowser(url);
  await stopped;
  watcher.close();
  server.close();
  server.closeAllConnections();
  return 0;
}
