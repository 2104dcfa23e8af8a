// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { read } from '../../build/markdown/forms/prose.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import * as schema from './schema.ts';

it.each([
  [':::gallery\n![Un](a.png)\n![Deux](b.png)\n:::', []],
  [':::gallery\n![Un](a.png)\n\n![Deux](b.png)\n:::', []],
  [':::gallery\n![Un](a.png)\n:::', ['too-few-pictures:1']],
  [':::gallery\n![Un](a.png) et\n![Deux](b.png)\n:::', ['text-in-gallery:1']],
])('%j', (text, codes) => expect(readActivity('gallery', schema, read, text).found).toEqual(codes));

it('shows a picture larger, and gives the focus back to it', () => {
  document.body.innerHTML =
    '<div data-larger="Agrandir :" data-close="Fermer"><p><img src="a.png" alt="Le four"><img src="b.png" alt="Le pain"></p></div>';
  mount(document.body.firstElementChild as HTMLElement);
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.gallery-open')];
  expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual(['Agrandir : Le four', 'Agrandir : Le pain']);
  buttons[1]?.click();
  const dialog = document.querySelector('dialog') as HTMLDialogElement;
  expect([dialog.open, dialog.getAttribute('aria-label'), dialog.querySelector('img')?.alt]).toEqual([true, 'Le pain', 'Le pain']);
  dialog.querySelector('button')?.click();
  expect(document.querySelector('dialog')).toBeNull();
  expect(document.activeElement).toBe(buttons[1]);
});
