// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// The environment fetches nothing; it fires `load` for each script.
(
  window as unknown as { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: boolean } } }
).happyDOM.settings.handleDisabledFileLoadingAsSuccess = true;

let open = true;

const asked = (): string[] => [...document.querySelectorAll<HTMLScriptElement>('script[src$="sortable.js"]')].map((script) => script.src);
const press = (selector: string, init: PointerEventInit = {}): boolean =>
  (document.querySelector(selector) as HTMLElement).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, ...init }));

beforeEach(async () => {
  vi.resetModules();
  document.head.innerHTML = '<script type="text/plain" src="https://lms.example/cours/runtime.js"></script>';
  document.body.innerHTML = '<div id="tray"><button data-chip="a"><i>Seigle</i></button><p>Étiquettes</p></div>';
  open = true;
  const { dragOnTop } = await import('../../../src/player/widgets/drag.ts');
  dragOnTop(document.querySelector('#tray') as HTMLElement, { enabled: () => open, dropped: () => {} });
});

it('requests the library, next to the runtime, when a chip is first pressed', () => {
  expect(asked()).toEqual([]);
  press('i');
  press('[data-chip]');
  expect(asked()).toEqual(['https://lms.example/cours/sortable.js']);
});

it('asks for nothing at a key, at a press beside the chips, at another button or while nothing may be moved', () => {
  document.querySelector('[data-chip]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  (document.querySelector('[data-chip]') as HTMLElement).click();
  press('p');
  press('[data-chip]', { button: 2 });
  open = false;
  press('[data-chip]');
  expect(asked()).toEqual([]);
});

it('requests the library again if loading failed', () => {
  press('[data-chip]');
  document.querySelector('script[src$="sortable.js"]')?.dispatchEvent(new Event('error'));
  press('[data-chip]');
  expect(asked()).toHaveLength(2);
});

describe('once the library has loaded', () => {
  type Options = Record<string, unknown> & {
    readonly filter: (event: { target: Element }, chip: Element) => boolean;
    readonly onStart: (event: { item: HTMLElement }) => void;
    readonly onEnd: (event: { item: HTMLElement; oldIndex: number; newIndex: number }) => void;
  };
  const made = new Map<Element, Options>();
  const dropped = vi.fn();
  const started = vi.fn();
  const root = (): HTMLElement => document.querySelector('#tray') as HTMLElement;
  const chip = (): HTMLElement => document.querySelector('[data-chip]') as HTMLElement;
  const options = (): Options => made.get(root()) as Options;
  let under: Element | null = null;
  let count = 0;
  const move = (clientX: number, clientY: number): boolean => document.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY }));

  beforeEach(async () => {
    vi.useFakeTimers();
    made.clear();
    count = 0;
    dropped.mockClear();
    started.mockClear();
    under = null;
    document.body.innerHTML =
      '<div id="tray"><ul><li data-chip="a"><i>Seigle</i><button>x</button></li></ul><p data-place="four"></p></div><p data-place="other"></p>';
    document.elementFromPoint = () => under;
    class Library {
      static get = (list: Element): unknown => made.get(list);
      constructor(list: Element, given: Options) {
        count++;
        made.set(list, given);
      }
    }
    window.Sortable = Library as never;
    const { dragOnTop } = await import('../../../src/player/widgets/drag.ts');
    dragOnTop(root(), { enabled: () => open, dropped, started, sort: true });
  });
  afterEach(() => {
    vi.useRealTimers();
    delete (window as { Sortable?: unknown }).Sortable;
  });

  it('makes the list of the pressed chip, and the whole activity, lists of the library, once', () => {
    press('i');
    press('i');
    expect([...made.keys()].map(({ localName }) => localName)).toEqual(['ul', 'div']);
    expect([count, asked()]).toEqual([2, []]);
    const { filter, onStart, onEnd, ...others } = options();
    expect(others).toEqual({
      sort: true,
      draggable: '[data-chip]',
      forceFallback: true,
      fallbackTolerance: 5,
      touchStartThreshold: 5,
      delay: 200,
      delayOnTouchOnly: true,
      ghostClass: 'c-left-behind',
      fallbackClass: 'c-dragged',
      animation: 120,
      preventOnFilter: false,
    });
  });

  it('leaves the order of a list as it is, unless the type has one', async () => {
    const { dragOnTop } = await import('../../../src/player/widgets/drag.ts');
    document.body.innerHTML = '<div id="tray"><ul><li data-chip="a"><i>Seigle</i></li></ul></div>';
    dragOnTop(root(), { enabled: () => open, dropped });
    press('i');
    expect(options().sort).toBe(false);
  });

  it('moves nothing by itself for those who prefer no motion', () => {
    const asked = vi
      .spyOn(window, 'matchMedia')
      .mockImplementation((query) => ({ matches: /reduced-motion: reduce/.test(query) }) as never);
    press('i');
    asked.mockRestore();
    expect(options().animation).toBe(0);
  });

  it('repeats no press that it could take itself', () => {
    const seen: string[] = [];
    for (const type of ['pointerdown', 'mousedown']) root().addEventListener(type, () => seen.push(type));
    press('i');
    expect(seen).toEqual(['pointerdown']);
  });

  it('leaves controls inside a chip, and chips that may not be moved', () => {
    press('i');
    const { filter } = options();
    expect([filter({ target: chip() }, chip()), filter({ target: document.querySelector('i') as Element }, chip())]).toEqual([
      false,
      false,
    ]);
    expect(filter({ target: document.querySelector('#tray button') as Element }, chip())).toBe(true);
    const controls = ['a', 'input', 'label', 'select'].map((tag) => document.createElement(tag));
    chip().append(...controls);
    expect(controls.map((target) => filter({ target }, chip()))).toEqual([true, true, true, true]);
    open = false;
    expect(filter({ target: chip() }, chip())).toBe(true);
  });

  const drag = (newIndex = 0): void => {
    options().onEnd({ item: chip(), oldIndex: 0, newIndex });
    vi.advanceTimersByTime(1);
  };

  it('drops a chip at the place under the pointer, which shows it', () => {
    press('i');
    options().onStart({ item: chip() });
    under = document.querySelector('[data-place=four]');
    move(100, 300);
    vi.advanceTimersByTime(500);
    expect([started.mock.calls.length, under?.hasAttribute('data-over')]).toEqual([1, true]);
    const place = under;
    under = null;
    vi.advanceTimersByTime(30);
    expect(place?.hasAttribute('data-over')).toBe(false);
    under = place;
    drag();
    expect([dropped.mock.calls, under?.hasAttribute('data-over')]).toEqual([[[chip(), under]], false]);
  });

  it('drops nothing outside the activity, or where the chip was', () => {
    press('i');
    options().onStart({ item: chip() });
    under = document.querySelector('[data-place=other]');
    move(100, 300);
    drag();
    expect([dropped.mock.calls, under?.hasAttribute('data-over')]).toEqual([[], false]);
    options().onStart({ item: chip() });
    const place = document.querySelector('[data-place=four]') as HTMLElement;
    place.append(chip());
    under = place;
    move(100, 300);
    drag();
    expect(dropped).not.toHaveBeenCalled();
    options().onStart({ item: chip() });
    under = null;
    drag();
    expect(dropped).not.toHaveBeenCalled();
  });

  it('reports a new position in the list', () => {
    press('i');
    options().onStart({ item: chip() });
    drag(2);
    expect(dropped.mock.calls).toEqual([[chip(), undefined]]);
  });

  it('follows the pointer no more once a chip was dropped', () => {
    press('i');
    options().onStart({ item: chip() });
    drag();
    under = document.querySelector('[data-place=four]');
    move(100, 300);
    vi.advanceTimersByTime(500);
    expect(under?.hasAttribute('data-over')).toBe(false);
  });

  it('scrolls the page near its edges', () => {
    const scrolled = vi.fn();
    vi.stubGlobal('scrollBy', scrolled);
    press('i');
    options().onStart({ item: chip() });
    move(100, 300);
    vi.advanceTimersByTime(200);
    expect(scrolled).not.toHaveBeenCalled();
    move(100, 1);
    vi.advanceTimersByTime(200);
    expect(scrolled.mock.calls.every(([x, y]) => x === 0 && y < 0)).toBe(true);
    expect(scrolled).toHaveBeenCalled();
    scrolled.mockClear();
    move(100, innerHeight - 1);
    vi.advanceTimersByTime(200);
    expect(scrolled.mock.calls.some(([x, y]) => x === 0 && y > 0)).toBe(true);
    scrolled.mockClear();
    for (const y of [36, innerHeight - 36, 35, innerHeight - 35]) {
      move(100, y);
      vi.advanceTimersByTime(30);
    }
    expect(scrolled.mock.calls).toEqual([
      [0, -12],
      [0, 12],
    ]);
    drag();
    vi.unstubAllGlobals();
  });
});

describe('a press while the library loads', () => {
  const seen: string[] = [];
  const loaded = (): void => {
    const made = new Set<Element>();
    class Library {
      static get = (list: Element): boolean => made.has(list);
      constructor(list: Element) {
        made.add(list);
      }
    }
    window.Sortable = Library as never;
    document.querySelector('script[src$="sortable.js"]')?.dispatchEvent(new Event('load'));
  };
  beforeEach(() => {
    seen.length = 0;
    (
      window as unknown as { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: boolean } } }
    ).happyDOM.settings.handleDisabledFileLoadingAsSuccess = false;
    press('i');
    for (const type of ['pointerdown', 'mousedown']) document.addEventListener(type, () => seen.push(type), { once: true });
  });
  afterEach(() => {
    delete (window as { Sortable?: unknown }).Sortable;
    for (const type of ['pointerdown', 'mousedown']) document.dispatchEvent(new Event(type));
  });

  it('is repeated for it, for pointers and for the mouse', () => {
    loaded();
    expect(seen).toEqual(['pointerdown', 'mousedown']);
  });

  it.each(['pointerup', 'pointercancel'])('is not repeated after %s', (end) => {
    dispatchEvent(new Event(end));
    loaded();
    expect(seen).toEqual([]);
  });
});
