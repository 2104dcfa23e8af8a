import type Sortable from 'sortablejs';

declare global {
  interface Window {
    /** Set by `sortable.js`, which is loaded when a draggable element is first pressed. */
    Sortable?: typeof Sortable;
  }
}

/** Dragging of a type's chips (`[data-chip]`), in addition to the other ways to move them. */
export interface Dragging {
  enabled(): boolean;
  /** True if the chips of a list can be reordered. */
  readonly sort?: boolean;
  started?(): void;
  /**
   * Called when a chip is dropped on another place (`[data-place]`), before anything in the page has moved. `place` is absent
   * if the chip was moved within its list.
   */
  dropped(chip: HTMLElement, place?: HTMLElement): void;
}

/** Pixels from the window's edge where a dragged chip scrolls the page, how far at each tick, and milliseconds of a tick. */
const EDGE = 36;
const STEP = 12;
const TICK = 30;
/** Time (ms) that a finger must rest to start a drag: a shorter touch scrolls or picks up. */
const STILL = 200;

let script: HTMLScriptElement | undefined;

/** Loads the library once. If loading fails, nothing is dragged, and the next press retries. */
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

/**
 * Follows the pointer: shows the place under it, and scrolls near the window's edges.
 * @returns function that stops this, and returns the place
 */
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

/** Makes the chips of a list draggable, if they aren't yet. */
function prepare(root: HTMLElement, list: HTMLElement, dragging: Dragging): void {
  const { Sortable } = window;
  if (!Sortable || Sortable.get(list)) return;
  let stop: (() => HTMLElement | undefined) | undefined;
  new Sortable(list, {
    draggable: '[data-chip]',
    sort: !!dragging.sort,
    // Native dragging doesn't support touch, and its image of the chip can't be styled.
    forceFallback: true,
    fallbackTolerance: 5,
    touchStartThreshold: 5,
    delay: STILL,
    delayOnTouchOnly: true,
    ghostClass: 'c-left-behind',
    fallbackClass: 'c-dragged',
    animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
    // A control in a chip keeps its own behaviour.
    filter: ({ target }, chip) =>
      !dragging.enabled() || (target as Element).closest('a, button, input, label, select, [data-chip]') !== chip,
    preventOnFilter: false,
    onStart: ({ item }) => {
      dragging.started?.();
      stop = follow(root, item);
    },
    onEnd: ({ item, oldIndex, newIndex }) => {
      const place = stop?.();
      // The library restores the old checkbox states once this returns.
      if (place || oldIndex !== newIndex) setTimeout(() => dragging.dropped(item, place));
    },
  });
}

/**
 * Adds dragging by mouse and touch to the chips in `root`. The library is loaded at the first press of a chip, and then handles
 * that press.
 */
export function dragOnTop(root: HTMLElement, dragging: Dragging): void {
  const begin = (event: PointerEvent): void => {
    const target = event.target as Element;
    const list = target.closest('[data-chip]')?.parentElement;
    if (!list || event.button !== 0 || !dragging.enabled()) return;
    let held = false;
    const take = (): void => {
      prepare(root, list, dragging);
      // The library suppresses the click after a drag inside its lists, so make the whole activity one of them.
      prepare(root, root, dragging);
      // In Safari, the second list handles the mouse.
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
