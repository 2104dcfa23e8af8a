// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { placeChips } from '../../../src/player/widgets/place-chips.ts';

it('announces a chip that is picked up, and where it was put', () => {
  document.body.innerHTML = '<div id="root"><button class="c-chip" data-chip="a">Le patin</button><div data-place="x">Quai</div></div>';
  const root = document.getElementById('root') as HTMLElement;
  const announce = vi.fn();
  const put = vi.fn();
  const strings = { here: 'Ici', picked: '{item} : où ?', placed: '{item} : {place}' };
  const putBack = placeChips(
    root,
    { strings, announce },
    { enabled: () => true, textOf: (chip) => chip.textContent ?? '', nameOf: (place) => place.dataset.place ?? '', put },
  );
  const chip = root.querySelector<HTMLElement>('[data-chip]');
  chip?.click();
  expect([announce.mock.calls.at(-1), put.mock.calls.length]).toEqual([['Le patin : où ?'], 0]);
  const place = root.querySelector<HTMLElement>('[data-place]');
  expect(place?.textContent).toContain('Ici');
  (place?.querySelector('button') ?? place)?.click();
  expect([announce.mock.calls.at(-1), put.mock.calls]).toEqual([['Le patin : x'], [[chip, place]]]);
  // A chip may have another name in its place.
  expect(put.mock.invocationCallOrder.at(-1)).toBeLessThan(announce.mock.invocationCallOrder.at(-1) ?? 0);
  chip?.click();
  putBack();
  expect(root.querySelector('.c-here')).toBeNull();
});

it('announces a chip that was dragged, and none that was dropped nowhere; a drag puts back the chip picked up', async () => {
  document.body.innerHTML = '<div id="root"><ul><li data-chip="a">Le patin</li></ul><div data-place="x">Quai</div></div>';
  const root = document.getElementById('root') as HTMLElement;
  let end: ((event: object) => void) | undefined;
  class Library {
    static get = (): boolean => false;
    constructor(_: Element, options: { readonly onEnd: (event: object) => void; readonly onStart: (event: object) => void }) {
      end = (event) => {
        options.onStart(event);
        document.dispatchEvent(new PointerEvent('pointermove', { clientX: 9, clientY: 300 }));
        options.onEnd(event);
      };
    }
  }
  window.Sortable = Library as never;
  const announce = vi.fn();
  const put = vi.fn();
  const place = root.querySelector<HTMLElement>('[data-place]') as HTMLElement;
  const chip = root.querySelector<HTMLElement>('[data-chip]') as HTMLElement;
  const nameOf = (to: HTMLElement): string => to.dataset.place ?? '';
  placeChips(
    root,
    { strings: { picked: '{item} ?', placed: '{item} : {place}' }, announce },
    { enabled: () => true, textOf: () => 'Le patin', nameOf, put },
  );
  chip.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
  const drop = async (onto: Element | null): Promise<void> => {
    document.elementFromPoint = () => onto;
    end?.({ item: chip, oldIndex: 0, newIndex: 1 });
    await new Promise((done) => setTimeout(done));
  };
  chip.click();
  expect(root.querySelector('.c-here')).not.toBeNull();
  await drop(null);
  expect([root.querySelector('.c-here'), chip.hasAttribute('data-picked')]).toEqual([null, false]);
  expect([announce.mock.calls, put.mock.calls.length]).toEqual([[['Le patin ?']], 0]);
  announce.mockClear();
  await drop(place);
  expect([announce.mock.calls, put.mock.calls]).toEqual([[['Le patin : x']], [[chip, place]]]);
  delete (window as { Sortable?: unknown }).Sortable;
});
