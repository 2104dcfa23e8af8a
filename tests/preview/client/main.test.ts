// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

const words = { broken: 'Arrêté', errors: 'Erreurs', write: 'À faire :' };
const error = { place: 'rames.md:3:1', code: 'missing-id', problem: 'Pas d’identifiant.', write: 'Ajoutez-en un.', source: '', column: 1 };

let source: EventTarget;
/** Called by the browser once the page is there. */
let begin: () => void;
const reload = vi.fn();

/** Starts the script in a page, as a browser does. */
async function start(body: string, view: string, states: Readonly<Record<string, object>>): Promise<void> {
  vi.resetModules();
  reload.mockClear();
  document.body.innerHTML = body;
  document.body.dataset.view = view;
  vi.stubGlobal('fetch', async (address: string) => ({ ok: address in states, status: 404, json: async () => states[address] }));
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      constructor() {
        super();
        source = this;
      }
      close(): void {}
    },
  );
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => {
    if (name === 'DOMContentLoaded') begin = listener;
  });
  vi.spyOn(location, 'reload').mockImplementation(reload);
  await import('../../../build/preview/client/main.ts');
}
const ready = (): void => begin();
const box = (name: string): HTMLElement => document.querySelector(`#${name} .v-errors`) as HTMLElement;

beforeEach(() => vi.restoreAllMocks());

const HOME = `<script id="words" type="application/json">${JSON.stringify(words)}</script>
<section id="depot" data-state="/-/state/depot"><div class="v-errors" hidden></div></section>
<section id="pain" data-state="/-/state/pain"><div class="v-errors"></div></section>
<section id="vide" data-state="/-/state/vide"></section>`;

test('the list of courses shows the errors of each, once the page is there', async () => {
  const none = { errors: [] };
  await start(HOME, 'home', { '/-/state/depot': { errors: [error] }, '/-/state/pain': none, '/-/state/vide': { errors: [error] } });
  expect(box('depot').textContent).toBe('');
  ready();
  await expect.poll(() => box('depot').textContent).toContain('Pas d’identifiant.');
  expect([box('depot').hidden, box('depot').querySelector('h2')?.textContent]).toEqual([false, 'Erreurs']);
  await expect.poll(() => box('pain').hidden).toBe(true);
  expect(document.getElementById('vide')?.textContent).toBe('');
});

test('it is loaded again at a save, but not when the stream is opened, and shows when the server is gone', async () => {
  await start(HOME, 'home', { '/-/state/depot': { errors: [] }, '/-/state/pain': { errors: [] }, '/-/state/vide': { errors: [] } });
  ready();
  source.dispatchEvent(new Event('save'));
  expect(reload).not.toHaveBeenCalled();
  source.dispatchEvent(new Event('save'));
  expect(reload).toHaveBeenCalledTimes(1);
  source.dispatchEvent(new Event('error'));
  expect(document.querySelector('[role=alert]')?.textContent).toBe('Arrêté');
});

test('the page of a session starts the player with its settings, and no list', async () => {
  const startPlayer = vi.fn();
  vi.doMock('../../../build/preview/client/player.ts', () => ({ startPlayer }));
  const settings = { version: '1.2', state: '/state' };
  await start(`<script id="settings" type="application/json">${JSON.stringify(settings)}</script>`, 'player', {});
  expect(startPlayer).not.toHaveBeenCalled();
  ready();
  vi.doUnmock('../../../build/preview/client/player.ts');
  expect(startPlayer.mock.calls).toEqual([[settings]]);
});
