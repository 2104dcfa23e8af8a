import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const SCOPE = 'https://four.example/studio/';
const FILES = { version: '2', first: ['index.html', 'main.a1b2c3d4.js'], later: ['pieces/levain.0123abcd.js', 'notes.txt'] };
const CACHE = 'cartable-studio 2';

/** A cache of a test: texts by address. */
class FakeCache {
  readonly texts = new Map<string, string>();

  async match(request: Request | string, { ignoreSearch = false } = {}): Promise<Response | undefined> {
    const address = typeof request === 'string' ? request : request.url;
    const text = this.texts.get(ignoreSearch ? address.replace(/\?.*/, '') : address);
    return text === undefined ? undefined : new Response(text);
  }

  async put(address: string, response: Response): Promise<void> {
    this.texts.set(address, await response.text());
  }

  async add(request: Request): Promise<void> {
    if (request.url.includes('broken')) throw new TypeError('No network.');
    this.texts.set(request.url, `from the network, ${request.cache}`);
  }
}

/** The browser's caches of a test. */
class FakeCaches {
  readonly all = new Map<string, FakeCache>();

  async open(name: string): Promise<FakeCache> {
    const cache = this.all.get(name) ?? new FakeCache();
    this.all.set(name, cache);
    return cache;
  }

  async match(address: string): Promise<Response | undefined> {
    for (const cache of this.all.values()) {
      const found = await cache.match(address);
      if (found) return found;
    }
    return undefined;
  }

  keys = async (): Promise<string[]> => [...this.all.keys()];
  delete = async (name: string): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(this.all.delete(name))));
}

const WORKER = '../../build/studio/service-worker.ts';
/** Number of starts: each runs the script again. */
let starts = 0;

type Listener = (event: object) => void;
let caches: FakeCaches;
let listeners: Map<string, Listener>;
const claim = vi.fn(async () => {});
const fetched = vi.fn(async (request: Request) => new Response(`fetched ${request.url}`));

/** Starts the worker, as a browser does. */
async function start(files = FILES): Promise<void> {
  listeners = new Map();
  vi.stubGlobal('self', {
    registration: { scope: SCOPE },
    clients: { claim },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
  });
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('FILES', files);
  starts += 1;
  await import(`${WORKER}?start=${starts}`);
}

