// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';

// The environment fetches nothing; it fires `load` for each script.
(
  window as unknown as { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: boolean } } }
).happyDOM.settings.handleDisabledFileLoadingAsSuccess = true;

let open = true;

const asked = (): string[] => [...document.querySelectorAll<HTMLScriptElement>('script[src$="sortable.js"]')].map((script) => script.src);
const press = (selector: string, init: PointerEventInit = {}): boolean =>
  (document.querySelector(selector) as HTMLElement).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, ...init }));

beforeEach(async () => {
  vi.resetModules();
  document.head.innerHTML = '<script type="text/plain" src="https://lms.example/cours/runtime.js"></script>';
  document.body.innerHTML = '<div id="tray"><button data-chip="a"><i>Seigle</i></button><p>Étiquettes</p></div>';
  open = true;
  const { dragOnTop } = await import('../../../src/player/widgets/drag.ts');
  dragOnTop(document.querySelector('#tray') as HTMLElement, { enabled: () => open, dropped: () => {} });
});

it('requests the library, next to the runtime, when a chip is first pressed', () => {
  expect(asked()).toEqual([]);
  press('i');
  press('[data-chip]');
  expect(asked()).toEqual(['https://lms.example/cours/sortable.js']);
});

it('asks for nothing at a key, at a press beside the chips, at another button or while nothing may be moved', () => {
  document.querySelector('[data-chip]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  (document.querySelector('[data-chip]') as HTMLElement).click();
  press('p');
  press('[data-chip]', { button: 2 });
  open = false;
  press('[data-chip]');
  expect(asked()).toEqual([]);
});

it('requests the library again if loading failed', () => {
  press('[data-chip]');
  document.querySelector('script[src$="sortable.js"]')?.dispatchEvent(new Event('error'));
  press('[data-chip]');
  expect(asked()).toHaveLength(2);
});
