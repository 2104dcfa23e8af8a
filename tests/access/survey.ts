import { isShown } from './steps.ts';

/** Controls that a learner can press or fill in. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"]';
/** Elements for screen readers alone, and the link that is visible once it has the focus. */
const UNSEEN = '.c-words, .c-sprite, .c-skip, [aria-hidden="true"] *';

const TOLERANCE = 1;

export function all<Found extends Element = HTMLElement>(selector: string, within: ParentNode = document): Found[] {
  return [...within.querySelectorAll<Found>(selector)];
}

/** An element in words, short enough for a list of faults. */
export function nameOf(element: Element): string {
  const root = element.closest<HTMLElement>('[data-activity]');
  const own = element.id ? `#${element.id}` : `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  return `${root ? `${root.id} ` : ''}${own} « ${words} »`;
}

/** Parts that the learner sees: the drawer, or the page with its bar and foot. */
const STAGE = '.c-skip, .c-bar, .c-banner:not([hidden]), .c-page:not([hidden]), .c-nav:not([hidden]), .c-foot';

function stage(): Element[] {
  const dialog = document.querySelector('dialog[open]');
  return dialog ? [dialog] : all(STAGE);
}

/** Is it there for who reads with their eyes? */
function isSeen(element: Element): boolean {
  return !element.closest(UNSEEN) && isShown(element) && getComputedStyle(element).clipPath !== 'inset(50%)';
}

/** Findings that several checks share. */
let known: Map<string, HTMLElement[]> | undefined;

/** Everything on screen of the package, drawer or page. */
export function shown(selector: string): HTMLElement[] {
  const found =
    known?.get(selector) ??
    stage()
      .flatMap((root) => all(selector, root))
      .filter(isSeen);
  known?.set(selector, found);
  return found;
}

/** Headings out of order: none or several of the first rank, or a rank left out. */
export function headings(): string[] {
  const found = shown('h1, h2, h3, h4, h5, h6');
  const ranks = found.map(({ tagName }) => Number(tagName[1]));
  const first = ranks.filter((rank) => rank === 1).length;
  // The drawer stands under the page's title.
  const before = (index: number): number => ranks[index - 1] ?? (document.querySelector('dialog[open]') ? 1 : 0);
  const jumps = found.filter((_, index) => (ranks[index] ?? 0) > before(index) + 1).map((one) => `jump to ${one.tagName} ${nameOf(one)}`);
  return [...(document.querySelector('dialog[open]') || first === 1 ? [] : [`${first} h1`]), ...jumps];
}

/** Its nearest ancestor that scrolls sideways by itself. */
function scroller(element: Element): Element | null {
  for (let one = element.parentElement; one && one !== document.documentElement; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return one;
  return null;
}

/** Elements that reach over the edge of the window, or make the page scroll sideways. */
export function spills(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const over = shown('*').filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && (right > clientWidth + TOLERANCE || left < -TOLERANCE) && !scroller(one);
  });
  // Out of the box that is drawn around it.
  const out = shown('*').filter((one) => {
    const box = one.parentElement as HTMLElement;
    const { borderInlineEndWidth, borderInlineStartWidth, position } = getComputedStyle(box);
    if (borderInlineEndWidth === '0px' && borderInlineStartWidth === '0px') return false;
    if (/absolute|fixed/.test(getComputedStyle(one).position) || position === 'fixed') return false;
    return one.getBoundingClientRect().right > box.getBoundingClientRect().right + TOLERANCE && !scroller(one);
  });
  const sideways = scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth}`] : [];
  return [...sideways, ...[...over, ...out].slice(0, 5).map((one) => `spills ${nameOf(one)}`)];
}

/** Words that their own box cuts off, without a way to them. */
export function cuts(): string[] {
  const cut = shown('*').filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const wide = overflowX !== 'visible' && one.scrollWidth > one.clientWidth + TOLERANCE;
    const high = overflowY !== 'visible' && one.scrollHeight > one.clientHeight + TOLERANCE;
    // A box that scrolls must be one that a key can scroll.
    const scrolls = (axis: string): boolean => /auto|scroll/.test(axis) && (one.tabIndex >= 0 || one.matches('dialog'));
    if (one.matches('input, select')) return one.scrollHeight > one.clientHeight + 4;
    return (wide && !scrolls(overflowX)) || (high && !scrolls(overflowY));
  });
  return cut.slice(0, 5).map((one) => `cut ${nameOf(one)}`);
}

