import { checkName, decodeName } from './names.ts';
import { readExactly, viewOf, type ZipEntry, ZipRefusal, type ZipSource } from './source.ts';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;

/** Bytes of the fixed part of each record. */
const SIZES = { end: 22, end64: 56, locator64: 20, central: 46 } as const;

/** Longest comment of a zip. */
const COMMENT = 0xffff;

/** Most entries, which is also the most without ZIP64, and most bytes of their directory. */
const ENTRIES = 65_535;
const DIRECTORY = 64 * 1024 * 1024;

/** Values that refer to the ZIP64 record. */
const IN_64 = { short: 0xffff, long: 0xffffffff } as const;

/** Position of the directory, and whether the zip uses ZIP64. */
export interface Directory {
  readonly entries: readonly ZipEntry[];
  readonly start: number;
  readonly isZip64: boolean;
}

interface End {
  readonly count: number;
  readonly size: number;
  readonly start: number;
  /** Position of the first record behind the directory. */
  readonly after: number;
  readonly isZip64: boolean;
}

function bigAt(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipRefusal('zip-broken');
  return Number(value);
}

/** Finds the record at the end whose comment fills the rest of the file exactly. */
async function findEnd(source: ZipSource): Promise<{ readonly view: DataView; readonly at: number }> {
  const length = Math.min(source.size, SIZES.end + COMMENT);
  const bytes = await readExactly(source, source.size - length, length);
  const view = viewOf(bytes);
  for (let at = length - SIZES.end; at >= 0; at--) {
    if (view.getUint32(at, true) !== END || at + SIZES.end + view.getUint16(at + 20, true) !== length) continue;
    return { view: new DataView(view.buffer, view.byteOffset + at, SIZES.end), at: source.size - length + at };
  }
  const first = viewOf(await readExactly(source, 0, Math.min(4, source.size)));
  // A file that begins as a zip and has no end was cut off, in a download for example.
  throw new ZipRefusal(first.byteLength === 4 && first.getUint32(0, true) === 0x04034b50 ? 'zip-broken' : 'zip-not');
}

async function readEnd64(source: ZipSource, endAt: number): Promise<End | null> {
  if (endAt < SIZES.locator64) return null;
  const locator = viewOf(await readExactly(source, endAt - SIZES.locator64, SIZES.locator64));
  if (locator.getUint32(0, true) !== LOCATOR_64) return null;
  const at = bigAt(locator, 8);
  const view = viewOf(await readExactly(source, at, SIZES.end64));
  const length = bigAt(view, 4) + 12;
  if (view.getUint32(0, true) !== END_64 || at + length !== endAt - SIZES.locator64) throw new ZipRefusal('zip-broken');
  if (locator.getUint32(4, true) + view.getUint32(16, true) + view.getUint32(20, true) > 0) throw new ZipRefusal('zip-split');
  if (bigAt(view, 24) !== bigAt(view, 32)) throw new ZipRefusal('zip-split');
  return { count: bigAt(view, 32), size: bigAt(view, 40), start: bigAt(view, 48), after: at, isZip64: true };
}

async function readEnd(source: ZipSource): Promise<End> {
  if (source.size < SIZES.end) throw new ZipRefusal('zip-not');
  const { view, at } = await findEnd(source);
  const [count, size, start] = [view.getUint16(10, true), view.getUint32(12, true), view.getUint32(16, true)];
  const refers = count === IN_64.short || size === IN_64.long || start === IN_64.long;
  const end64 = refers ? await readEnd64(source, at) : null;
  if (!end64) {
    if (view.getUint16(4, true) > 0 || view.getUint16(6, true) > 0 || view.getUint16(8, true) !== count) throw new ZipRefusal('zip-split');
    return { count, size, start, after: at, isZip64: false };
  }
  // Both records must agree wherever the short one has a value.
  const pairs = [
    [count, end64.count, IN_64.short],
    [size, end64.size, IN_64.long],
    [start, end64.start, IN_64.long],
  ] as const;
  if (pairs.some(([short, long, refer]) => short !== refer && short !== long)) throw new ZipRefusal('zip-broken');
  return end64;
}

/** Reads sizes and position of an entry that stand in its ZIP64 field. @throws ZipRefusal if the field is missing or too short */
function readExtra(extra: Uint8Array, values: readonly number[]): number[] {
  const view = viewOf(extra);
  const wanted = values.filter((value) => value === IN_64.long).length;
  if (wanted === 0) return [...values];
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    if (view.getUint16(at + 2, true) < 8 * wanted || at + 4 + 8 * wanted > extra.length) break;
    let next = at + 4;
    return values.map((value) => {
      if (value !== IN_64.long) return value;
      next += 8;
      return bigAt(view, next - 8);
    });
  }
  throw new ZipRefusal('zip-broken');
}

/** Kinds of Unix files that a zip may hold: none stated, a plain file, a folder. Others are links and devices. */
const PLAIN: readonly number[] = [0, 0o100000, 0o040000];

function checkKind(view: DataView, name: string): void {
  // Systems other than Unix state none.
  const kind = (view.getUint32(38, true) >>> 16) & 0o170000;
  if (!PLAIN.includes(kind)) throw new ZipRefusal('zip-link', name);
}

function entryOf(record: Uint8Array, nameLength: number, extraLength: number): ZipEntry {
  const view = viewOf(record);
  const rawName = record.slice(SIZES.central, SIZES.central + nameLength);
  const flags = view.getUint16(8, true);
  const name = decodeName(rawName, (flags & 0x800) !== 0);
  checkName(name, nameLength);
  const method = view.getUint16(10, true);
  if ((flags & 0x41) !== 0 || method === 99) throw new ZipRefusal('zip-encrypted', name);
  if (method !== 0 && method !== 8) throw new ZipRefusal('zip-method', name);
  checkKind(view, name);
  const extra = record.subarray(SIZES.central + nameLength, SIZES.central + nameLength + extraLength);
  const [size = 0, packed = 0, offset = 0] = readExtra(extra, [
    view.getUint32(24, true),
    view.getUint32(20, true),
    view.getUint32(42, true),
  ]);
  if (view.getUint16(34, true) > 0) throw new ZipRefusal('zip-split');
  if (method === 0 && size !== packed) throw new ZipRefusal('zip-content', name);
  return { name, rawName, isFolder: /[/\\]$/.test(name), method, flags, crc: view.getUint32(16, true), packed, size, offset };
}

/** Reads the directory of a zip. @throws ZipRefusal */
export async function readDirectory(source: ZipSource): Promise<Directory> {
  const end = await readEnd(source);
  if (end.start + end.size !== end.after) throw new ZipRefusal('zip-broken');
  if (end.count > ENTRIES || end.size > DIRECTORY) throw new ZipRefusal('zip-entries', String(end.count));
  const bytes = await readExactly(source, end.start, end.size);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + SIZES.central > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new ZipRefusal('zip-broken');
    const [nameLength, extraLength, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + SIZES.central + (nameLength ?? 0) + (extraLength ?? 0) + (comment ?? 0);
    if (next > bytes.length) throw new ZipRefusal('zip-broken');
    entries.push(entryOf(bytes.subarray(at, next), nameLength ?? 0, extraLength ?? 0));
    at = next;
  }
  // Without ZIP64 a larger number of entries is written modulo 65,536.
  if (entries.length !== end.count) throw new ZipRefusal(entries.length > ENTRIES ? 'zip-entries' : 'zip-broken', String(entries.length));
  return { entries, start: end.start, isZip64: end.isZip64 };
}
