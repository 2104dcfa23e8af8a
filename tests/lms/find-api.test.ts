import { describe, expect, test } from 'vitest';
import { awaitApi, findApi, findHolder, isOutermost } from '../../src/lms/find-api.ts';
import { StrictLms } from '../helpers/strict-lms.ts';

const api12 = new StrictLms({ version: '1.2' }).api;
const api2004 = new StrictLms({ version: '2004' }).api;

interface FakeWindow {
  parent: FakeWindow;
  opener: FakeWindow | null;
  top: FakeWindow;
  [name: string]: unknown;
}

/** Nests windows, the outermost first; returns the innermost. */
function nested(depth: number, outermost: Record<string, unknown> = {}): FakeWindow {
  const top = { opener: null, ...outermost } as unknown as FakeWindow;
  top.parent = top;
  top.top = top;
  let inner = top;
  for (let level = 0; level < depth; level++) inner = { parent: inner, opener: null, top } as unknown as FakeWindow;
  return inner;
}

const asWindow = (fake: FakeWindow): Window => fake as unknown as Window;

/** Window of another origin: everything except its links to other windows throws. */
function foreign(fake: FakeWindow): FakeWindow {
  return new Proxy(fake, {
    get(target, name) {
      if (name === 'parent' || name === 'opener' || name === 'top') return target[name];
      throw new DOMException('cross-origin', 'SecurityError');
    },
  });
}