beforeEach(async () => {
  caches = new FakeCaches();
  await start();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

/** Sends an event, and waits for what it has to wait for. */
async function send(name: string, more: object = {}): Promise<void> {
  const waits: Promise<unknown>[] = [];
  listeners.get(name)?.({ ...more, waitUntil: (promise: Promise<unknown>) => waits.push(promise) });
  expect(waits.length).toBe(name === 'message' ? 0 : 1);
  await Promise.all(waits);
}

/** Asks for a file. @returns null if the worker leaves the request to the browser */
async function ask(address: string, { mode = 'cors', method = 'GET' } = {}): Promise<string | null> {
  const answers: Promise<Response>[] = [];
  const request = { url: new URL(address, SCOPE).href, method, mode } as Request;
  listeners.get('fetch')?.({ request, respondWith: (answer: Promise<Response>) => answers.push(answer) });
  return answers[0] ? (await answers[0]).text() : null;
}

async function put(cache: string, name: string, text: string): Promise<void> {
  (await caches.open(cache)).texts.set(new URL(name, SCOPE).href, text);
}
const stored = (): Readonly<Record<string, string>> =>
  Object.fromEntries([...(caches.all.get(CACHE)?.texts ?? [])].map(([address, text]) => [address.replace(SCOPE, ''), text]));

describe('when it is installed', () => {
  test('it stores what the first visit needs, from the network', async () => {
    await send('install');
    expect(stored()).toEqual({ 'index.html': 'from the network, no-cache', 'main.a1b2c3d4.js': 'from the network, no-cache' });
  });

  test('it takes from an older version what has the same digest in its name, and nothing else', async () => {
    await put('cartable-studio 1', 'main.a1b2c3d4.js', 'kept');
    await put('cartable-studio 1', 'index.html', 'old');
    await send('install');
    expect(stored()).toEqual({ 'index.html': 'from the network, no-cache', 'main.a1b2c3d4.js': 'kept' });
  });

  test.each([
    ['font.abc_d-12.woff2', true],
    ['font.12345678/a.js', true],
    ['font.1234567.js', false],
    ['font-12345678.js', false],
    ['font.12345678', false],
  ])('« %s » has a digest in its name: %s', async (name, isKept) => {
    await put('cartable-studio 1', name, 'kept');
    await start({ version: '2', first: [name], later: [] });
    await send('install');
    expect(stored()[name] === 'kept').toBe(isKept);
  });

  test('it is not, if a file is missing', async () => {
    await start({ version: '2', first: ['broken.js'], later: [] });
    await expect(send('install')).rejects.toThrow('No network.');
  });
});

test('once it is active, it removes older versions, leaves others’ caches alone and takes over the page', async () => {
  for (const name of ['cartable-studio 1', 'cartable-studio 3', 'cartable-studio-other', 'four', CACHE]) await caches.open(name);
  claim.mockImplementation(async () => expect(await caches.keys()).not.toContain('cartable-studio 1'));
  await send('activate');
  expect([await caches.keys(), claim.mock.calls.length]).toEqual([['cartable-studio-other', 'four', CACHE], 1]);
});

describe('a request', () => {
  beforeEach(async () => {
    for (const name of ['index.html', 'main.a1b2c3d4.js', 'about.html']) await put(CACHE, name, `stored ${name}`);
    await put(CACHE, '-/modules/four/course.yaml', 'stale');
  });

  test('for a stored file is answered without the network, also with a query', async () => {
    const asked = [await ask('main.a1b2c3d4.js'), await ask('main.a1b2c3d4.js?again'), await ask('main.a1b2c3d4.js?from=/-/four')];
    expect(asked).toEqual(Array(3).fill('stored main.a1b2c3d4.js'));
    expect(fetched).not.toHaveBeenCalled();
  });

  test.each(['', '?course=four', '#plan'])('for the page « %s » is answered by its markup', async (rest) => {
    expect(await ask(rest, { mode: 'navigate' })).toBe('stored index.html');
  });

  test('for another page, or for the folder from a script, is not', async () => {
    expect(await ask('about.html', { mode: 'navigate' })).toBe('stored about.html');
    expect(await ask('')).toBe(`fetched ${SCOPE}`);
  });

  test('for what is not stored goes to the network', async () => {
    expect(await ask('other.js')).toBe(`fetched ${SCOPE}other.js`);
  });

  test.each<[string, string, string]>([
    ['of another kind', 'main.a1b2c3d4.js', 'POST'],
    ['for something outside the studio', 'https://four.example/main.js', 'GET'],
    ['for another site', 'https://other.example/studio/main.js', 'GET'],
    ['to the server of the courses', '-/modules/four/course.yaml', 'GET'],
  ])('%s is left to the browser', async (_, address, method) => {
    expect([await ask(address, { method }), fetched.mock.calls]).toEqual([null, []]);
  });

  test('is answered from this version alone', async () => {
    await put('cartable-studio 1', 'old.js', 'old');
    expect(await ask('old.js')).toBe(`fetched ${SCOPE}old.js`);
  });
});

describe('the rest', () => {
  const later = { 'pieces/levain.0123abcd.js': 'from the network, no-cache', 'notes.txt': 'from the network, no-cache' };

  test('is stored when the page is at rest', async () => {
    await send('message', { data: 'rest' });
    await vi.waitFor(() => expect(stored()).toEqual(later));
  });

  test('is not stored for other messages', async () => {
    await send('message', { data: 'other' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(stored()).toEqual({});
  });

  test('may fail without a trace: the page works without it', async () => {
    const failed = vi.fn();
    process.on('unhandledRejection', failed);
    await start({ version: '2', first: [], later: ['broken.js'] });
    await send('message', { data: 'rest' });
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', failed);
    expect(failed).not.toHaveBeenCalled();
  });
});
