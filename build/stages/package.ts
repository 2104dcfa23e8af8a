import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Entry } from '../built.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { partOf } from '../part-name.ts';
import { putInPlace, putInPlaceSoon } from '../put-in-place.ts';
import type { ZipFacts } from '../sheets/package-facts.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { sweep } from '../sweep.ts';
import { holds } from '../write-whole.ts';
import { type WrittenZip, writeZip } from '../zip.ts';

const MANIFEST_NAME = 'imsmanifest.xml';

const NAME = /^(?!.*\/\.{1,2}(?:\/|$))(?!\.{1,2}(?:\/|$))[a-z0-9._-]+(?:\/[a-z0-9._-]+)*$/;
const LONGEST_NAME = 200;
/** What a zip holds without ZIP64, which many LMSs can't read. */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;

export interface PackageFile extends WrittenZip {
  /** How many files are in the zip. */
  readonly files: number;
  /** What was written beside it. */
  readonly sheets: readonly Sheet[];
}

/** A package that no zip without ZIP64 holds. */
class PackageTooLarge extends Error {
  readonly file: string;

  constructor(file: string) {
    super('A package holds at most 65,535 files and 4 GiB.');
    this.file = file;
  }
}

/** Reports a package that is too large; false where the error is about something else. */
export function reportTooLarge(error: unknown, diagnostics: Diagnostics): boolean {
  if (!(error instanceof PackageTooLarge)) return false;
  diagnostics.error('package-too-large', { file: error.file, line: 1, column: 1 }, { file: basename(error.file) });
  return true;
}

let count = 0;

/**
 * Writes one package: the manifest first, then everything by name. The zip grows beside its goal under a name with a dot and takes
 * its place only when it is whole; where anything fails, the last good package stays as it was. Its sheets take their places just
 * before: a spreadsheet program may hold one of them fast, and then nothing is replaced.
 * @param manifest text of the manifest; none for the web
 * @param schemas files that keep their own names
 * @param sheetsOf what lies beside the zip
 * @throws Error where a name is not safe on every LMS or stands twice, where the zip would need ZIP64, where a file can't be read
 */
export async function packageZip(
  file: string,
  entries: readonly Entry[],
  manifest?: string,
  schemas: readonly Entry[] = [],
  sheetsOf: (zip: ZipFacts) => readonly Sheet[] = () => [],
): Promise<PackageFile> {
  const rest = [...entries, ...schemas].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = manifest === undefined ? rest : [{ name: MANIFEST_NAME, data: manifest }, ...rest];
  checkNames(entries, all);
  checkLimits(file, all);
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  sweep(folder);
  count += 1;
  const turn = count;
  const part = partOf(file, turn);
  const parts = [part];
  try {
    const written = { ...(await writeZip(part, all)), files: all.length };
    const sheets = sheetsOf(written);
    // One that stays as it was may be open in another program.
    const beside = sheets.map(({ name, data }) => ({ path: join(folder, name), data }));
    const due = beside.filter(({ path, data }) => !holds(path, data));
    for (const { path, data } of due) {
      parts.push(partOf(path, turn));
      writeFileSync(partOf(path, turn), data);
    }
    for (const { path } of due) putInPlace(partOf(path, turn), path);
    await putInPlaceSoon(part, file);
    return { ...written, sheets };
  } catch (error) {
    for (const path of parts) rmSync(path, { force: true });
    throw error;
  }
}

function checkNames(own: readonly Entry[], all: readonly Entry[]): void {
  for (const { name } of own) {
    if (!NAME.test(name) || name.length > LONGEST_NAME) throw new Error(`"${name}" is no name for a file of a package.`);
  }
  const seen = new Set<string>();
  for (const { name } of all) {
    // Some systems see no difference in case.
    const key = name.toLowerCase();
    if (seen.has(key)) throw new Error(`"${name}" is twice in a package.`);
    seen.add(key);
  }
}

function checkLimits(file: string, all: readonly Entry[]): void {
  const bytes = all.reduce((sum, entry) => sum + ('path' in entry ? entry.bytes : entry.data.length), 0);
  if (all.length > MOST_ENTRIES || bytes > MOST_BYTES) throw new PackageTooLarge(file);
}