describe('the API is found', () => {
  test('in its own window, whatever is around it', () => {
    const own = nested(1, { API: { ...api12 } });
    own.API = api12;
    expect(findApi(asWindow(own), '1.2')).toBe(api12);
  });

  test.each([0, 1, 12, 499])('%i windows up', (depth) => {
    expect(findApi(asWindow(nested(depth, { API: api12 })), '1.2')).toBe(api12);
    expect(findApi(asWindow(nested(depth, { API_1484_11: api2004 })), '2004')).toBe(api2004);
  });

  test('moodle 30: in the parent of a window without an opener', () => {
    const opened = nested(1, { API: api12 });
    expect(opened.opener).toBeNull();
    expect(findApi(asWindow(opened), '1.2')).toBe(api12);
  });

  test("in the opener's chain, and in that of the outermost window's opener", () => {
    const popup = nested(0);
    popup.opener = nested(2, { API: api12 });
    expect(findApi(asWindow(popup), '1.2')).toBe(api12);
    const framed = nested(2, { opener: nested(1, { API: api12 }) });
    expect(findApi(asWindow(framed), '1.2')).toBe(api12);
  });

  test('in the parents first, then in the opener, then in that of the outermost window', () => {
    const [parents, opener, outermost] = [{ ...api12 }, { ...api12 }, { ...api12 }];
    const inner = nested(2, { opener: nested(0, { API: outermost }) });
    expect(findApi(asWindow(inner), '1.2')).toBe(outermost);
    inner.opener = nested(0, { API: opener });
    expect(findApi(asWindow(inner), '1.2')).toBe(opener);
    inner.parent.API = parents;
    expect(findApi(asWindow(inner), '1.2')).toBe(parents);
  });

  test('beyond an object that is none, and beyond an opener that must not be seen', () => {
    const inner = nested(1, { API: api12 });
    inner.API = { id: 'API' };
    expect([findApi(asWindow(inner), '1.2'), findHolder(asWindow(inner), '1.2')]).toEqual([api12, inner.parent]);
    const framed = nested(1, { opener: nested(0, { API: api12 }) });
    Object.defineProperty(framed, 'opener', {
      get() {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    });
    expect(findApi(asWindow(framed), '1.2')).toBe(api12);
  });

  test('behind a frame of another origin', () => {
    const inner = nested(0);
    inner.parent = foreign(nested(1, { API: api12 }));
    expect(findApi(asWindow(inner), '1.2')).toBe(api12);
  });
});

describe('nothing is found', () => {
  test('if there is no API, or only that of the other standard', () => {
    expect(findApi(asWindow(nested(3)), '1.2')).toBeNull();
    expect(findApi(asWindow(nested(500, { API: api12 })), '1.2')).toBeNull();
    expect(findApi(asWindow(nested(3, { API: api12 })), '2004')).toBeNull();
  });

  test('in an object without the methods, such as an element with that id', () => {
    expect(findApi(asWindow(nested(1, { API: { id: 'API' } })), '1.2')).toBeNull();
    const { LMSCommit, ...rest } = api12;
    expect(LMSCommit).toBeTypeOf('function');
    expect(findApi(asWindow(nested(1, { API: rest })), '1.2')).toBeNull();
  });

  test.each([
    ...['Initialize', 'GetValue', 'SetValue', 'Commit', 'Finish', 'GetLastError'].map((name) => ['1.2', `LMS${name}`] as const),
    ...['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate', 'GetLastError'].map((name) => ['2004', name] as const),
  ])('in an object for %s without %s', (standard, missing) => {
    const whole = standard === '1.2' ? { API: { ...api12 } } : { API_1484_11: { ...api2004 } };
    const [api] = Object.values(whole) as [Record<string, unknown>];
    expect(findApi(asWindow(nested(1, whole)), standard)).toBe(api);
    api[missing] = 'no function';
    expect(findApi(asWindow(nested(1, whole)), standard)).toBeNull();
    delete api[missing];
    expect(findApi(asWindow(nested(1, whole)), standard)).toBeNull();
  });

  test('if all access is refused, or the chain has no end', () => {
    const inner = nested(0);
    inner.parent = new Proxy({} as FakeWindow, {
      get() {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    });
    expect(findApi(asWindow(inner), '1.2')).toBeNull();
    const one = nested(0);
    const other = nested(0);
    one.parent = other;
    other.parent = one;
    expect(findApi(asWindow(one), '1.2')).toBeNull();
  });
});

describe('the window to reload', () => {
  test('is the nearest one that holds the API, never an opener', () => {
    const outer = nested(0, { API: api12 });
    const middle = { parent: outer, opener: null, top: outer, API: api12 } as unknown as FakeWindow;
    const inner = { parent: middle, opener: null, top: outer } as unknown as FakeWindow;
    const found = [inner, middle, outer].map((one) => findHolder(asWindow(one), '1.2'));
    expect([found[0] === asWindow(middle), found[1] === asWindow(middle), found[2] === asWindow(outer)]).toEqual([true, true, true]);
    const popup = nested(0);
    popup.opener = outer;
    expect([findHolder(asWindow(popup), '1.2'), findHolder(asWindow(inner), '2004')]).toEqual([undefined, undefined]);
  });

  test('is outermost without a parent and an opener', () => {
    const popup = nested(0);
    popup.opener = nested(0);
    const hidden = new Proxy({} as FakeWindow, {
      get() {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    });
    expect([nested(0), nested(1), popup, hidden].map((one) => isOutermost(asWindow(one)))).toEqual([true, false, false, false]);
  });
});

describe('awaitApi', () => {
  const clock = () => {
    const waits: number[] = [];
    const later = (milliseconds: number, task: () => void): void => {
      waits.push(milliseconds);
      queueMicrotask(task);
    };
    return { waits, later };
  };

  test('does not wait if the API exists', async () => {
    const { waits, later } = clock();
    expect(await awaitApi(asWindow(nested(1, { API: api12 })), '1.2', later)).toEqual({ api: api12 });
    expect(waits).toEqual([]);
  });

  test('does not await an API that has a property of every name, like a promise', async () => {
    const api = new Proxy({}, { get: () => () => 'true' });
    expect((await awaitApi(asWindow(nested(1, { API: api })), '1.2', clock().later)).api).toBe(api);
  });

  test('looks again while the LMS is loading', async () => {
    const inner = nested(1);
    const waits: number[] = [];
    const later = (milliseconds: number, task: () => void): void => {
      waits.push(milliseconds);
      if (waits.length === 5) inner.parent.API = api12;
      queueMicrotask(task);
    };
    expect(await awaitApi(asWindow(inner), '1.2', later)).toEqual({ api: api12 });
    expect(waits).toEqual([100, 100, 100, 100, 100]);
  });

  test('gives up after two seconds', async () => {
    const { waits, later } = clock();
    expect(await awaitApi(asWindow(nested(1)), '1.2', later)).toEqual({ api: null });
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(2000);
  });

  test('returns at once for a page without parents or opener', async () => {
    const { waits, later } = clock();
    expect(await awaitApi(asWindow(nested(0)), '1.2', later)).toEqual({ api: null });
    expect(await awaitApi(asWindow(nested(0, { API: api12 })), '1.2', later)).toEqual({ api: api12 });
    expect(waits).toEqual([]);
  });
});
