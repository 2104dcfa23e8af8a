/** Removes characters that XML forbids. */
export function xmlText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}

const STYLES = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-weight'];

/** Serialises a picture as a standalone file: the page's colours and font become attributes. */
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
  return xmlText(new XMLSerializer().serializeToString(copy));
}
