// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { awaitApi, findHolder, isOutermost } from '../src/lms/find-api.ts';
import type { StandaloneOptions } from '../src/lms/standalone.ts';
import { type Lms, start } from '../src/main.ts';
import { holdTab } from '../src/player/only-tab.ts';
import { addScript, createRest } from '../src/player/rest.ts';
import { startPlayer } from '../src/player/start-player.ts';
import { t } from '../src/player/widgets/strings.ts';
import { ASIDE, COPIES } from '../src/visit/local-copy.ts';
import { createTracker } from '../src/visit/tracker.ts';
import { bakery } from './helpers/bakery.ts';
import { fakeLms } from './helpers/fake-driver.ts';

vi.mock('../src/lms/find-api.ts');
vi.mock('../src/player/only-tab.ts');
vi.mock('../src/player/rest.ts');
vi.mock('../src/player/start-player.ts');
vi.mock('../src/visit/tracker.ts');

const calls: string[] = [];
const rest = { needed: vi.fn(() => calls.push('needed')), load: vi.fn(async () => true) };
const tracker = { leave: vi.fn() };
const letGo = vi.fn();
const filled = vi.fn();
const module = bakery();
let types = {};

/** Listeners of a page to other tabs: each test has a page of its own. */
const listeners: EventListener[] = [];
const listen = globalThis.addEventListener;

beforeEach(() => {
  vi.resetAllMocks();
  vi.spyOn(globalThis, 'addEventListener').mockImplementation((type: string, task: unknown) => {
    listeners.push(task as EventListener);
    listen(type, task as EventListener);
  });
  calls.length = 0;
  types = {};
  localStorage.clear();
  document.head.innerHTML = '<script type="text/plain" src="../runtime.js"></script>';
  document.body.innerHTML = '<div data-body></div><p></p><div data-body></div>';
  window.cartableContent = vi.fn(() => ({ module, strings: { hello: 'Bonjour' }, typeStrings: { note: { label: 'Note' } } }));
  vi.mocked(awaitApi).mockResolvedValue({ api: undefined } as never);
  vi.mocked(addScript).mockImplementation(async (address) => {
    calls.push(address);
    return true;
  });
  rest.needed.mockImplementation(() => calls.push('needed'));
  rest.load.mockImplementation(async () => {
    calls.push('load');
    return true;
  });
  vi.mocked(createRest).mockReturnValue(rest as never);
  vi.mocked(holdTab).mockResolvedValue(letGo);
  vi.mocked(createTracker).mockImplementation(() => {
    calls.push('tracker');
    return tracker as never;
  });
  vi.mocked(startPlayer).mockReturnValue(filled);
  window.cartableStandalone = vi.fn(() => fakeLms().driver({ alone: true }));
  delete window.cartableLocalApi;
});
afterEach(() => {
  vi.useRealTimers();
  for (const listener of listeners.splice(0)) removeEventListener('storage', listener);
});

const api = {} as never;
const inLms = (options = {}, standard: Lms['standard'] = '1.2'): Lms => {
  vi.mocked(awaitApi).mockResolvedValue({ api } as never);
  return { standard, create: vi.fn(() => fakeLms().driver(options)) };
};
const settings = () => vi.mocked(createTracker).mock.calls[0]?.[0] as Parameters<typeof createTracker>[0];
const page = () => vi.mocked(startPlayer).mock.calls[0]?.[0] as Parameters<typeof startPlayer>[0];

describe('a page', () => {
  test('gets the content of the package with the path to its root, and can’t be typed into before its answers are there', async () => {
    await start(types);
    expect(window.cartableContent).toHaveBeenCalledWith('../');
    const inert = [...document.querySelectorAll<HTMLElement>('body > *')].map((one) => one.inert === true);
    expect([t('hello'), inert]).toEqual(['Bonjour', [true, false, true]]);
    expect(page()).toMatchObject({ rest, content: module, types, typeStrings: { note: { label: 'Note' } } });
    expect(createRest).toHaveBeenCalledWith(expect.objectContaining({ module }), '../', expect.any(Function));
  });

  test('without content starts nothing', async () => {
    delete window.cartableContent;
    await start(types);
    expect([calls, vi.mocked(startPlayer).mock.calls]).toEqual([[], []]);
  });

  test('at the root of the package has an empty path', async () => {
    document.head.innerHTML = '';
    await start(types);
    expect(window.cartableContent).toHaveBeenCalledWith('');
  });

  test('is shown again after more pages have loaded', async () => {
    await start(types);
    vi.mocked(createRest).mock.calls[0]?.[2]();
    expect(filled).toHaveBeenCalledTimes(1);
  });

  test('has a tracker with its clock, its dice and its storage', async () => {
    await start(types, inLms());
    const { content, now, random, storage, types: known } = settings();
    expect([content, known, now, random, storage?.().length]).toEqual([module, types, Date.now, Math.random, 0]);
    expect(content).toBe(page().content);
    vi.useFakeTimers();
    const [late, never] = [vi.fn(), vi.fn()];
    settings().later(5, late);
    settings().later(5, never)();
    vi.advanceTimersByTime(4);
    expect(late).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect([late.mock.calls.length, never.mock.calls.length]).toEqual([1, 0]);
  });

  test('has the results once their script has loaded', async () => {
    await start(types);
    expect(page().results()).toBeUndefined();
    window.cartableResults = { resultParts: vi.fn() } as never;
    expect(page().results()).toBe(window.cartableResults);
    delete window.cartableResults;
  });
});

