import type Sortable from 'sortablejs';

declare global {
  interface Window {
    /** Set by `sortable.js`, which is loaded when something that can be dragged is first pressed. */
    Sortable?: typeof Sortable;
  }
}

/** What dragging does to the chips (`[data-chip]`) of a type. It comes on top of what works without. */
export interface Dragging {
  enabled(): boolean;
  /** The chips of a list change places. */
  readonly sort?: boolean;
  started?(): void;
  /**
   * A chip was let go over a place (`[data-place]`) where it did not lie: nothing in the page has moved yet. Or it has
   * changed its place in its list, and `place` is absent.
   */
  dropped(chip: HTMLElement, place?: HTMLElement): void;
}

/** Pixels from the window's edge where a dragged chip scrolls the page, how far at each tick, and milliseconds of a tick. */
const EDGE = 36;
const STEP = 12;
const TICK = 30;
/** Milliseconds of a still finger that begin a drag: a shorter touch scrolls or picks up. */
const STILL = 200;

let script: HTMLScriptElement | undefined;

/** Loads the library once. Where it does not come, nothing is dragged, and the next press asks again. */
function load(then: () => void): void {
  const own = document.querySelector<HTMLScriptElement>('script[src$="runtime.js"]');
  const asked = script ?? document.createElement('script');
  asked.addEventListener('load', then);
  if (script) return;
  script = asked;
  asked.src = (own?.src ?? '').replace('runtime.js', 'sortable.js');
  asked.onerror = () => {
    script = undefined;
  };
  document.head.append(asked);
}

/** Follows the pointer: shows the place under it and scrolls near the window's edges. What it gives stops that, and gives the place. */
function follow(root: HTMLElement, chip: HTMLElement): () => HTMLElement | undefined {
  let over: HTMLElement | null | undefined;
  let at: PointerEvent | undefined;
  const move = (event: PointerEvent): void => {
    at = event;
  };
  function look(): void {
    over?.removeAttribute('data-over');
    if (!at) return;
    const { clientX, clientY } = at;
    if (clientY < EDGE) scrollBy(0, -STEP);
    if (clientY > innerHeight - EDGE) scrollBy(0, STEP);
    over = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-place]');
    if (!root.contains(over ?? null) || over?.contains(chip)) over = null;
    over?.setAttribute('data-over', '');
  }
  const timer = setInterval(look, TICK);
  document.addEventListener('pointermove', move);
  return () => {
    look();
    clearInterval(timer);
    document.removeEventListener('pointermove', move);
    over?.removeAttribute('data-over');
    return over ?? undefined;
  };
}

/** Makes the chips of a list draggable, where they aren't yet. */
function prepare(root: HTMLElement, list: HTMLElement, dragging: Dragging): void {
  const { Sortable } = window;
  if (!Sortable || Sortable.get(list)) return;
  let stop: (() => HTMLElement | undefined) | undefined;
  new Sortable(list, {
    draggable: '[data-chip]',
    sort: !!dragging.sort,
    // The browser's own dragging knows no touch, and its picture of the chip can't be styled.
    forceFallback: true,
    fallbackTolerance: 5,
    touchStartThreshold: 5,
    delay: STILL,
    delayOnTouchOnly: true,
    ghostClass: 'c-left-behind',
    fallbackClass: 'c-dragged',
    animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
    // A control in a chip keeps its own work.
    filter: ({ target }, chip) =>
      !dragging.enabled() || (target as Element).closest('a, button, input, label, select, [data-chip]') !== chip,
    preventOnFilter: false,
    onStart: ({ item }) => {
      dragging.started?.();
      stop = follow(root, item);
    },
    onEnd: ({ item, oldIndex, newIndex }) => {
      const place = stop?.();
      // The library still holds the ticks of boxes as they were, and sets them once this returns.
      if (place || oldIndex !== newIndex) setTimeout(() => dragging.dropped(item, place));
    },
  });
}

/**
 * Adds dragging by mouse and touch to the chips in `root`. The library is loaded at the first press of one, and takes
 * that press up.
 */
export function dragOnTop(root: HTMLElement, dragging: Dragging): void {
  const begin = (event: PointerEvent): void => {
    const target = event.target as Element;
    const list = target.closest('[data-chip]')?.parentElement;
    if (!list || event.button !== 0 || !dragging.enabled()) return;
    let held = false;
    const take = (): void => {
      prepare(root, list, dragging);
      // The library swallows the click after a drag that never left its lists: the whole activity is one of them.
      prepare(root, root, dragging);
      // Safari's mouse is heard by the second.
      if (held) target.dispatchEvent(new PointerEvent('pointerdown', event));
      if (held) target.dispatchEvent(new MouseEvent('mousedown', event));
    };
    if (window.Sortable) take();
    else load(take);
    held = true;
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (held = false), { once: true });
  };
  root.addEventListener('pointerdown', begin, true);
}
