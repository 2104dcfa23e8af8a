import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of the pieces of the runtime; made with the program. */
export interface PieceIndex {
  /** Piece file → names of shared pieces, the needed before the needing. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
  /** Piece file, shared ones too → icons that it shows. */
  readonly icons: Readonly<Record<string, readonly string[]>>;
  /** Piece file → its text: one file is read sooner than eighty. */
  readonly texts: Readonly<Record<string, string>>;
}

/** File of a shared module's piece: `player/drag` → `shared.player.drag.js`. */
export function sharedPieceFile(name: string): string {
  return `shared.${name.replaceAll('/', '.')}.js`;
}

let folder = '';
const files = new Map<string, Uint8Array>();
let index: PieceIndex | undefined;

/** Says where the program's build put the pieces. */
export function usePieces(path: string): void {
  if (path === folder) return;
  files.clear();
  index = undefined;
  folder = path;
}

/** Text of a piece, '' where the type has none. */
export function pieceText(name: string): string {
  return pieceIndex().texts[name] ?? '';
}

/** Bytes of a file that goes into packages as it is. Read once. */
export function pieceFile(name: string): Uint8Array {
  const known = files.get(name) ?? readFileSync(join(folder, name));
  files.set(name, known);
  return known;
}

/** The index of the pieces. */
export function pieceIndex(): PieceIndex {
  index ??= JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as PieceIndex;
  return index;
}
