import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readZip, type ZipEntry } from './read-zip.ts';

/** Writes the files of a zip into a new folder. @param below path inside that folder @returns their folder */
export function writeFiles(entries: readonly ZipEntry[], below = ''): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'cartable-unzipped-')), below);
  for (const { name, content } of entries) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Writes all files of a zip into a new folder. */
export async function unzip(zip: string, below = ''): Promise<string> {
  return writeFiles(await readZip(zip), below);
}
