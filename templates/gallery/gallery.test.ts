// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { definition as schema } from './type.ts';

it.each([
  [':::gallery\n![Un](a.png)\n![Deux](b.png)\n:::', []],
  [':::gallery\n![Un](a.png)\n\n![Deux](b.png)\n:::', []],
  [':::gallery\n![Un](a.png)\n:::', ['too-few-pictures:1']],
  [':::gallery\nUn.\n:::', ['too-few-pictures:1', 'text-in-gallery:1']],
  [':::gallery\n![Un](a.png) et\n![Deux](b.png)\n:::', ['text-in-gallery:1']],
])('%j', (text, codes) => expect(readActivity('gallery', schema, text).found).toEqual(codes));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const WORDS = 'data-larger="Agrandir :" data-close="Fermer" data-previous="Précédente" data-next="Suivante" data-of="sur"';

/** A gallery of three pictures, the second of them opened. */
function opened() {
  const pictures = ['Le four', 'Le pain', 'La balance'].map((alt, index) => `<img src="${index}.png" alt="${alt}">`);
  document.body.innerHTML = `<div ${WORDS}><p>${pictures.join('')}</p></div>`;
  mount(document.body.firstElementChild as HTMLElement);
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.gallery-open')];
  buttons[1]?.click();
  const dialog = document.querySelector('dialog') as HTMLDialogElement;
  const caption = dialog.querySelector('figcaption') as HTMLElement;
  const shown = () => [dialog.querySelector('img')?.getAttribute('src'), caption.textContent, dialog.getAttribute('aria-label')];
  const press = (words: string): void => [...dialog.querySelectorAll('button')].find((button) => button.textContent === words)?.click();
  const key = (name: string): void =>
    void dialog.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  return { buttons, dialog, caption, shown, press, key };
}

it('leaves the pictures as they are in a browser without dialogs', () => {
  vi.stubGlobal('HTMLDialogElement', undefined);
  document.body.innerHTML = `<div ${WORDS}><img src="0.png" alt="Le four"></div>`;
  const before = document.body.innerHTML;
  mount(document.body.firstElementChild as HTMLElement);
  expect(document.body.innerHTML).toBe(before);
});

it('enlarges a picture with its text, and returns the focus to it', () => {
  const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  const { buttons, dialog, caption, shown, press } = opened();
  expect([modal.mock.instances, dialog.parentElement]).toEqual([[dialog], document.body]);
  expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
    'Agrandir : Le four',
    'Agrandir : Le pain',
    'Agrandir : La balance',
  ]);
  expect([dialog.open, ...shown()]).toEqual([true, '1.png', 'Le pain (2 sur 3)', 'Le pain (2 sur 3)']);
  expect(caption.getAttribute('aria-live')).toBe('polite');
  expect(buttons.map((button) => [button.type, button.getAttribute('aria-haspopup')])).toEqual([
    ['button', 'dialog'],
    ['button', 'dialog'],
    ['button', 'dialog'],
  ]);
  expect(buttons.map((button) => [...button.children].map(({ localName }) => localName))).toEqual([
    ['img', 'svg'],
    ['img', 'svg'],
    ['img', 'svg'],
  ]);
  expect([...dialog.querySelectorAll('button')].map(({ textContent, type, autofocus }) => [textContent, type, Boolean(autofocus)])).toEqual(
    [
      ['Précédente', 'button', false],
      ['Suivante', 'button', false],
      ['Fermer', 'button', true],
    ],
  );
  const large = dialog.querySelector('img');
  expect([large?.alt, large?.getAttribute('loading'), dialog.querySelectorAll('figure > img').length]).toEqual(['', 'eager', 1]);
  press('Fermer');
  expect(document.querySelector('dialog')).toBeNull();
  expect(document.activeElement).toBe(buttons[1]);
});

it('goes from picture to picture by button and by arrow, round the end, and says each', () => {
  const { dialog, shown, press, key } = opened();
  press('Suivante');
  expect(shown()[1]).toBe('La balance (3 sur 3)');
  key('ArrowRight');
  expect(shown()[1]).toBe('Le four (1 sur 3)');
  press('Précédente');
  key('ArrowLeft');
  expect(shown()).toEqual(['1.png', 'Le pain (2 sur 3)', 'Le pain (2 sur 3)']);
  const picture = dialog.querySelector('img');
  key('ArrowUp');
  expect([shown()[0], dialog.open, dialog.querySelector('img')]).toEqual(['1.png', true, picture]);
});

it('closes at a press on the picture or beside it, not on its words', () => {
  for (const [selector, isOpen] of [
    ['figcaption', true],
    ['p', true],
    ['img', false],
    [undefined, false],
  ] as const) {
    const { dialog } = opened();
    const target = selector === undefined ? dialog : dialog.querySelector<HTMLElement>(selector);
    target?.click();
    expect([selector, dialog.open]).toEqual([selector, isOpen]);
  }
});

it('shows only the number of a picture without a text', () => {
  const { buttons, shown, key, press } = opened();
  buttons[2]?.querySelector('img')?.removeAttribute('alt');
  key('ArrowRight');
  expect(shown()).toEqual(['2.png', '(3 sur 3)', '(3 sur 3)']);
  // The focus returns to the picture that was pressed, whatever was shown after it.
  press('Fermer');
  expect(document.activeElement).toBe(buttons[1]);
});
