import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rememberDeflated } from './zip/deflate.ts';

/** What is known of the pieces of the runtime; made with the program. */
export interface PieceIndex {
  /** Piece file → names of shared pieces, the needed before the needing. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
  /** Piece file, shared ones too → icons that it shows. */
  readonly icons: Readonly<Record<string, readonly string[]>>;
  /** Piece file → its text: one file is read sooner than eighty. */
  readonly texts: Readonly<Record<string, string>>;
  /** Keys of the shell's words that scripts may ask for; the others stand in the markup alone. */
  readonly words: readonly string[];
  /** File → names of the packages that it has code of. */
  readonly libraries: Readonly<Record<string, readonly string[]>>;
  /** Name of a package → its licence; Cartable and Lucide are in every package. */
  readonly notices: Readonly<Record<string, string>>;
  /** File that goes into packages as it is → where `packed.bin` has what `gzip` made of it. */
  readonly packed: Readonly<Record<string, readonly [start: number, end: number]>>;
}

/** File of a shared module's piece: `player/drag` → `shared.player.drag.js`. */
export function sharedPieceFile(name: string): string {
  return `shared.${name.replaceAll('/', '.')}.js`;
}

let folder = '';
const files = new Map<string, Uint8Array>();
let index: PieceIndex | undefined;
let packed: Buffer | undefined;

/** Says where the program's build put the pieces. */
export function usePieces(path: string): void {
  if (path === folder) return;
  files.clear();
  index = undefined;
  packed = undefined;
  folder = path;
}

/** Text of a piece, '' where the type has none. */
export function pieceText(name: string): string {
  return pieceIndex().texts[name] ?? '';
}

/** Bytes of a file that goes into packages as it is. Read once. */
export function pieceFile(name: string): Uint8Array {
  const known = files.get(name);
  if (known) return known;
  const bytes = readFileSync(join(folder, name));
  usePacked(name, bytes);
  files.set(name, bytes);
  return bytes;
}

/** Spares the bytes of a file the deflating, where the program's build did it. */
export function usePacked(name: string, bytes: Buffer): void {
  const place = folder === '' ? undefined : pieceIndex().packed[name];
  if (!place) return;
  packed ??= readFileSync(join(folder, 'packed.bin'));
  rememberDeflated(bytes, packed.subarray(...place));
}

/** The index of the pieces. */
export function pieceIndex(): PieceIndex {
  index ??= JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as PieceIndex;
  return index;
}
