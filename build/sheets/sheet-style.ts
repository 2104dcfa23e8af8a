import type { PieceIndex } from '../host/engine.ts';
import { pieceText } from '../host/pieces.ts';
import { themeCss } from '../theme/theme.ts';

/** Makes the style of a sheet: always dark on white, for printing. */
export function sheetStyle(piece: 'sheet.css' | 'paper.css' | 'conductor.css' | 'changes.css', accent: string, index: PieceIndex): string {
  const css = pieceText(piece, index) + themeCss(accent, 'plain');
  return css.replace(/@media ?\(prefers-color-scheme: ?dark\)/g, '@media screen and (prefers-color-scheme:dark)');
}

/** Makes the style that prints a text at the foot of each page. */
export function pageFooter(text: string): string {
  const escaped = text.replace(/["\\<>\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `@page{@bottom-left{color:#444;content:"${escaped}";font:7.5pt Arial,sans-serif}}`;
}
