// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settled } from '../helpers/drawn.ts';
import { FolderPage } from '../helpers/folder-page.ts';

let page: FolderPage;
const calls: unknown[] = [];
const worker = {
  register: async (address: string) => void calls.push(address),
  ready: Promise.resolve({ active: { postMessage: (message: unknown) => calls.push(message) } }),
};

beforeEach(() => {
  page = new FolderPage();
  calls.length = 0;
  localStorage.clear();
  vi.resetModules();
  document.documentElement.lang = '';
  document.head.innerHTML = `<meta name="cartable" content='{"nonce":"n"}'>`;
  document.body.innerHTML = '<div id="app"><p class="waiting">Wait.</p></div>';
});
afterEach(async () => {
  await act(() => render(null, document.getElementById('app') ?? document.createElement('div')));
  page.close();
});

async function started(more: object = {}): Promise<void> {
  vi.stubGlobal('navigator', { ...navigator, language: 'en-GB', ...more });
  await act(async () => void (await import('../../build/studio/main.tsx')));
  await settled();
}

test('the studio takes the place of what the page showed until then, in the browser’s language', async () => {
  await started();
  expect([document.querySelector('.waiting'), document.querySelectorAll('#app > .s-start').length]).toEqual([null, 1]);
  expect([document.documentElement.lang, document.querySelector('h1')?.textContent?.includes('Write')]).toEqual(['en', true]);
});

test('its language is the one that was chosen; the service worker loads the rest once it is ready', async () => {
  localStorage.setItem('cartable-studio-language', 'fr');
  await started({ serviceWorker: worker });
  expect([document.documentElement.lang, calls]).toEqual(['fr', ['service-worker.js', 'rest']]);
});

test('a page without its place stays as it is', async () => {
  document.body.innerHTML = '<p>Wait.</p>';
  await started();
  expect(document.body.innerHTML).toBe('<p>Wait.</p>');
});
