// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sandboxIn } from '../../../build/studio/play/sandbox.ts';

/** A frame whose empty page a test shows when it wants to. */
class FakeFrame extends EventTarget {
  contentDocument: Document | null = document.implementation.createHTMLDocument('');
}

let frame: FakeFrame;
let texts: Record<string, string>;

beforeEach(() => {
  // This page loads no frames, and says so.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  frame = new FakeFrame();
  texts = { 'lms.js': 'one()', 'play.js': 'two()' };
  vi.stubGlobal('fetch', async (address: string) => new Response(texts[address] ?? '', { status: address in texts ? 200 : 404 }));
  vi.stubGlobal('getComputedStyle', () => ({ colorScheme: 'dark' }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const make = (allowed = 'allow-scripts') => sandboxIn(frame as unknown as HTMLIFrameElement, ['lms.js', 'play.js'], allowed, 'The session');
const inner = (): HTMLIFrameElement | null => frame.contentDocument?.querySelector('iframe') ?? null;

test('a sandbox waits for its empty page, and has the permissions that are given, and no others', async () => {
  const making = make('allow-scripts allow-forms');
  await new Promise((resolve) => setTimeout(resolve));
  expect(inner()).toBeNull();
  frame.dispatchEvent(new Event('load'));
  const sandbox = await making;
  expect([inner()?.getAttribute('sandbox'), inner()?.title, inner()?.style.colorScheme]).toEqual([
    'allow-scripts allow-forms',
    'The session',
    'dark',
  ]);
  expect([inner()?.style.position, inner()?.style.cssText.includes('100%'), sandbox?.window === inner()?.contentWindow]).toEqual([
    'absolute',
    true,
    true,
  ]);
});

test('its scripts run only once it begins, in their order', async () => {
  const making = make();
  frame.dispatchEvent(new Event('load'));
  const sandbox = await making;
  expect(inner()?.getAttribute('srcdoc')).toBeNull();
  sandbox?.begin();
  expect(inner()?.getAttribute('srcdoc')).toBe('<!doctype html><meta charset="utf-8"><script>one()</script><script>two()</script>');
});

test('a script can’t end its own element', async () => {
  texts['play.js'] = '"</script><!-- </SCRIPT >"';
  const making = make();
  frame.dispatchEvent(new Event('load'));
  (await making)?.begin();
  expect(inner()?.getAttribute('srcdoc')).toContain('<script>"\\x3c/script>\\x3c!-- \\x3c/SCRIPT >"</script>');
});

test('a frame that was removed meanwhile gets none', async () => {
  const making = make();
  frame.contentDocument = null;
  frame.dispatchEvent(new Event('load'));
  expect(await making).toBeNull();
});

test('a script that can’t be loaded is an error', async () => {
  delete texts['play.js'];
  const making = make();
  frame.dispatchEvent(new Event('load'));
  await expect(making).rejects.toThrow('play.js: 404');
});
