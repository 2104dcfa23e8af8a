// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { placeChips } from '../../../src/player/widgets/place-chips.ts';

it('announces a chip that is picked up, and where it was put', () => {
  document.body.innerHTML = '<div id="root"><button class="c-chip" data-chip="a">Le patin</button><div data-place="x">Quai</div></div>';
  const root = document.getElementById('root') as HTMLElement;
  const announce = vi.fn();
  const put = vi.fn();
  const strings = { here: 'Ici', picked: '{item} : où ?', placed: '{item} : {place}' };
  placeChips(
    root,
    { strings, announce },
    { enabled: () => true, textOf: (chip) => chip.textContent ?? '', nameOf: (place) => place.dataset.place ?? '', put },
  );
  const chip = root.querySelector<HTMLElement>('[data-chip]');
  chip?.click();
  expect([announce.mock.calls.at(-1), put.mock.calls.length]).toEqual([['Le patin : où ?'], 0]);
  const place = root.querySelector<HTMLElement>('[data-place]');
  (place?.querySelector('button') ?? place)?.click();
  expect([announce.mock.calls.at(-1), put.mock.calls]).toEqual([['Le patin : x'], [[chip, place]]]);
});
