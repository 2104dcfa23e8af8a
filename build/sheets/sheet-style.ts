import { themeCss } from '../bundle/theme.ts';
import { pieceText } from '../pieces.ts';

/** By piece and accent: most sheets of a build have the same. */
const styles = new Map<string, string>();

/** The style of a sheet. What is printed is dark on white, whatever the screen is. */
export function sheetStyle(piece: 'sheet.css' | 'paper.css', accent: string): string {
  const key = `${piece} ${accent}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const css = pieceText(piece) + themeCss(accent);
  const style = css.replace(/@media ?\(prefers-color-scheme: ?dark\)/g, '@media screen and (prefers-color-scheme:dark)');
  styles.set(key, style);
  return style;
}
