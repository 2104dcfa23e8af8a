import { xmlText } from '../../src/player/widgets/picture-file.ts';
import type { Tree } from './scoring.ts';

/** Escapes a text for XML. */
function escaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function outlines({ text, children }: Tree): string {
  return `<outline text="${escaped(text)}">${children.map(outlines).join('')}</outline>`;
}

/** Converts a map for mind-map programs (OPML 2.0). */
export function opmlOf(tree: Tree): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head><title>${escaped(tree.text)}</title></head><body>${outlines(tree)}</body></opml>\n`;
}
