import type { Html, PartVerdict } from '../../model/course/activity.ts';
import { make } from './element.ts';
import { t } from './strings.ts';

const ICONS = { right: 'check', wrong: 'x', missed: 'circle-dashed', partly: 'contrast', done: 'check', info: 'info' } as const;

/** Kinds of marks and feedback. */
export type Kind = keyof typeof ICONS;

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an icon from `templates/_shell/icons.json`, hidden from screen readers. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'c-icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'use'));
  svg.firstElementChild?.setAttribute('href', `#i-${name}`);
  return svg;
}

/** Makes the icon of a verdict. */
export function iconOf(kind: Kind): SVGElement {
  return icon(ICONS[kind]);
}

/** Marks a part inside `host` with icon, text, border and tint; null removes the mark. */
export function mark(host: HTMLElement, verdict: PartVerdict | null | undefined): void {
  // A label's text contains its mark. A field needs a description, or Tab users would not hear the mark.
  const field = host.querySelector('.c-input');
  host.querySelector(':scope > .c-mark')?.remove();
  delete host.dataset.mark;
  field?.removeAttribute('aria-description');
  if (!verdict) return;
  const words = t(`mark.${verdict}`);
  host.dataset.mark = verdict;
  field?.setAttribute('aria-description', words);
  host.append(make('span', 'c-mark', iconOf(verdict), make('span', '', ` ${words}`)));
}

/** Adds a reason at the end of `host`, replacing an earlier one; without `html`, removes it. */
export function feedback(host: HTMLElement, html: Html | null | undefined, kind: Kind = 'info'): void {
  host.querySelector(':scope > .c-feedback')?.remove();
  if (!html) return;
  const box = make('div', 'c-feedback');
  box.dataset.mark = kind;
  box.innerHTML = html;
  host.append(box);
}
