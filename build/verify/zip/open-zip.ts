import { contentOf, contentStart } from './content.ts';
import { readDirectory } from './directory.ts';
import { type ZipEntry, ZipRefusal, type ZipSource } from './source.ts';

/** Most bytes of all files, unpacked. */
const LARGEST = 4 * 1024 * 1024 * 1024;

/** Bytes from which a file that is this many times smaller in the zip counts as a bomb: texts reach 20. */
const SUSPECT = 64 * 1024 * 1024;
const RATIO = 200;

/** A zip whose directory and headers are valid. Nothing is unpacked yet. */
export interface OpenZip {
  readonly source: ZipSource;
  /** All entries, in the zip's order. */
  readonly entries: readonly ZipEntry[];
  /** Files by name, without folders. */
  readonly files: ReadonlyMap<string, ZipEntry>;
  readonly isZip64: boolean;
}

function checkSizes(entries: readonly ZipEntry[]): void {
  let all = 0;
  for (const { name, size, packed } of entries) {
    all += size;
    if (all > LARGEST || (size > SUSPECT && size > RATIO * packed)) throw new ZipRefusal('zip-bomb', name);
  }
}

function checkDoubles(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (names.has(name)) throw new ZipRefusal('zip-twice', name);
    names.add(name);
  }
}

/** Checks that contents don't overlap: an overlapping zip unpacks the same bytes many times. */
async function checkPlaces(source: ZipSource, entries: readonly ZipEntry[], directory: number): Promise<void> {
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < free) throw new ZipRefusal('zip-bomb', entry.name);
    free = (await contentStart(source, entry)) + entry.packed;
    if (free > directory) throw new ZipRefusal('zip-broken', entry.name);
  }
}

/** Opens a zip. @throws ZipRefusal if it is hostile or broken */
export async function openZip(source: ZipSource): Promise<OpenZip> {
  const { entries, start, isZip64 } = await readDirectory(source);
  checkSizes(entries);
  checkDoubles(entries);
  await checkPlaces(source, entries, start);
  const files = new Map(entries.filter(({ isFolder }) => !isFolder).map((entry) => [entry.name, entry]));
  return { source, entries, files, isZip64 };
}

/** Unpacks all files once, and keeps none. @throws ZipRefusal if one isn't what the zip states */
export async function checkContents({ source, entries }: OpenZip): Promise<void> {
  for (const entry of entries) for await (const piece of contentOf(source, entry)) void piece;
}
