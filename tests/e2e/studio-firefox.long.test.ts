import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Firefox } from '../helpers/firefox.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';
import { openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-firefox-'));
const project = makeProject({});
let firefox: Firefox;
let site: StudioSite;

beforeAll(async () => {
  [firefox, site] = await Promise.all([Firefox.open(folder), openStudioSite(join(folder, 'studio'))]);
});
afterAll(async () => {
  await firefox?.close();
  site?.close();
  for (const path of [folder, project]) rmSync(path, { recursive: true });
});

/** Path of a button that can be pressed. */
const button = (label: string): string => `//button[starts-with(normalize-space(), "${label}")][not(@disabled)]`;
const EDITOR = '//*[contains(@class, "cm-content")]';

/** Reads a course from the browser's storage, each file in base64 by its path. */
const READ = `
const files = {};
const read = async (folder, path) => {
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory') await read(handle, path + name + '/');
    else files[path + name] = new Uint8Array(await (await handle.getFile()).arrayBuffer()).toBase64();
  }
};
const courses = await (await navigator.storage.getDirectory()).getDirectoryHandle('courses');
await read(await courses.getDirectoryHandle('le-fournil'), '');
return files;`;

/** Waits until the session's heading is shown in the preview, whose frames may be replaced meanwhile. */
async function seePreview(heading: string): Promise<void> {
  const look = async (): Promise<void> => {
    await firefox.outOfFrames();
    await firefox.intoFrames('//iframe[@data-state="shown"]', '//iframe');
    expect(await firefox.find(`//h1[contains(., "${heading}")]`)).not.toBeNull();
  };
  await vi.waitFor(look, 30_000);
  await firefox.outOfFrames();
}

async function contentOf(zip: string): Promise<Record<string, string>> {
  return Object.fromEntries((await readZip(zip)).map(({ name, content }) => [name, content.toString('base64')]));
}

/** Reads the session from the browser's storage. */
async function storedText(): Promise<string> {
  const files = await firefox.run<Readonly<Record<string, string>>>(READ);
  return Buffer.from(files['modules/le-fournil/seance-1.md'] ?? '', 'base64').toString();
}

/** Builds the course with the command line. @returns the zip's path */
async function buildCourse(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), Buffer.from(content, 'base64'));
  }
  const { code, err } = await runCartable(['build', 'seance-1', '--target', 'scorm12', '--frozen'], project);
  expect(code, err).toBe(0);
  return join(project, 'dist/le-fournil/seance-1.scorm12.zip');
}

/** Keys by the code points of the WebDriver standard. Modifiers are released at the end of a call. */
const TO_START = '\uE009\uE011';
const TO_TITLE_END = '\uE015\uE015\uE010\uE012';

test('a course is made, changed, kept and packed in Firefox', { timeout: 180_000 }, async () => {
  await firefox.go(site.address);
  await firefox.click(button('Un quart d’heure'));
  await firefox.type('//dialog//input', 'Le fournil');
  await firefox.click(button('Créer le cours'));
  await seePreview('Un rendez-vous');
  await firefox.type(EDITOR, TO_START);
  await firefox.type(EDITOR, `${TO_TITLE_END} du matin`);
  await seePreview('Un rendez-vous du matin');
  await vi.waitFor(async () => expect(await storedText()).toContain('Un rendez-vous du matin"'), 20_000);

  await firefox.reload();
  await firefox.click('//strong[.="Le fournil"]');
  await seePreview('Un rendez-vous du matin');

  await firefox.click(button('Préparer pour Moodle'));
  await firefox.click(button('Télécharger le paquet'));
  const zip = join(folder, 'downloads/seance-1.scorm12.zip');
  await vi.waitFor(async () => expect(await readZip(zip)).not.toEqual([]), 20_000);
  expect(await contentOf(zip)).toEqual(await contentOf(await buildCourse(await firefox.run(READ))));
});
