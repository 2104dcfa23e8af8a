import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { cohortsOf, isRequested } from '../model/selection.ts';
import type { Sheet } from '../model/sheet.ts';
import { check, papersOf } from '../pipeline.ts';
import { guard } from '../preview/server/guard.ts';
import { listen } from '../preview/server/listen.ts';
import { openBrowser } from '../preview/server/open-browser.ts';
import { requestOf, showDiagnostics } from './build.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';
import { untilStopped } from './until-stopped.ts';

/** First port that is tried: the preview's are below. */
const PORT = 4273;

export interface PresentOptions {
  readonly cohort?: readonly string[];
  readonly port?: number;
  /** False: only shows the address. */
  readonly open?: boolean;
}

/** Makes the view for a room of the first requested session; null if there is none, or once mistakes were shown. */
function viewOf(names: readonly string[], { cohort }: PresentOptions, context: CommandContext): Sheet | null {
  const asked = { ...requestOf(names, { ...(cohort && { cohort }), course: false }, context), checksOnly: true as const };
  const { diagnostics, requested } = check(asked, context.engine);
  if (showDiagnostics(diagnostics, false, context)) return null;
  for (const { course } of requested) {
    const module = course.modules.find((one) => isRequested(course, one.module.id, asked.names));
    const [variant] = cohortsOf(course.source, asked.cohorts);
    if (!module || variant === undefined) continue;
    const view = papersOf(course, module, variant, context.engine).find(({ name }) => name.endsWith('.salle.html'));
    if (view) return view;
  }
  return null;
}

/** Serves one page. Its own policy forbids everything else. */
function serverOf({ data }: Sheet): Server {
  const app = new Hono();
  app.use(guard(null));
  app.get('/', (c) =>
    c.body(data.slice().buffer, 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "frame-ancestors 'none'" }),
  );
  return createAdaptorServer({ fetch: app.fetch }) as Server;
}

/** `cartable present`: shows a session in a room, until it is interrupted. Exit codes: 0 stopped; 1 a mistake; 2 the port is taken. */
export async function runPresent(names: readonly string[], options: PresentOptions, context: CommandContext): Promise<number> {
  const w = strings[context.language];
  const view = viewOf(names, options, context);
  if (!view) return 1;
  const server = serverOf(view);
  const port = await listen(server, options.port ?? PORT, options.port !== undefined);
  if (port === null) {
    context.complain(options.port === undefined ? fill(w.noPort, { port: PORT }) : fill(w.portTaken, { port: options.port }));
    return 2;
  }
  const stopped = untilStopped();
  const url = `http://127.0.0.1:${port}/`;
  context.print(fill(w.presenting, { name: view.name, url }));
  if (options.open !== false) openBrowser(url);
  await stopped;
  server.close();
  server.closeAllConnections();
  return 0;
}
