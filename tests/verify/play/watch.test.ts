import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Browser, BrowserEvent } from '../../../build/verify/play/browser.ts';
import { Watch } from '../../../build/verify/play/watch.ts';

const ORIGIN = 'http://127.0.0.1:4000';

beforeEach(() => {
  vi.useFakeTimers({ now: 1000, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A browser that keeps what it is asked, and sends the events that a test gives it. */
function watched() {
  const sent: string[] = [];
  const listeners = new Set<(event: BrowserEvent) => void>();
  const browser = {
    send: (method: string, params: object, session?: string) => {
      sent.push(`${session} ${method} ${JSON.stringify(params)}`);
      return Promise.reject(new Error('gone'));
    },
    listen: (listener: (event: BrowserEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  } as unknown as Browser;
  const watch = new Watch(browser, ORIGIN);
  const happens = (method: string, params: unknown, sessionId?: string): void => {
    for (const listener of listeners) listener({ method, params, ...(sessionId && { sessionId }) });
  };
  const attach = (session: string, type: string, targetId: string): void =>
    happens('Target.attachedToTarget', { sessionId: session, targetInfo: { type, targetId } });
  const report = (what: unknown): void => happens('Runtime.bindingCalled', { name: 'cartableReport', payload: JSON.stringify(what) });
  return { watch, sent, listeners, happens, attach, report };
}

const NOTHING = { calls: [], looked: [], elsewhere: [], errors: [], dialogs: [], popups: 0 };

test('without events nothing was seen', () => {
  const { watch, listeners } = watched();
  expect([watch.end(), listeners.size]).toEqual([NOTHING, 0]);
});

const ATTACH = JSON.stringify({ autoAttach: true, waitForDebuggerOnStart: true, flatten: true });

test('a page is listened to before its first script runs', () => {
  const { watch, sent, attach } = watched();
  attach('s1', 'page', 't1');
  expect(sent).toEqual([
    's1 Network.enable {}',
    's1 Runtime.enable {}',
    's1 Page.enable {}',
    's1 Runtime.addBinding {"name":"cartableReport"}',
    `s1 Target.setAutoAttach ${ATTACH}`,
    's1 Runtime.runIfWaitingForDebugger {}',
  ]);
  expect([watch.sessionOf('t1'), watch.sessionOf('t2')]).toEqual(['s1', undefined]);
});

test('a frame or worker has no binding', () => {
  const { watch, sent, attach } = watched();
  attach('s2', 'worker', 't2');
  expect(sent).toEqual([
    's2 Network.enable {}',
    's2 Runtime.enable {}',
    `s2 Target.setAutoAttach ${ATTACH}`,
    's2 Runtime.runIfWaitingForDebugger {}',
  ]);
  expect(watch.sessionOf('t2')).toBeUndefined();
});

test('another page than that of the LMS is a pop-up, once it has begun', () => {
  const { watch, attach } = watched();
  attach('s0', 'page', 't0');
  watch.begin('t1');
  attach('s1', 'page', 't1');
  attach('s2', 'page', 't2');
  attach('s3', 'iframe', 't3');
  expect([watch.popups, watch.end().popups]).toEqual([['t2'], 1]);
});

test('calls are kept in their order, with their time', () => {
  const { watch, report } = watched();
  watch.begin('t1');
  vi.setSystemTime(1400);
  report({ kind: 'call', method: 'LMSSetValue', args: ['a', 3], result: true, error: '403', closing: true });
  report({ kind: 'call' });
  report({ kind: 'call', args: 'x' });
  report({ kind: 'call', error: 'x', closing: 'yes' });
  expect(watch.end().calls).toEqual([
    { method: 'LMSSetValue', args: ['a', '3'], result: 'true', error: 403, closing: true, at: 400 },
    { method: '', args: [], result: '', error: 0, closing: false, at: 400 },
    { method: '', args: [], result: '', error: 0, closing: false, at: 400 },
  ]);
});

test('interfaces that were looked for, each once', () => {
  const { watch, report } = watched();
  report({ kind: 'looked', name: 'API' });
  report({ kind: 'looked', name: 'API' });
  report({ kind: 'looked', name: 'API_1484_11' });
  report({ kind: 'other', name: 'x' });
  expect(watch.end()).toEqual({ ...NOTHING, looked: ['API', 'API_1484_11'] });
});

test('a report of another name, or that is no JSON, is none', () => {
  const { watch, happens } = watched();
  happens('Runtime.bindingCalled', { name: 'other', payload: '{"kind":"looked","name":"x"}' });
  happens('Runtime.bindingCalled', { name: 'cartableReport', payload: '{' });
  expect(watch.end()).toEqual(NOTHING);
});

test('it is quiet since the last report or request to the package', () => {
  const { watch, happens, report } = watched();
  const at = (time: number, what: () => void): number => {
    vi.setSystemTime(time);
    what();
    vi.setSystemTime(time + 5);
    return watch.quiet;
  };
  const asks = (url: string): void => happens('Network.requestWillBeSent', { request: { url } });
  expect(at(2000, () => undefined)).toBe(1005);
  expect(at(3000, () => watch.begin('t1'))).toBe(5);
  expect(at(4000, () => report({ kind: 'looked' }))).toBe(5);
  expect(at(5000, () => asks(`${ORIGIN}/course/a.html`))).toBe(5);
  expect(at(6000, () => asks('data:text/plain,a'))).toBe(1005);
  expect(at(7000, () => asks('https://example.org/'))).toBe(2005);
  expect(at(8000, () => happens('Runtime.bindingCalled', { name: 'x', payload: '' }))).toBe(3005);
});

test('addresses on other hosts are kept once, without their query', () => {
  const { watch, happens } = watched();
  for (const url of [
    'https://a.fr/x?name=Camille',
    'https://a.fr/x#y',
    `${ORIGIN}/course/a`,
    `${ORIGIN}1/b`,
    'chrome-extension://x/a',
    'https://a.fr/data:x',
    ...['data:,', 'blob:x', 'about:blank', 'javascript:x', 'chrome-error://x', 'chrome://x', 'devtools://x'],
  ])
    happens('Network.requestWillBeSent', { request: { url } });
  happens('Network.webSocketCreated', { url: `wss://b.fr/${'z'.repeat(400)}?\nx` });
  expect(watch.end().elsewhere).toEqual([
    'https://a.fr/x',
    `${ORIGIN}1/b`,
    'chrome-extension://x/a',
    'https://a.fr/data:x',
    `wss://b.fr/${'z'.repeat(289)}`,
  ]);
});

test('errors are kept once, by their first line', () => {
  const { watch, happens } = watched();
  happens('Runtime.exceptionThrown', { exceptionDetails: { text: 'Uncaught', exception: { description: 'TypeError: x\n at y' } } });
  happens('Runtime.exceptionThrown', { exceptionDetails: { text: 'Uncaught', exception: { description: 'TypeError: x\n at z' } } });
  happens('Runtime.exceptionThrown', { exceptionDetails: { text: 'e'.repeat(400) } });
  happens('Runtime.exceptionThrown', { exceptionDetails: {} });
  expect(watch.end().errors).toEqual(['TypeError: x', 'e'.repeat(300), '']);
});

test('dialogs are kept, and accepted in their page', () => {
  const { watch, sent, happens } = watched();
  happens('Page.javascriptDialogOpening', { message: 'd'.repeat(400), type: 'alert' }, 's1');
  happens('Page.javascriptDialogOpening', { message: '', type: 'beforeunload' }, 's2');
  expect(watch.end().dialogs).toEqual(['d'.repeat(300), 'beforeunload']);
  expect(sent).toEqual(['s1 Page.handleJavaScriptDialog {"accept":true}', 's2 Page.handleJavaScriptDialog {"accept":true}']);
});

test('5000 calls and dialogs are kept', () => {
  const { watch, happens, report } = watched();
  for (let n = 0; n < 5001; n++) {
    report({ kind: 'call' });
    happens('Page.javascriptDialogOpening', { message: 'x' });
  }
  const { calls, dialogs } = watch.end();
  expect([calls.length, dialogs.length]).toEqual([5000, 5000]);
});
