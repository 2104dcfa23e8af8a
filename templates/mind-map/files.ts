import type { Tree } from './scoring.ts';

/** A text without what no XML may hold. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');

/** The same without what XML reads as its own. */
function escaped(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function outlines({ text, children }: Tree): string {
  return `<outline text="${escaped(text)}">${children.map(outlines).join('')}</outline>`;
}

/** A map for programs that draw maps (OPML 2.0). */
export function opmlOf(tree: Tree): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head><title>${escaped(tree.text)}</title></head><body>${outlines(tree)}</body></opml>\n`;
}

const STYLES = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-weight'];

/** A picture as a file of its own: the colours and the font of the page become attributes. */
export function pictureOf(svg: SVGElement, width: number, height: number): string {
  const copy = svg.cloneNode(true) as SVGElement;
  const copies = copy.querySelectorAll('*');
  for (const [index, element] of svg.querySelectorAll('*').entries()) {
    const style = getComputedStyle(element);
    for (const name of STYLES) copies[index]?.setAttribute(name, style.getPropertyValue(name));
    copies[index]?.removeAttribute('class');
  }
  copy.removeAttribute('aria-hidden');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return clean(new XMLSerializer().serializeToString(copy));
}
