import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { basename, join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { listen } from '../preview/server/listen.ts';
import { openBrowser } from '../preview/server/open-browser.ts';
import { studioApp } from '../studio/server/app.ts';
import { ProjectFolder } from '../studio/server/project-folder.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';
import { untilStopped } from './until-stopped.ts';

/** First port that is tried: those of preview and present are below. */
const PORT = 4373;

export interface StudioOptions {
  readonly port?: number;
  /** Opens the browser. */
  readonly open?: boolean;
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * Finds the folder of the built studio. A clone builds it if it is older than the program.
 * @throws if it can't be built
 */
function studioFolder({ root, program, complain, language }: CommandContext): string {
  const script = join(root, 'build/toolchain/studio-cli.ts');
  if (!existsSync(script)) return join(program, 'studio');
  const folder = join(root, 'dist/studio');
  if (timeOf(join(folder, 'service-worker.js')) > timeOf(join(program, 'made'))) return folder;
  complain(strings[language].studioMade);
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), script], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
  return folder;
}

/** `cartable studio`: serves the studio over the project's folder until it is interrupted. Exit codes: 0 stopped; 2 the port is taken. */
export async function runStudio(options: StudioOptions, context: CommandContext): Promise<number> {
  const w = strings[context.language];
  const key = randomBytes(18).toString('base64url');
  const world = { studio: studioFolder(context), project: new ProjectFolder(context.project), name: basename(context.project), key };
  const server = createAdaptorServer({ fetch: studioApp(world).fetch }) as Server;
  const port = await listen(server, options.port ?? PORT, options.port !== undefined);
  if (port === null) {
    context.complain(options.port === undefined ? fill(w.noPort, { port: PORT }) : fill(w.portTaken, { port: options.port }));
    return 2;
  }
  const stopped = untilStopped();
  const url = `http://127.0.0.1:${port}/#key=${key}`;
  context.print(fill(w.studioServed, { url, folder: context.project }));
  if (options.open) openBrowser(url);
  await stopped;
  server.close();
  server.closeAllConnections();
  return 0;
}
