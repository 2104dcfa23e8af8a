import { all, nameOf, shown } from './survey.ts';

const PRESSED = 'button, select, textarea, input:not([type=range]), label.c-option, .c-chip, .c-slot';
const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

function hasBorder(element: Element, pseudo?: string): boolean {
  const style = getComputedStyle(element, pseudo);
  return SIDES.some((side) => style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) >= 1);
}

/** A border of its own or around it, or the line under a link. */
function isDrawn(element: Element): boolean {
  const boxes = [
    element,
    element.parentElement,
    element.closest('.c-option, li, details'),
    element.querySelector('.c-option-text'),
    element.nextElementSibling,
  ];
  return (
    boxes.some((box) => box && (hasBorder(box) || hasBorder(box, '::before'))) ||
    getComputedStyle(element).textDecorationLine.includes('underline')
  );
}

/** Controls without a border, which would be bare words. */
export function borderless(): string[] {
  return shown(PRESSED)
    .filter((one) => !isDrawn(one))
    .map((one) => `no border: ${nameOf(one)}`);
}

const LOOK = [
  'borderTopStyle',
  'borderTopWidth',
  'borderBottomWidth',
  'borderTopColor',
  'borderBottomColor',
  'outlineStyle',
  'outlineColor',
  'color',
  'backgroundColor',
  'fontWeight',
  'textDecorationLine',
  'boxShadow',
  'borderLeftWidth',
] as const;

function lookOf(element: Element): string {
  const parts = [
    element,
    element.querySelector('input'),
    element.querySelector('.c-option-text'),
    element.querySelector('[class*="-words"]'),
  ];
  return JSON.stringify(
    parts.flatMap((part) =>
      part ? ['', '::before', '::after'].map((pseudo) => LOOK.map((name) => getComputedStyle(part, pseudo)[name])) : [],
    ),
  );
}

/** Pairs of a chosen control and one that isn't. */
const STATES: readonly (readonly [chosen: string, other: string])[] = [
  ['.c-option:has(:checked)', '.c-option:not(:has(:checked))'],
  ['.mark-text-passage:has(:checked)', '.mark-text-passage:not(:has(:checked))'],
  ['.categorize-group[aria-pressed="true"]', '.categorize-group[aria-pressed="false"]'],
  ['.matching-row[data-waits]', '.matching-row:not([data-waits])'],
  ['.c-chip[aria-pressed="true"]', '.c-chip[aria-pressed="false"]'],
  ['.tabs-tab[aria-selected="true"]', '.tabs-tab[aria-selected="false"]'],
  ['.c-point[data-on]', '.c-point:not([data-on])'],
  ['#c-pages [aria-current="page"]', '#c-pages [aria-current="false"]'],
];

/** Chosen controls that look as if they weren't. */
export function alike(): string[] {
  return STATES.flatMap(([chosen, other]) =>
    shown(chosen).flatMap((one) => {
      const root = one.closest('[data-activity], dialog') ?? document;
      const twin = all(other, root).find((candidate) => candidate.checkVisibility());
      return twin && lookOf(one) === lookOf(twin) ? [`chosen looks like not chosen: ${nameOf(one)}`] : [];
    }),
  );
}

/** Icons in the colour of what is under them. */
export function faint(): string[] {
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  return shown('svg.c-icon').flatMap((icon) => {
    const { color, backgroundColor } = getComputedStyle(icon);
    const under =
      [...ancestors(icon)].map((one) => getComputedStyle(one).backgroundColor).find((one) => one !== 'rgba(0, 0, 0, 0)') ?? ground;
    return color === under || color === backgroundColor ? [`icon can't be seen: ${nameOf(icon.parentElement ?? icon)}`] : [];
  });
}

const READERS = ['CanvasText', 'ButtonText', 'LinkText', 'FieldText', 'Highlight', 'HighlightText', 'GrayText'];

/** Icons in a colour that isn't one of the reader's. */
export function strange(): string[] {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.forcedColorAdjust = 'none';
  const known = READERS.map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return shown('svg.c-icon')
    .filter((icon) => !known.includes(getComputedStyle(icon).color))
    .map((icon) => `icon in ${getComputedStyle(icon).color}: ${nameOf(icon.parentElement ?? icon)}`);
}

function* ancestors(element: Element): Generator<Element> {
  for (let one = element.parentElement; one; one = one.parentElement) yield one;
}

export interface Forced {
  borderless: typeof borderless;
  alike: typeof alike;
  faint: typeof faint;
  strange: typeof strange;
}
