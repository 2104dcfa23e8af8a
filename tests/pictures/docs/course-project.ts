import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { studioApp } from '../../../build/studio/server/app.ts';
import { ProjectFolder } from '../../../build/studio/server/project-folder.ts';
import { makeStudio } from '../../../build/toolchain/studio.ts';
import { root } from '../../helpers/examples-project.ts';

/** Copies the courses into a new folder, all in the warm look, so that the pictures of both languages match. */
export function courseProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'cartable-pictures-'));
  cpSync(join(root, 'modules'), join(project, 'modules'), { recursive: true });
  const course = join(project, 'modules/repair-cafe/course.yaml');
  writeFileSync(course, readFileSync(course, 'utf8').replace(/theme: .*/, 'theme: { name: editorial, accent: "#27408b" }'));
  return project;
}

/** A studio over a project, as `cartable studio` serves it. */
export interface OpenStudio {
  /** Address with the key to the project. */
  readonly address: string;
  close(): void;
}

/** Builds the studio and serves it over a project. */
export async function studioOver(project: string): Promise<OpenStudio> {
  const studio = mkdtempSync(join(tmpdir(), 'cartable-pictures-studio-'));
  await makeStudio(root, studio);
  const app = studioApp({ studio, project: new ProjectFolder(project), name: 'project', key: 'key' });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/#key=key`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
