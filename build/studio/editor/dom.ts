import type { IconName } from '../ui/icon.tsx';
import { ICONS } from '../ui/icon-paths.ts';

/** Makes an element of a widget. Texts are set as text: a course is data of strangers. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Draws an icon. It says nothing to a screen reader. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', class: 's-icon', 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', ICONS[name]);
  svg.append(line);
  return svg;
}

/** Makes a button with an icon, and a name that is read out. */
export function iconButton(drawing: IconName, name: string, className: string): HTMLButtonElement {
  return element('button', { type: 'button', class: className, 'aria-label': name, title: name }, icon(drawing));
}
