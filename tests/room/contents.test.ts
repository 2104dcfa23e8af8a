// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { fillContents, openContents } from '../../src/room/contents.ts';
import type { Deck } from '../../src/room/deck.ts';

const go = vi.fn();
let index = 0;
const dialog = (): HTMLDialogElement => document.querySelector('dialog') as HTMLDialogElement;

function deckOf(...screens: readonly (readonly [page: string, title: string])[]): Deck {
  const made = screens.map(([page, title]) => {
    const screen = document.createElement('section');
    Object.assign(screen.dataset, { page, title });
    return screen;
  });
  return { screens: made, go, place: { index } } as unknown as Deck;
}

beforeEach(() => {
  go.mockClear();
  index = 0;
  document.body.innerHTML = '<dialog id="r-contents"><button data-close></button><div id="r-contents-list"></div></dialog>';
});
const outline = (): string[] =>
  [...dialog().querySelectorAll('h3, ul')].map((part) =>
    part.matches('h3') ? `# ${part.textContent}` : [...part.children].map((item) => item.textContent).join(' | '),
  );

test('screens stand under the titles of their pages; cover and end under none', () => {
  fillContents(deckOf(['-1', 'Couverture'], ['0', 'Le four'], ['0', 'Allumer'], ['1', 'La vente'], ['-1', 'Fin']), ['Le four', 'La vente']);
  expect(outline()).toEqual(['1. Couverture', '# Le four', '2. Le four | 3. Allumer', '# La vente', '4. La vente', '5. Fin']);
});

test('a press closes the list and goes to the screen', () => {
  fillContents(deckOf(['0', 'Le four'], ['0', 'Allumer']), ['Le four']);
  dialog().showModal();
  const button = dialog().querySelectorAll('button')[2] as HTMLButtonElement;
  button.click();
  expect([button.type, dialog().open, go.mock.calls]).toEqual(['button', false, [[1]]]);
});

test('it opens at the current screen, and marks only that one', () => {
  const currents = (): (string | null)[] =>
    [...dialog().querySelectorAll('button:not([data-close])')].map((button) => button.getAttribute('aria-current'));
  fillContents(deckOf(['0', 'Le four'], ['0', 'Allumer']), ['Le four']);
  const opened = vi.spyOn(dialog(), 'showModal');
  openContents(deckOf());
  expect(opened).toHaveBeenCalledTimes(1);
  expect([dialog().open, currents(), document.activeElement?.textContent]).toEqual([true, ['step', null], '1. Le four']);
  dialog().close();
  index = 1;
  openContents(deckOf());
  expect([currents(), document.activeElement?.textContent]).toEqual([[null, 'step'], '2. Allumer']);
});
