import { cpSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { studioApp } from '../../build/studio/server/app.ts';
import { ProjectFolder } from '../../build/studio/server/project-folder.ts';
import { makeStudio } from '../../build/toolchain/studio.ts';
import { root } from './examples-project.ts';

/** The studio over a project with one course, as `cartable studio` serves it. */
export interface ServedStudio {
  readonly address: string;
  /** Address with the key to the project. */
  readonly withKey: string;
  readonly project: string;
  close(): void;
}

/** Builds the studio and serves it. @param folder an empty one */
export async function serveStudio(folder: string): Promise<ServedStudio> {
  const [studio, project] = [join(folder, 'studio'), join(folder, 'project')];
  mkdirSync(join(project, 'modules'), { recursive: true });
  cpSync(join(root, 'modules/repair-cafe'), join(project, 'modules/repair-cafe'), { recursive: true });
  await makeStudio(root, studio);
  const app = studioApp({ studio, project: new ProjectFolder(project), name: 'project', key: 'key' });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    address,
    withKey: `${address}#key=key`,
    project,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Opens a context in French, with storage of its own. */
export function newVisitor(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ locale: 'fr-FR', acceptDownloads: true, viewport: { width: 1280, height: 800 } });
}

/** Opens the sample course in this browser's storage and waits for its text. */
export async function openSample(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page
    .getByRole('button', { name: /^The Repair Café/ })
    .last()
    .click();
  await page.locator('.cm-content').waitFor();
}

/** Puts the cursor at the end of the text's second line, inside a value of its front matter that is free text. */
export async function goToTitle(page: Page): Promise<void> {
  await page.locator('.cm-content').click();
  for (const key of ['Control+Home', 'ArrowDown', 'ArrowDown', 'End', 'ArrowLeft']) await page.keyboard.press(key);
}

/** Reads the session from this browser's storage, whatever the page shows. */
export function storedText(page: Page, id = 'repair-cafe'): Promise<string> {
  return page.evaluate(async (name) => {
    let folder = await navigator.storage.getDirectory();
    for (const one of ['courses', name, 'modules', 'repair-cafe']) folder = await folder.getDirectoryHandle(one);
    return (await (await folder.getFileHandle('first-saturday.md')).getFile()).text();
  }, id);
}
