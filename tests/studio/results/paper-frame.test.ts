// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const sent: unknown[] = [];
const studio = { postMessage: (message: unknown, to: string) => void sent.push([message, to]) };
const listeners: [string, EventListener][] = [];
const ofDocument: [string, EventListener][] = [];
const print = vi.fn();

beforeEach(async () => {
  sent.length = 0;
  print.mockClear();
  vi.resetModules();
  vi.stubGlobal('parent', { parent: studio });
  vi.stubGlobal('print', print);
  vi.stubGlobal('addEventListener', (kind: string, task: EventListener) => void listeners.push([kind, task]));
  const listen = document.addEventListener.bind(document);
  vi.spyOn(document, 'addEventListener').mockImplementation((kind: string, task: unknown) => {
    ofDocument.push([kind, task as EventListener]);
    listen(kind, task as EventListener);
  });
  document.body.innerHTML = '<a href="a.html"><b>Page</b></a><a href="#top">Top</a><a>None</a><p>Text</p>';
  await import('../../../build/studio/results/paper-frame.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  listeners.length = 0;
  for (const [kind, task] of ofDocument.splice(0)) document.removeEventListener(kind, task);
});

/** Sends a message to the frame, as many times as it listens. */
function send(data: unknown, source: unknown = studio): void {
  for (const [kind, task] of listeners.filter(([name]) => name === 'message')) task(Object.assign(new Event(kind), { data, source }));
}
function click(selector: string): boolean {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  document.querySelector(selector)?.dispatchEvent(event);
  return event.defaultPrevented;
}

test('it asks the studio’s window for its document', () => {
  expect(sent).toEqual([[{ kind: 'ready' }, '*']]);
});

test('a link to another document is left to the studio', () => {
  expect(click('b')).toBe(true);
  expect(sent.slice(1)).toEqual([[{ kind: 'link', href: 'a.html' }, '*']]);
});

test.each(['[href="#top"]', 'a:not([href])', 'p'])('a click on %s stays in the document', (selector) => {
  expect([click(selector), sent.length]).toEqual([false, 1]);
});

test('a click on the page itself is no link', () => {
  const event = new MouseEvent('click', { cancelable: true });
  document.dispatchEvent(event);
  expect([event.defaultPrevented, sent.length]).toEqual([false, 1]);
});

test('a document is written as a whole, and its links are left to the studio, too', () => {
  const calls: unknown[] = [];
  vi.spyOn(document, 'open').mockImplementation(() => calls.push('open') as never);
  vi.spyOn(document, 'write').mockImplementation((html) => void calls.push(html));
  vi.spyOn(document, 'close').mockImplementation(() => void calls.push('close'));
  const received = vi.spyOn(document, 'addEventListener').mockImplementation((kind) => void calls.push(kind));
  send({ kind: 'show', html: '<p>Four</p>' });
  received.mockRestore();
  expect([calls, listeners.map(([kind]) => kind), print.mock.calls]).toEqual([
    ['open', '<p>Four</p>', 'close', 'click'],
    ['message', 'message'],
    [],
  ]);
});

test('it prints when the studio asks for it', () => {
  const write = vi.spyOn(document, 'write').mockImplementation(() => {});
  send({ kind: 'print' });
  expect([print.mock.calls.length, write.mock.calls]).toEqual([1, []]);
});

test('no other window is listened to', () => {
  const write = vi.spyOn(document, 'write').mockImplementation(() => {});
  send({ kind: 'print' }, window);
  send({ kind: 'show', html: '<p>Four</p>' }, null);
  expect([print.mock.calls, write.mock.calls]).toEqual([[], []]);
});
