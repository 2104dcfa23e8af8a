import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { makeStudio } from '../studio.ts';
import { makePages } from './make-pages.ts';

/** Galleries by language: the course that the command makes, and also the folder of the site. */
const GALLERIES = { fr: 'galerie', en: 'gallery' } as const;

/** Unpacks a package into a folder of the site. */
function unpack(zip: string, folder: string): void {
  for (const [name, data] of Object.entries(unzipSync(readFileSync(zip)))) {
    if (name.endsWith('/')) continue;
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data);
  }
}

/** Builds the gallery of each language as the command does, and unpacks what is for web sites. */
function makeGalleries(root: string, folder: string): void {
  for (const [language, course] of Object.entries(GALLERIES)) {
    const project = mkdtempSync(join(tmpdir(), 'cartable-gallery-'));
    // Its notices are about the examples, and were read by whoever wrote them.
    execFileSync(process.execPath, [join(root, 'build/cartable.cjs'), 'gallery', '--lang', language], { cwd: project, stdio: 'pipe' });
    unpack(join(project, `dist/gallery/${course}/types.web.zip`), join(folder, course));
    rmSync(project, { recursive: true });
  }
}

/**
 * Builds the whole site: pages, studio, galleries.
 * @param folder is replaced as a whole
 * @throws Error if a link of a document leads nowhere
 */
export async function makeSite(root: string, folder: string): Promise<void> {
  await makePages(root, folder);
  await makeStudio(root, join(folder, 'studio'));
  makeGalleries(root, folder);
}
