import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { previewApp } from '../preview/app.ts';
import { Broadcast } from '../preview/broadcast.ts';
import { listen } from '../preview/listen.ts';
import { RecordStore } from '../preview/record-store.ts';
import { Workshop } from '../preview/workshop.ts';
import { watchFolder } from '../watch.ts';
import type { CommandContext } from './context.ts';
import { untilStopped } from './until-stopped.ts';
import { say, words } from './words.ts';

const PORT = 4173;

export interface PreviewOptions {
  readonly port?: number;
}

/** Files of the preview's own pages. scorm-again is sent as its package has it. */
function filesOf(root: string) {
  const own = join(root, '.cartable/program/preview');
  const scormAgain = createRequire(join(root, 'package.json'));
  const script = 'text/javascript; charset=utf-8';
  return {
    'preview.js': { path: join(own, 'preview.js'), type: script },
    'preview.css': { path: join(own, 'preview.css'), type: 'text/css; charset=utf-8' },
    'scorm12.js': { path: scormAgain.resolve('scorm-again/scorm12/min'), type: script },
    'scorm2004.js': { path: scormAgain.resolve('scorm-again/scorm2004/min'), type: script },
  };
}

/** `cartable preview`: serves until it is interrupted. Exit codes: 0 stopped; 2 the port is taken. */
export async function runPreview(options: PreviewOptions, context: CommandContext): Promise<number> {
  const { language, modules, project, root } = context;
  const w = words[language];
  const folder = join(project, '.cartable/preview');
  const workshop = new Workshop(modules, folder);
  const saves = new Broadcast();
  const world = { workshop, store: new RecordStore(folder), saves, project, language, files: filesOf(root) };
  const server = createAdaptorServer({ fetch: previewApp(world).fetch }) as Server;
  const port = await listen(server, options.port ?? PORT, options.port !== undefined);
  if (port === null) {
    context.complain(options.port === undefined ? say(w.noPort, { port: PORT }) : say(w.portTaken, { port: options.port }));
    return 2;
  }
  const watcher = watchFolder(modules, async (paths) => {
    try {
      workshop.refresh(paths);
    } catch (error) {
      context.complain(say(w.broken, { why: error instanceof Error ? error.message : String(error) }));
    }
    saves.send();
  });
  context.print(say(w.serving, { url: `http://127.0.0.1:${port}/` }));
  await untilStopped();
  watcher.close();
  server.close();
  server.closeAllConnections();
  return 0;
}
