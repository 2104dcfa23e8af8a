import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Browser, BrowserError, type BrowserEvent } from '../../../build/verify/play/browser.ts';
import { fakeBrowser } from './fake-browser.ts';

const PROXY = 'http://127.0.0.1:4000';

const ECHO = `function answer(method, params, sessionId, resolve, reject) {
  if (method === 'Browser.getVersion') resolve({ product: 'Fake/1' });
  else if (method === 'Test.arguments') resolve({ list: process.argv.slice(2) });
  else if (method === 'Test.refuse') reject('no such thing');
  else if (method === 'Test.nothing') return;
  else if (method === 'Test.empty') resolve(undefined);
  else if (method === 'Test.exit') process.exit(0);
  else if (method === 'Test.killed') process.kill(process.pid, 'SIGKILL');
  else if (method === 'Test.events') {
    const text = ['a', 'é', 'c'].map((name) => JSON.stringify({ method: 'Test.' + name, params: { name }, sessionId: 's' }) + '\\0').join('');
    const bytes = Buffer.from(text);
    write(bytes.subarray(0, 60));
    setTimeout(() => {
      write(bytes.subarray(60));
      resolve();
    }, 5);
  } else resolve({ method, params, sessionId });
}`;

let browser: Browser | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  await browser?.close();
  browser = undefined;
});

async function start(script = ECHO): Promise<Browser> {
  browser = await Browser.start(fakeBrowser(script), PROXY);
  return browser;
}

const profileOf = async (own: Browser): Promise<string> => {
  const { list } = await own.send<{ list: string[] }>('Test.arguments');
  return list.find((one) => one.startsWith('--user-data-dir='))?.slice(16) ?? '';
};

test('it starts with an empty profile, without a window, and reaches only our server', async () => {
  const own = await start();
  const { list } = await own.send<{ list: string[] }>('Test.arguments');
  const names = 'background-networking component-update default-apps dev-shm-usage extensions gpu popup-blocking sync';
  expect(list).toEqual([
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${await profileOf(own)}`,
    `--proxy-server=${PROXY}`,
    '--proxy-bypass-list=<-loopback>',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ...['--no-first-run', '--no-default-browser-check'],
    ...names.split(' ').map((name) => `--disable-${name}`),
    ...['--deny-permission-prompts', '--mute-audio', '--password-store=basic', '--use-mock-keychain', '--window-size=1366,768'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ]);
  expect(readdirSync(await profileOf(own))).toEqual([]);
});

test('it answers each question, with its session', async () => {
  const own = await start();
  const answers = await Promise.all([own.send('A', { x: 1 }, 's1'), own.send('B'), own.send('Test.empty')]);
  expect(answers).toEqual([{ method: 'A', params: { x: 1 }, sessionId: 's1' }, { method: 'B', params: {} }, {}]);
});

test('what it refuses is an error with its words', async () => {
  const own = await start();
  const refused = own.send('Test.refuse');
  await expect(refused).rejects.toBeInstanceOf(BrowserError);
  await expect(refused).rejects.toThrow('no such thing');
  expect(await own.send('B')).toMatchObject({ method: 'B' });
});

test('events reach all who listen, in whatever pieces they come', async () => {
  const own = await start();
  const [one, other]: [BrowserEvent[], BrowserEvent[]] = [[], []];
  own.listen((event) => one.push(event));
  const stop = own.listen((event) => other.push(event));
  await own.send('Test.events');
  stop();
  await own.send('Test.events');
  const events = ['a', 'é', 'c'].map((name) => ({ method: `Test.${name}`, params: { name }, sessionId: 's' }));
  expect([one, other]).toEqual([[...events, ...events], events]);
});

test('a browser that ends leaves no question open, and answers none', async () => {
  const own = await start();
  const open = own.send('Test.nothing');
  const ended = own.send('Test.exit');
  for (const question of [open, ended]) await expect(question).rejects.toThrow('gone');
  await expect(own.send('B')).rejects.toBeInstanceOf(BrowserError);
});

test('one that was killed answers no further question', async () => {
  const own = await start();
  await expect(own.send('Test.killed')).rejects.toThrow('gone');
  await expect(own.send('B')).rejects.toThrow('gone');
});

test('a question without an answer ends after ten seconds', async () => {
  const own = await start();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const question = own.send('Test.nothing').catch((error: unknown) => error);
  vi.advanceTimersByTime(9999);
  expect(await Promise.race([question, Promise.resolve('open')])).toBe('open');
  vi.advanceTimersByTime(1);
  expect(await question).toMatchObject({ message: 'Test.nothing' });
  expect(vi.getTimerCount()).toBe(0);
});

test('closing ends the program and removes its profile', async () => {
  const own = await start();
  const profile = await profileOf(own);
  expect(existsSync(profile)).toBe(true);
  await own.close();
  expect(existsSync(profile)).toBe(false);
  await own.close();
});

test('one that doesn’t close itself is killed after three seconds', async () => {
  const own = await start(`${ECHO}\nonClose = () => happens('Test.closing', {});`);
  const profile = await profileOf(own);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = new Promise<void>((resolve) => {
    own.listen(({ method }) => method === 'Test.closing' && resolve());
  });
  let isClosed = false;
  const closing = own.close().then(() => {
    isClosed = true;
  });
  await asked;
  vi.advanceTimersByTime(2999);
  await own.send('B');
  expect(isClosed).toBe(false);
  vi.advanceTimersByTime(1);
  await closing;
  expect([isClosed, existsSync(profile)]).toEqual([true, false]);
});

test('a path without a browser, or one that ends at once, is an error that leaves nothing', async () => {
  const [program, refusing] = [
    fakeBrowser('process.exit(1);'),
    fakeBrowser("function answer(method, params, session, resolve, reject) { reject('old'); }"),
  ];
  const folder = mkdtempSync(join(tmpdir(), 'cartable-'));
  vi.stubEnv('TMPDIR', folder);
  await expect(Browser.start('/nowhere/browser', PROXY)).rejects.toBeInstanceOf(BrowserError);
  await expect(Browser.start(program, PROXY)).rejects.toBeInstanceOf(BrowserError);
  await expect(Browser.start(refusing, PROXY)).rejects.toThrow('old');
  expect(readdirSync(folder)).toEqual([]);
});
