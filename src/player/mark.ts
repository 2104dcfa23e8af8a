import type { Html, PartVerdict } from '../model/activity.ts';
import { make } from './element.ts';
import { t } from './words.ts';

const ICONS = { right: 'check', wrong: 'x', missed: 'circle-dashed', partly: 'contrast', done: 'check', info: 'info' } as const;

/** What a mark or a feedback can say. */
export type Kind = keyof typeof ICONS;

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of `templates/_shell/icons.json`, hidden from screen readers. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'c-icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'use'));
  svg.firstElementChild?.setAttribute('href', `#i-${name}`);
  return svg;
}

/** The icon that goes with a verdict. */
export function iconOf(kind: Kind): SVGElement {
  return icon(ICONS[kind]);
}

/** Marks a part with icon, word, border and tint, inside `host`; null takes the mark away. */
export function mark(host: HTMLElement, verdict: PartVerdict | null | undefined): void {
  // A label's words hold its mark; a field would not tell it to who comes by Tab.
  const field = host.querySelector('.c-input');
  host.querySelector(':scope > .c-mark')?.remove();
  delete host.dataset.mark;
  field?.removeAttribute('aria-description');
  if (!verdict) return;
  const words = t(`mark.${verdict}`);
  host.dataset.mark = verdict;
  field?.setAttribute('aria-description', words);
  host.append(make('span', 'c-mark', iconOf(verdict), ` ${words}`));
}

/** Puts a reason at the end of `host`, in the place of an earlier one; without `html` it is taken away. */
export function feedback(host: HTMLElement, html: Html | null | undefined, kind: Kind = 'info'): void {
  host.querySelector(':scope > .c-feedback')?.remove();
  if (!html) return;
  const box = make('div', 'c-feedback');
  box.dataset.mark = kind;
  box.innerHTML = html;
  host.append(box);
}
