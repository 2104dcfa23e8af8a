// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { onSave, query } from '../../../build/preview/client/server.ts';

afterEach(() => vi.unstubAllGlobals());

test('JSON is asked for; a refusal is an error', async () => {
  vi.stubGlobal('fetch', async (address: string) => ({ ok: address === '/a', status: 404, json: async () => ({ address }) }));
  expect(await query('/a')).toEqual({ address: '/a' });
  await expect(query('/b')).rejects.toThrow('/b: 404');
});

test('each save calls; while the server is gone a banner says so', () => {
  const sources: (EventTarget & { url: string; close: () => void })[] = [];
  const close = vi.fn();
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      url: string;
      close = close;
      constructor(url: string) {
        super();
        this.url = url;
        sources.push(this);
      }
    },
  );
  document.body.innerHTML = '<main></main>';
  const task = vi.fn();
  onSave(task, 'Arrêté');
  const [source] = sources;
  source?.dispatchEvent(new Event('error'));
  const banner = document.querySelector('.v-gone');
  expect(document.body.firstElementChild).toBe(banner);
  expect([source?.url, banner?.textContent, banner?.getAttribute('role'), task.mock.calls.length]).toEqual([
    '/saves',
    'Arrêté',
    'alert',
    0,
  ]);
  source?.dispatchEvent(new Event('save'));
  expect([document.querySelector('.v-gone'), task.mock.calls.length]).toEqual([null, 1]);
  source?.dispatchEvent(new Event('error'));
  expect(document.querySelector('.v-gone')).toBe(banner);
  dispatchEvent(new Event('pagehide'));
  expect(close).toHaveBeenCalledTimes(1);
});
