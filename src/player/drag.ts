import type Sortable from 'sortablejs';

declare global {
  interface Window {
    /** Set by `sortable.js`, which is loaded when something is first pressed that can be dragged. */
    Sortable?: typeof Sortable;
  }
}

/** What dragging does to the chips (`[data-chip]`) of a type. It comes on top of what works without. */
export interface Dragging {
  enabled(): boolean;
  started?(): void;
  /** A chip was let go over a place (`[data-place]`) where it did not lie. The page is as it was before. */
  dropped?(chip: HTMLElement, place: HTMLElement): void;
  /** A chip has changed its place in its list. */
  sorted?(chip: HTMLElement): void;
}

/** Pixels from the window's edge where a dragged chip scrolls the page, and how far it does at each tick. */
const EDGE = 36;
const STEP = 12;
const TICK = 30;
/** Milliseconds of a still finger that begin a drag: a shorter touch scrolls or picks up. */
const STILL = 200;

let loading: Promise<void> | undefined;

/** Loads the library once. Where it does not come, the next press asks again. */
function load(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const own = document.querySelector<HTMLScriptElement>('script[src$="runtime.js"]');
    const script = document.createElement('script');
    script.src = (own?.src ?? '').replace(/runtime\.js$/, 'sortable.js');
    script.onload = () => resolve();
    script.onerror = () => {
      loading = undefined;
      reject();
    };
    document.head.append(script);
  });
  return loading;
}

/** Follows the pointer: finds and shows the place under it, and scrolls near the window's edges. */
function follow(root: HTMLElement, chip: HTMLElement): () => HTMLElement | undefined {
  let over: HTMLElement | undefined;
  let at: PointerEvent | undefined;
  const move = (event: PointerEvent): void => {
    at = event;
  };
  function look(): void {
    if (!at) return;
    const { clientX, clientY } = at;
    if (clientY < EDGE) scrollBy(0, -STEP);
    else if (clientY > innerHeight - EDGE) scrollBy(0, STEP);
    const place = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-place]');
    over?.removeAttribute('data-over');
    over = place && root.contains(place) && !place.contains(chip) ? place : undefined;
    over?.setAttribute('data-over', '');
  }
  const timer = setInterval(look, TICK);
  document.addEventListener('pointermove', move);
  return () => {
    look();
    clearInterval(timer);
    document.removeEventListener('pointermove', move);
    over?.removeAttribute('data-over');
    return over;
  };
}

function control(event: Event, chip: Element): boolean {
  const found = (event.target as Element).closest('a, button, input, label, select');
  return !!found && found !== chip && chip.contains(found);
}

/** Makes the chips of a list draggable, where they aren't yet. */
function prepare(root: HTMLElement, list: HTMLElement, dragging: Dragging): void {
  const { Sortable } = window;
  if (!Sortable || Sortable.get(list)) return;
  let stop: () => HTMLElement | undefined = () => undefined;
  new Sortable(list, {
    draggable: '[data-chip]',
    sort: !!dragging.sorted,
    // The browser's own dragging knows no touch, and its picture of the chip can't be styled.
    forceFallback: true,
    fallbackTolerance: 5,
    touchStartThreshold: 5,
    delay: STILL,
    delayOnTouchOnly: true,
    ghostClass: 'c-left-behind',
    fallbackClass: 'c-dragged',
    animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
    filter: (event, chip) => !chip || !dragging.enabled() || control(event, chip),
    preventOnFilter: false,
    onStart: ({ item }) => {
      dragging.started?.();
      stop = follow(root, item);
    },
    onEnd: ({ item, oldIndex, newIndex }) => {
      const place = stop();
      // The library still holds the boxes' ticks as they were, and sets them once this returns.
      setTimeout(() => {
        if (place) dragging.dropped?.(item, place);
        if (oldIndex !== newIndex) dragging.sorted?.(item);
      });
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
    const list = target.closest<HTMLElement>('[data-chip]')?.parentElement;
    if (!list || event.button !== 0 || !dragging.enabled()) return;
    const all = (): void => {
      prepare(root, list, dragging);
      // The library swallows the click after a drag that never left its lists: the whole activity is one of them.
      prepare(root, root, dragging);
    };
    if (window.Sortable) {
      all();
      return;
    }
    let held = true;
    const release = (): void => {
      held = false;
    };
    addEventListener('pointerup', release, { once: true });
    addEventListener('pointercancel', release, { once: true });
    load().then(
      () => {
        all();
        // Safari's mouse is heard by the second.
        if (held) for (const Kind of [PointerEvent, MouseEvent]) target.dispatchEvent(new Kind(Kind === PointerEvent ? 'pointerdown' : 'mousedown', event));
      },
      () => undefined,
    );
  };
  root.addEventListener('pointerdown', begin, true);
}
