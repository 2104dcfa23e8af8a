import { all, nameOf } from './survey.ts';

/** Parts that are pressed rather than read, and parts whose words stand elsewhere on the page. */
const NOT_PAPER = `svg, option, .c-words, .c-actions, .c-tools, .c-tool, .c-missing, .c-here, .c-count, [hidden][id$="-asked"], [data-captions], .mind-map-export, .mind-map-add,
  .writing-keep, .compare-filter, .reveal-wait, .tabs-list, .memory-back, .image-compare-control, .branching-scene[hidden], .branching-lost,
  .branching-way[hidden], .writing-plan, .stakeholder-map-place, .categorize-head, .categorize-key, .categorize-held, .categorize-full, [data-activity][hidden], .quiz-again, .quiz-pager, .embed-blocked, .embed-ask, .cards-word, .c-shared, .recap-plain, .recap [hidden], .word-cloud-add, .word-cloud-take, [class$="-earlier"][hidden], .writing-recalled, .writing-state, .memory[hidden], .memory-told[hidden], .c-after[hidden], .c-after[hidden] *, #c-plain`;

const wordsOf = ({ textContent }: Element): string => (textContent ?? '').replace(/\s+/g, ' ').trim();

/** Words of the page or view on screen that paper would not have, and the focus where paper would show it. To be asked while it is shown as for print. */
export function unprinted(): string[] {
  const section = document.querySelector('.c-page:not([hidden])') as HTMLElement;
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  const lost: HTMLElement[] = [];
  const printed = new Set<string>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const host = node.parentElement as HTMLElement;
    if (!node.textContent?.trim() || host.closest(NOT_PAPER)) continue;
    const { clipPath } = getComputedStyle(host);
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    // An element without a box of its own, such as `display: contents`, is seen by what it stands in.
    const boxed = getComputedStyle(host).display === 'contents' ? (host.parentElement as HTMLElement) : host;
    const isSeen = boxed.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && clipPath === 'none' && width * height > 4;
    if (isSeen) printed.add(wordsOf(host));
    else lost.push(host);
  }
  const cut = all<HTMLTextAreaElement>('textarea', section).filter(
    (area) => area.checkVisibility() && area.scrollHeight > area.clientHeight + 2,
  );
  const boxes = all('*', section).filter(
    (one) => one.checkVisibility() && /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 2,
  );
  const focus = document.activeElement;
  const rings = [focus, focus?.nextElementSibling]
    .flatMap((one) => (one ? [getComputedStyle(one), getComputedStyle(one, '::before')] : []))
    .filter((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
  // Words may stand in another place of the paper.
  const words = lost.filter((host) => !printed.has(wordsOf(host))).map((host) => `not printed: ${nameOf(host)}`);
  return [
    ...words,
    ...cut.map((area) => `cut: ${nameOf(area)}`),
    ...boxes.map((box) => `scrolls: ${nameOf(box)}`),
    ...rings.map(() => `ring: ${nameOf(focus as Element)}`),
  ];
}

export interface Printing {
  unprinted: typeof unprinted;
}
