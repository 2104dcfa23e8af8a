import { basename, dirname, join } from 'pathe';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Entry, Host, WrittenZip } from '../../host/host.ts';
import type { Sheet } from '../../model/sheet.ts';

export const MANIFEST = 'imsmanifest.xml';

const NAME = /^(?!.*\/\.{1,2}(?:\/|$))(?!\.{1,2}(?:\/|$))[a-z0-9._-]+(?:\/[a-z0-9._-]+)*$/;
const LONGEST_NAME = 200;
/** Largest number of entries without ZIP64, which many LMSs can't read. */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;

export interface PackageFile extends WrittenZip {
  /** Number of files in the zip. */
  readonly files: number;
  /** Sheets written beside it. */
  readonly sheets: readonly Sheet[];
}

/** A package that is too large for a zip without ZIP64. */
class PackageTooLarge extends Error {
  readonly file: string;

  constructor(file: string) {
    super('A package holds at most 65,535 files and 4 GiB.');
    this.file = file;
  }
}

/** Reports a package that is too large; false if the error is about something else. */
export function reportTooLarge(error: unknown, diagnostics: Diagnostics): boolean {
  if (!(error instanceof PackageTooLarge)) return false;
  diagnostics.error('package-too-large', { file: error.file, line: 1, column: 1 }, { file: basename(error.file) });
  return true;
}

/** Input of a package. */
export interface PackageParts {
  /** Files named by Cartable. */
  readonly own: readonly Entry[];
  /** Text of the manifest; absent on the web. */
  readonly manifest?: string | undefined;
  /** Files that keep their names. */
  readonly schemas?: readonly Entry[];
}

/**
 * Writes one package: the manifest first, then everything by name. If anything fails, the last good package stays unchanged.
 * The sheets are replaced just before the zip: if a spreadsheet program has one open, nothing is replaced.
 * @param sheetsOf makes the sheets beside the zip
 * @throws Error if a name is not safe on every LMS or used twice, if the zip would need ZIP64, or if a file can't be read
 */
export async function writePackage(
  file: string,
  { own, manifest, schemas = [] }: PackageParts,
  sheetsOf: (zip: WrittenZip & { readonly files: number }) => readonly Sheet[],
  { files, writeZip }: Pick<Host, 'files' | 'writeZip'>,
): Promise<PackageFile> {
  const rest = [...own, ...schemas].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = manifest === undefined ? rest : [{ name: MANIFEST, data: manifest }, ...rest];
  checkNames(own, all);
  checkLimits(file, all);
  let sheets: readonly Sheet[] = [];
  const zip = await writeZip(file, all, (whole) => {
    sheets = sheetsOf({ ...whole, files: all.length });
    files.writeTogether(sheets.map(({ name, data }) => ({ path: join(dirname(file), name), data })));
  });
  return { ...zip, files: all.length, sheets };
}

function checkNames(own: readonly Entry[], all: readonly Entry[]): void {
  for (const { name } of own) {
    if (!NAME.test(name) || name.length > LONGEST_NAME) throw new Error(`"${name}" is no name for a file of a package.`);
  }
  const seen = new Set<string>();
  for (const { name } of all) {
    // Some systems ignore case.
    const key = name.toLowerCase();
    if (seen.has(key)) throw new Error(`"${name}" is twice in a package.`);
    seen.add(key);
  }
}

/** Checks the entries. @throws if the zip would need ZIP64 */
export function checkLimits(file: string, all: readonly Entry[]): void {
  const bytes = all.reduce((sum, entry) => sum + ('path' in entry ? entry.bytes : entry.data.length), 0);
  if (all.length > MOST_ENTRIES || bytes > MOST_BYTES) throw new PackageTooLarge(file);
}