/** Words with something else over them, wherever the page is scrolled to. */
export function covered(): string[] {
  const found = new Set<string>();
  const dialog = document.querySelector('dialog[open]');
  (dialog ?? window).scrollTo(0, 0);
  const texts = stage()
    .flatMap(textNodes)
    .map((text) => ({ ...text, at: text.range.getBoundingClientRect().top }));
  const step = innerHeight * 0.6;
  const end = (dialog ?? document.documentElement).scrollHeight;
  for (let top = 0; top < end && found.size < 5; top += step) {
    (dialog ?? window).scrollTo(0, top);
    for (const { host, range, at } of texts) {
      if (at < top || at > top + innerHeight) continue;
      const [rect] = range.getClientRects();
      if (!rect || rect.top < innerHeight * 0.2 || rect.bottom > innerHeight * 0.9) continue;
      const there = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
      // A box that lies over the words of its own label is what is to be pressed there.
      const one = there?.closest('label') ?? there;
      if (one && !one.contains(host) && !host.contains(one) && !scroller(host)) found.add(`${nameOf(one)} covers ${nameOf(host)}`);
    }
  }
  scrollTo(0, 0);
  return [...found];
}

function textNodes(within: Element): { host: Element; range: Range }[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const found: { host: Element; range: Range }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const host = node.parentElement as Element;
    if (!node.textContent?.trim() || host.matches('option') || !isSeen(host)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    found.push({ host, range });
  }
  return found;
}

/** Bars that stay on screen and take more than 15 % of its height, or any below 500 px. */
export function stuck(): string[] {
  scrollTo(0, document.documentElement.scrollHeight / 2);
  const bars = shown('*').filter((one) => /^(?:sticky|fixed)$/.test(getComputedStyle(one).position) && !one.closest('dialog, [popover]'));
  const height = bars.reduce((sum, one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return sum + Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
  }, 0);
  const free = document.documentElement.scrollHeight > innerHeight * 1.5;
  scrollTo(0, 0);
  const most = innerHeight < 500 ? 0 : 0.15 * innerHeight;
  return free && height > most ? [`bars take ${height} of ${innerHeight}: ${bars.map(nameOf)}`] : [];
}

/** Links in a sentence, words with a definition and marked passages are as high as their line: the exception of WCAG 2.5.8. */
function isInline(one: Element): boolean {
  return getComputedStyle(one).display === 'inline' && one.matches('a, [role="button"], .mark-text-passage');
}

/** The part of a control that a pointer meets: a box's label counts. */
function area(one: Element): DOMRect {
  const target = one.matches('[type=radio], [type=checkbox]') ? (one.closest('label') ?? one) : one;
  return target.getBoundingClientRect();
}

/** Targets that are too small: 24 px everywhere, 44 px where a question is answered. */
export function targets(): string[] {
  return shown(CONTROLS).flatMap((one) => {
    if (isInline(one.closest('label') ?? one)) return [];
    // A point of a picture is doubled by the line of the list below it.
    const least = one.closest('[data-activity]') && !one.matches('.c-point') ? 44 : 24;
    const { width, height } = area(one);
    return width < least - 0.5 || height < least - 0.5 ? [`${Math.round(width)} × ${Math.round(height)} ${nameOf(one)}`] : [];
  });
}

/** Everything that moves by itself or takes time to change. */
export function motion(): string[] {
  const running = document.getAnimations().map((one) => `runs ${one.constructor.name}`);
  const timed = shown('*').flatMap((one) =>
    ['', '::before', '::after'].flatMap((pseudo) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, pseudo);
      const still = /^0s(?:, 0s)*$/.test(transitionDuration) && animationName === 'none' && scrollBehavior !== 'smooth';
      return still ? [] : [`${nameOf(one)}${pseudo} ${transitionDuration} ${animationName}`];
    }),
  );
  return [...running, ...timed].slice(0, 5);
}

const CHECKS = { headings, spills, cuts, covered, stuck, targets };
export type Check = keyof typeof CHECKS;

/** Makes several checks of the page as it stands. */
export function together(checks: readonly Check[]): [Check, string[]][] {
  known = new Map();
  const found = checks.map((name): [Check, string[]] => [name, CHECKS[name]()]);
  known = undefined;
  return found;
}

export interface Survey {
  together: typeof together;
  headings: typeof headings;
  spills: typeof spills;
  cuts: typeof cuts;
  covered: typeof covered;
  stuck: typeof stuck;
  targets: typeof targets;
  motion: typeof motion;
}
