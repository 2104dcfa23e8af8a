// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const loaded: unknown[] = [];

/** The used part of scorm-again: it keeps nothing, and answers everything. */
class FakeApi {
  loadFromJSON = (...given: unknown[]) => void loaded.push(given);
  LMSInitialize = () => 'true';
  LMSGetLastError = () => '0';
  Initialize = () => 'true';
  GetLastError = () => '0';
}

let address: string;
let reports: Record<string, unknown>[];
/** A page in the frame, whose content a test sets. */
let inner: Document | null;

const frame = (): HTMLIFrameElement => document.getElementById('sco') as HTMLIFrameElement;

async function start(version?: string): Promise<NonNullable<Window['cartablePlayer']>> {
  if (version !== undefined) document.documentElement.dataset.version = version;
  vi.resetModules();
  await import('../../../build/verify/client/player.ts');
  if (!window.cartablePlayer) throw new Error('no player');
  return window.cartablePlayer;
}

beforeEach(() => {
  // A frame would load its page.
  document.body.innerHTML = '<div id="sco"></div>';
  address = '';
  const { defineProperty } = Object;
  defineProperty(frame(), 'src', {
    set: (value: string) => {
      address = value;
    },
  });
  inner = document.implementation.createHTMLDocument();
  // The next test watches the same window.
  vi.spyOn(Object, 'defineProperty').mockImplementation((target, key, facts) =>
    defineProperty(target, key, target === window ? { ...facts, configurable: true } : facts),
  );
  defineProperty(frame(), 'contentDocument', { get: () => inner });
  reports = [];
  loaded.length = 0;
  window.cartableReport = (json) => void reports.push(JSON.parse(json));
  Object.assign(window, { Scorm12API: FakeApi, Scorm2004API: FakeApi });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const name of ['API', 'API_1484_11', 'cartablePlayer', 'cartableReport', 'Scorm12API', 'Scorm2004API'])
    Reflect.deleteProperty(window, name);
  Reflect.deleteProperty(document.documentElement.dataset, 'version');
});

type Apis = Readonly<Record<string, Readonly<Record<string, (...args: unknown[]) => string>> | undefined>>;
const apis = (): Apis => window as unknown as Apis;

test.each([
  ['2004', 'API_1484_11', 'API', 'Initialize'],
  ['1.2', 'API', 'API_1484_11', 'LMSInitialize'],
  ['3', 'API', 'API_1484_11', 'LMSInitialize'],
])('the LMS of version %s reports who looks for it, and each call', async (version, name, other, method) => {
  await start(version);
  expect(reports).toEqual([]);
  expect(apis()[other]).toBeUndefined();
  expect(apis()[name]?.[method]?.('')).toBe('true');
  expect(reports).toEqual([
    { kind: 'looked', name: other },
    { kind: 'looked', name },
    { kind: 'call', closing: false, method, args: [''], result: 'true', error: 0, diagnostic: '' },
  ]);
});

test.each([
  ['1.2', { core: { student_id: 'verify', student_name: 'Essai, Camille', entry: 'ab-initio', lesson_mode: 'normal', credit: 'credit' } }],
  ['2004', { learner_id: 'verify', learner_name: 'Essai, Camille', entry: 'ab-initio', mode: 'normal', credit: 'credit' }],
])('a learner visits for the first time, for credit: %s', async (version, record) => {
  await start(version);
  expect(loaded).toEqual([[record, 'cmi']]);
});

test('without a program that listens nothing fails', async () => {
  await start();
  Reflect.deleteProperty(window, 'cartableReport');
  expect(apis().API?.LMSInitialize?.('')).toBe('true');
});

test('a page is opened in the frame', async () => {
  const player = await start();
  player.open('/course/a.html');
  expect(address).toBe('/course/a.html');
});

