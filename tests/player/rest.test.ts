// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { createRest } from '../../src/player/rest.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';

const banner = (): HTMLElement => document.querySelector('.c-banner') as HTMLElement;
let scripts: HTMLScriptElement[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  useStrings({ 'banner.late': 'Les pages tardent.' });
  document.body.innerHTML =
    '<div class="c-banner" data-when="late" hidden></div><div id="c-live"></div><div id="p-quai"><h1>Quai</h1></div>';
  scripts = [];
  vi.spyOn(document.head, 'append').mockImplementation((...added) => void scripts.push(...(added as HTMLScriptElement[])));
  window.cartableRest = () => ({
    pages: { quai: '<p>Une rame.</p>' },
    activities: { frein: { title: 'Quel frein ?', slots: [{ text: 'Le patin' }, { text: 'La cloche' }] } as never },
    typeStrings: { choice: { label: 'Choix' } },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  delete window.cartableRest;
});

function open() {
  const activity = { id: 'frein', slots: [{ type: 'choice' }] };
  const typeStrings = {};
  const filled = vi.fn();
  // The first page had all of the other one.
  const whole = { id: 'feu', slots: [] };
  const rest = createRest({ module: { activities: [whole, activity] } as unknown as ModuleContent, typeStrings }, '../', filled);
  return { activity, typeStrings, filled, rest };
}

/** Ends the scripts asked for last. */
async function end(how: 'load' | 'error'): Promise<void> {
  for (const script of scripts.splice(0)) (how === 'load' ? script.onload : script.onerror)?.call(script, new Event(how) as never);
  await vi.advanceTimersByTimeAsync(0);
}

it('completes the content in place and shows the pages once both scripts are there', async () => {
  const { activity, typeStrings, filled, rest } = open();
  const loaded = rest.load();
  expect(scripts.map((script) => script.getAttribute('src'))).toEqual(['../types.js', 'pages.js']);
  await end('load');
  expect([await loaded, filled.mock.calls.length]).toEqual([true, 1]);
  expect([activity, typeStrings]).toEqual([
    { id: 'frein', title: 'Quel frein ?', slots: [{ type: 'choice', text: 'Le patin' }] },
    { choice: { label: 'Choix' } },
  ]);
  expect(document.getElementById('p-quai')?.innerHTML).toBe('<h1>Quai</h1><p>Une rame.</p>');
});

it('asks for each script once, however often it is needed', async () => {
  const { filled, rest } = open();
  void rest.load();
  void rest.load();
  expect(scripts).toHaveLength(2);
  await end('load');
  await rest.load();
  expect([scripts.length, filled.mock.calls.length]).toEqual([0, 1]);
});

it('runs only the last task, once', async () => {
  const { rest } = open();
  const [first, last] = [vi.fn(), vi.fn()];
  rest.whenReady(first);
  rest.whenReady(last);
  await end('load');
  expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
  rest.whenReady(first);
  expect([first.mock.calls.length, last.mock.calls.length]).toEqual([1, 1]);
});

it('asks again two seconds after a failure, until the pages come', async () => {
  const { rest } = open();
  const task = vi.fn();
  rest.whenReady(task);
  await end('error');
  await vi.advanceTimersByTimeAsync(1999);
  expect(scripts).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(scripts).toHaveLength(2);
  await end('load');
  expect(task).toHaveBeenCalledTimes(1);
});

it('reports pages that are late after five seconds, not those that came in time', async () => {
  const { rest } = open();
  rest.needed();
  await vi.advanceTimersByTimeAsync(4999);
  expect(banner().hidden).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect([banner().hidden, document.getElementById('c-live')?.textContent]).toEqual([false, 'Les pages tardent.']);

  banner().hidden = true;
  const other = open().rest;
  other.needed();
  other.needed();
  void other.load();
  await end('load');
  other.needed();
  await vi.advanceTimersByTimeAsync(9000);
  expect(banner().hidden).toBe(true);
});

it('reports the delay of a task, but none once the pages are there', async () => {
  open().rest.whenReady(() => {});
  await vi.advanceTimersByTimeAsync(5000);
  expect(banner().hidden).toBe(false);
  banner().hidden = true;
  scripts.length = 0;
  const { rest } = open();
  void rest.load();
  await end('load');
  rest.needed();
  await vi.advanceTimersByTimeAsync(9000);
  expect(banner().hidden).toBe(true);
});

it('resolves to false if a script can’t be loaded, and asks for both again the next time', async () => {
  const { rest, filled } = open();
  const loaded = rest.load();
  const [types] = scripts.splice(0, 1);
  types?.onload?.(new Event('load'));
  await end('error');
  expect([await loaded, filled.mock.calls.length]).toEqual([false, 0]);
  const again = rest.load();
  expect(scripts).toHaveLength(2);
  await end('load');
  expect([await again, filled.mock.calls.length]).toEqual([true, 1]);
});

it('reports no delay to those who pressed twice, once the pages are there', async () => {
  const { rest } = open();
  for (let times = 0; times < 2; times++) rest.whenReady(() => {});
  await end('load');
  await vi.advanceTimersByTimeAsync(9000);
  expect(banner().hidden).toBe(true);
});
