import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which shared pieces each piece of the runtime uses; made with the program. */
export interface PieceIndex {
  /** Piece file → names of shared pieces, the needed before the needing. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
}

/** File of a shared module's piece: `player/drag` → `shared.player.drag.js`. */
export function sharedPieceFile(name: string): string {
  return `shared.${name.replaceAll('/', '.')}.js`;
}

let folder = '';
const texts = new Map<string, string>();
const files = new Map<string, Uint8Array>();
let index: PieceIndex | undefined;

/** Says where the program's build put the pieces. */
export function usePieces(path: string): void {
  if (path === folder) return;
  texts.clear();
  files.clear();
  index = undefined;
  folder = path;
}

/** Text of a piece, '' where the type has none. Read once. */
export function pieceText(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    const path = join(folder, name);
    text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    texts.set(name, text);
  }
  return text;
}

/** Bytes of a file that goes into packages as it is. Read once. */
export function pieceFile(name: string): Uint8Array {
  const known = files.get(name) ?? readFileSync(join(folder, name));
  files.set(name, known);
  return known;
}

/** The index of the pieces. */
export function pieceIndex(): PieceIndex {
  index ??= JSON.parse(pieceText('index.json')) as PieceIndex;
  return index;
}