describe('in an LMS', () => {
  test('the driver gets its interface, and no other script is loaded', async () => {
    const lms = inLms();
    await start(types, lms);
    expect(lms.create).toHaveBeenCalledWith(api, module.thrift);
    expect(vi.mocked(awaitApi).mock.calls).toEqual([[window, '1.2', settings().later]]);
    expect(vi.mocked(findHolder).mock.calls).toEqual([[window, '1.2']]);
    expect(page().keeping.storage).toBe(settings().storage);
    expect(calls).toEqual(['tracker']);
  });

  test('a new visit reloads the window that holds it, if there is one', async () => {
    const reload = vi.fn();
    vi.mocked(findHolder).mockReturnValue({ location: { reload } } as never);
    await start(types, inLms());
    page().reopen?.();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('nothing can be reopened if an opener holds it', async () => {
    await start(types, inLms());
    expect(page().reopen).toBeUndefined();
  });

  test('the session is started once', async () => {
    const lms = fakeLms();
    vi.mocked(awaitApi).mockResolvedValue({ api } as never);
    await start(types, { standard: '1.2', create: () => lms.driver() });
    expect(settings().driver.start().learner.id).toBe('l-7');
    expect(lms.calls).toEqual(['start']);
  });
});

describe('without an LMS', () => {
  test('the page has a driver of its own, which keeps its data under the module’s name', async () => {
    await start(types);
    expect(calls[0]).toBe('../standalone.js');
    const [options] = vi.mocked(window.cartableStandalone as (options: StandaloneOptions) => unknown).mock.calls[0] ?? [];
    expect([(options as StandaloneOptions).key, 'api' in (options as StandaloneOptions)]).toEqual([
      `cartable:${module.course}/${module.id}`,
      false,
    ]);
    expect(calls).not.toContain('../local-api.js');
    expect(page().reopen).toBeDefined();
  });

  test('in the outermost window it has a local API too', async () => {
    vi.mocked(isOutermost).mockReturnValue(true);
    const made = vi.fn();
    window.cartableLocalApi = class {
      constructor(given: object) {
        made(given);
      }
    } as never;
    await start(types);
    expect(calls.slice(0, 2)).toEqual(['../standalone.js', '../local-api.js']);
    expect(made).toHaveBeenCalledWith({ autocommit: false, logLevel: 5 });
    expect(vi.mocked(window.cartableStandalone as (options: StandaloneOptions) => unknown).mock.calls[0]?.[0]).toHaveProperty('api');
  });

  test('a package for an LMS that finds none works alone', async () => {
    await start(types, { standard: '2004', create: vi.fn() });
    expect(calls[0]).toBe('../standalone.js');
  });

  test('a script that doesn’t load is asked for again, after pauses that grow up to half a minute', async () => {
    vi.useFakeTimers();
    const times: number[] = [];
    const begun = Date.now();
    vi.mocked(addScript).mockImplementation(async () => times.push((Date.now() - begun) / 1000) > 8);
    const started = start(types);
    await vi.advanceTimersByTimeAsync(200_000);
    await started;
    expect(times).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
  });
});

describe('the tab', () => {
  test('is held for the learner, and let go when the page is left', async () => {
    await start(types, inLms());
    expect(vi.mocked(holdTab).mock.calls[0]?.[0]).toBe(`cartable ${location.pathname} l-7`);
    expect(settings().elsewhere).toBe(false);
    tracker.leave.mockImplementation(() => expect(letGo).not.toHaveBeenCalled());
    page().tracker.leave(true);
    expect([tracker.leave.mock.calls, letGo.mock.calls.length]).toEqual([[[true]], 1]);
  });

  test('is not the first: this one writes nothing', async () => {
    vi.mocked(holdTab).mockResolvedValue(undefined as never);
    await start(types, inLms());
    expect(settings().elsewhere).toBe(true);
    page().tracker.leave();
    expect(tracker.leave).toHaveBeenCalledTimes(1);
  });

  test.each(['review', 'browse'] as const)('is not held in %s', async (mode) => {
    await start(types, inLms({ mode }));
    expect([vi.mocked(holdTab).mock.calls.length, settings().elsewhere]).toEqual([0, false]);
  });
});

describe('work of an earlier visit', () => {
  const loaded = ['needed', 'load', 'tracker'];

  test('needs the whole module before anything is sent', async () => {
    await start(types, inLms({ state: 'v1' }));
    expect(calls).toEqual(loaded);
  });

  test.each<[string, string, readonly string[]]>([
    ['a copy', COPIES, loaded],
    ['what was put aside', ASIDE, loaded],
    ['a notebook', 'cartable-notes:', ['tracker']],
  ])('in this browser: %s', async (_, prefix, expected) => {
    localStorage.setItem(`cartable-notebook:${module.course}:x`, '{}');
    localStorage.setItem(`${prefix}${module.course}/x`, '{}');
    await start(types, inLms());
    expect(calls).toEqual(expected);
  });

  test('is not there at first', async () => {
    await start(types, inLms());
    expect(calls).toEqual(['tracker']);
  });

  test('waits until the module has loaded', async () => {
    vi.useFakeTimers();
    rest.load.mockResolvedValueOnce(false);
    const started = start(types, inLms({ state: 'v1' }));
    await vi.advanceTimersByTimeAsync(999);
    expect(calls).not.toContain('tracker');
    await vi.advanceTimersByTimeAsync(1);
    await started;
    expect(calls).toContain('tracker');
  });
});

describe('another tab that erases everything', () => {
  const reload = vi.fn();
  beforeEach(() => {
    reload.mockReset();
    vi.stubGlobal('location', { protocol: 'http:', pathname: '/a', reload });
  });
  afterEach(() => vi.unstubAllGlobals());
  const erase = (): boolean => dispatchEvent(new StorageEvent('storage', { key: `cartable-erased:${module.course}` }));

  test('makes a page without an LMS begin again, as a new visit does', async () => {
    await start(types);
    erase();
    expect(reload).toHaveBeenCalledTimes(1);
    page().reopen?.();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  test('leaves a page in an LMS as it is', async () => {
    await start(types, inLms());
    erase();
    expect(reload).not.toHaveBeenCalled();
  });

  test('leaves a page that is refused as it is', async () => {
    const driver = fakeLms().driver({ alone: true });
    window.cartableStandalone = () => ({ ...driver, start: () => ({ ...driver.start(), refused: true }) });
    await start(types);
    erase();
    expect(reload).not.toHaveBeenCalled();
  });
});

describe('the notebook of the course', () => {
  test('is written by one tab alone', async () => {
    vi.mocked(holdTab).mockResolvedValue(undefined as never);
    await start(types, inLms());
    const open = vi.fn((_: object) => ({}));
    window.cartableShared = open as never;
    page().shared();
    delete window.cartableShared;
    expect(open.mock.calls[0]?.[0]).toMatchObject({ elsewhere: true });
  });

  test('is opened once, when its script has loaded', async () => {
    await start(types, inLms());
    const keep = vi.fn();
    settings().note?.({} as never);
    expect(page().shared()).toBeUndefined();
    const open = vi.fn((_: object) => ({ keep }));
    window.cartableShared = open as never;
    settings().note?.({} as never);
    page().shared();
    expect([open.mock.calls.length, keep.mock.calls.length]).toEqual([1, 1]);
    const { storage } = settings();
    expect(open.mock.calls[0]?.[0]).toMatchObject({ content: module, elsewhere: false, launch: { learner: { id: 'l-7' } }, storage });
    delete window.cartableShared;
  });
});

describe('the witness of the network', () => {
  class Picture {
    static last: Picture;
    src = '';
    onload = (): void => {};
    onerror = (): void => {};
    constructor() {
      Picture.last = this;
    }
  }
  beforeEach(() => {
    vi.stubGlobal('Image', Picture);
    vi.stubGlobal('location', { protocol: 'https:', pathname: '/a', reload: vi.fn() });
    vi.useFakeTimers();
  });
  afterEach(() => vi.unstubAllGlobals());

  test('is a picture of the package, with a new address each time', async () => {
    await start(types, inLms());
    void settings().witness?.();
    const first = Picture.last.src;
    vi.advanceTimersByTime(5);
    void settings().witness?.();
    expect(first).toMatch(/^\.\.\/witness\.gif\?\d+$/);
    expect(Picture.last.src).not.toBe(first);
  });

  test.each<[string, (picture: Picture) => void, boolean]>([
    ['came', (picture) => picture.onload(), true],
    ['failed', (picture) => picture.onerror(), false],
    ['took eight seconds', () => vi.advanceTimersByTime(8000), false],
    [
      'took nearly eight',
      (picture) => {
        vi.advanceTimersByTime(7999);
        picture.onload();
      },
      true,
    ],
  ])('that %s: the network is up %s', async (_, happen, up) => {
    await start(types, inLms());
    const seen = settings().witness?.();
    happen(Picture.last);
    expect(await seen).toBe(up);
  });

  test('is not asked for in a file on the disk', async () => {
    vi.stubGlobal('location', { protocol: 'file:', pathname: '/a', reload: vi.fn() });
    await start(types, inLms());
    expect(settings().witness).toBeUndefined();
  });
});
