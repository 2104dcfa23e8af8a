import type { PieceIndex } from './engine.ts';

/** Names the file of a shared module's piece: `widgets/drag` → `shared.widgets.drag.js`. */
export function sharedPieceFile(name: string): string {
  return `shared.${name.replaceAll('/', '.')}.js`;
}

/** Returns the text of a piece, '' if the type has none. */
export function pieceText(name: string, { texts }: PieceIndex): string {
  return texts[name] ?? '';
}
