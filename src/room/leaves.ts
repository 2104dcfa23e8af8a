/** Elements that are never divided between two screens. */
const WHOLE =
  'p, h1, h2, h3, h4, h5, h6, li:not(.r-step), tr, img, svg, figure, dt, dd, details:not([open]), summary, pre, [data-keep], .scene-speech, .c-face, .r-pointed, .key-number, .beside, .s-picture, .r-tree, .r-value';

/** Elements that must stay with the next one. */
const LEADS =
  'h2, h3, h4, h5, h6, dt, summary, .r-letter, .callout-title, .scene-place, .keep-title, .table-caption, .s-picture, p:has(> img:only-child)';

/** Lists and cards that are divided only if they don't fit on one screen. */
export const TOGETHER = '[data-together], .keep';

/** A reason with more characters may continue on the next screen. */
const LONG = 420;

function isShortReason(element: Element): boolean {
  return element.matches('.r-why') && (element.textContent ?? '').length <= LONG;
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
}

/** Lists the smallest elements that may be shown alone, in order. Table heads are left out: they are shown with every row. */
export function leavesOf(element: Element): HTMLElement[] {
  return [...element.children].flatMap((child): HTMLElement[] => {
    if (!(child instanceof HTMLElement) || child.matches('thead, caption, .scene-town')) return [];
    const isWhole = child.matches(WHOLE) || isShortReason(child) || child.childElementCount === 0 || hasOwnText(child);
    return isWhole ? [child] : leavesOf(child);
  });
}

/** Tests whether an element can be shown now. Reasons for wrong answers are shown only when the trainer asks for them. */
export function isActive(leaf: Element, isRevealed: boolean): boolean {
  if (leaf.closest('[data-elsewhere]') || leaf.closest('.r-screen:not([data-explained]) [data-more]')) return false;
  return !leaf.closest(isRevealed ? '[data-before]' : '[data-answer]');
}

/** Tests whether an element must not be the last on a screen. */
export function leads(leaf: Element | undefined): boolean {
  return !!leaf && (leaf.matches(LEADS) || (leaf.matches('p') && (leaf.textContent ?? '').trimEnd().endsWith(':')));
}

/** Hides each leaf that isn't to be shown, and containers without any. */
export function showOnly(body: HTMLElement, all: readonly HTMLElement[], shown: ReadonlySet<HTMLElement>): void {
  const filled = new Set<Element>();
  for (const leaf of all) {
    leaf.toggleAttribute('data-out', !shown.has(leaf));
    if (!shown.has(leaf)) continue;
    for (let up = leaf.parentElement; up && up !== body; up = up.parentElement) filled.add(up);
  }
  for (const leaf of all) {
    for (let up = leaf.parentElement; up && up !== body; up = up.parentElement) up.toggleAttribute('data-out', !filled.has(up));
  }
}