test('leaving takes the page away, and calls from then on are made while it closes', async () => {
  const player = await start();
  let isGone = false;
  const leaving = player.leave().then(() => {
    isGone = true;
  });
  expect(address).toBe('about:blank');
  apis().API?.LMSInitialize?.('');
  expect(reports.at(-1)).toMatchObject({ kind: 'call', closing: true });
  await Promise.resolve();
  expect(isGone).toBe(false);
  frame().dispatchEvent(new Event('load'));
  await leaving;
  expect(isGone).toBe(true);
});

test('a page that doesn’t go is left after four seconds', async () => {
  const player = await start();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let isGone = false;
  const leaving = player.leave().then(() => {
    isGone = true;
  });
  await vi.advanceTimersByTimeAsync(3999);
  expect(isGone).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await leaving;
  expect(isGone).toBe(true);
});

/** Sizes that each element has. */
function sized(width: number, height: number, visibility = 'visible'): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ width, height } as DOMRect);
  vi.spyOn(window, 'getComputedStyle').mockReturnValue({ visibility } as CSSStyleDeclaration);
}

const blank = async (html: string): Promise<boolean> => {
  const player = await start();
  if (inner) inner.body.innerHTML = html;
  return player.isBlank();
};

test('a page with text isn’t blank, one with spaces is', async () => {
  expect([await blank('<p>Une rame</p>'), await blank('<p> \n </p>'), await blank('')]).toEqual([false, true, true]);
});

test.each(['img', 'svg', 'canvas', 'video', 'audio', 'object', 'embed', 'input', 'button'])(
  'a page with a visible <%s> isn’t blank',
  async (tag) => {
    sized(2, 2);
    expect(await blank(`<div></div><${tag}></${tag}>`)).toBe(false);
  },
);

test.each([
  [1, 9, 'visible'],
  [9, 1, 'visible'],
  [0, 0, 'visible'],
  [9, 9, 'hidden'],
])('an element of %d by %d, %s, can’t be seen', async (width, height, visibility) => {
  sized(width, height, visibility);
  expect(await blank('<img>')).toBe(true);
});

test('other elements without text show nothing', async () => {
  sized(9, 9);
  expect(await blank('<div></div><p></p>')).toBe(true);
});

test('the pages in its frames count', async () => {
  const player = await start();
  const withFrames = (...documents: readonly (Document | null | 'elsewhere')[]): boolean => {
    if (!inner) throw new Error('no page');
    inner.body.innerHTML = '<iframe></iframe>'.repeat(documents.length);
    [...inner.querySelectorAll('iframe')].forEach((one, at) => {
      Object.defineProperty(one, 'contentDocument', {
        get: () => {
          const content = documents[at];
          if (content === 'elsewhere') throw new DOMException('of another origin');
          return content;
        },
      });
    });
    return player.isBlank();
  };
  const page = (html: string): Document => {
    const made = document.implementation.createHTMLDocument();
    made.body.innerHTML = html;
    return made;
  };
  expect([
    withFrames(page('')),
    withFrames(page(''), page('Une rame')),
    withFrames(page('Une rame'), page('')),
    withFrames('elsewhere'),
    withFrames(null),
  ]).toEqual([true, false, false, false, false]);
});

test('a set of frames has no body, but what its frames show counts', async () => {
  const player = await start();
  const shown = (html: string): boolean => {
    inner = document.implementation.createHTMLDocument();
    inner.body.remove();
    const frame = document.createElement('frame');
    const content = document.implementation.createHTMLDocument();
    content.body.innerHTML = html;
    Object.defineProperty(frame, 'contentDocument', { get: () => content });
    const set = document.createElement('frameset');
    set.append(frame);
    inner.documentElement.append(set);
    return !player.isBlank();
  };
  expect([shown('<p>Une rame</p>'), shown('')]).toEqual([true, false]);
});

test('a page that can’t be read counts as shown, one without a body as blank', async () => {
  const player = await start();
  inner = null;
  expect(player.isBlank()).toBe(false);
  inner = document.implementation.createHTMLDocument();
  inner.body.remove();
  expect(player.isBlank()).toBe(true);
});
