const SVG = 'http://www.w3.org/2000/svg';

/** Makes an SVG element; strings become text, not markup. */
export function shape(tag: string, className: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute('class', className);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}
