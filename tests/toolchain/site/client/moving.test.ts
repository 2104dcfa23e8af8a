// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { Moving } from '../../../../build/toolchain/site/client/moving.ts';

afterEach(() => vi.unstubAllGlobals());

function open(reduced: boolean): { image: HTMLImageElement; button: HTMLButtonElement } {
  const asked: string[] = [];
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: reduced && asked.push(query) > 0 && query === '(prefers-reduced-motion: reduce)',
  }));
  document.body.innerHTML = `<figure data-moving="http://localhost/moving.webp"><img src="http://localhost/still.webp">
<button type="button" hidden data-play="Lire" data-pause="Arrêter"></button></figure>`;
  new Moving(document.querySelector('figure') as HTMLElement);
  return {
    image: document.querySelector('img') as HTMLImageElement,
    button: document.querySelector('button') as HTMLButtonElement,
  };
}

test('the picture plays, and its button stops it and starts it again', () => {
  const { image, button } = open(false);
  const now = (): string[] => [image.src.replace('http://localhost/', ''), button.textContent];
  expect(button.hidden).toBe(false);
  expect(now()).toEqual(['moving.webp', 'Arrêter']);
  button.click();
  expect(now()).toEqual(['still.webp', 'Lire']);
  button.click();
  expect(now()).toEqual(['moving.webp', 'Arrêter']);
});

test('it stands still for readers who prefer less motion, until they start it', () => {
  const { image, button } = open(true);
  expect([image.src, button.textContent, button.hidden]).toEqual(['http://localhost/still.webp', 'Lire', false]);
  button.click();
  expect([image.src, button.textContent]).toEqual(['http://localhost/moving.webp', 'Arrêter']);
});

test('addresses may be relative to the page', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  document.body.innerHTML = '<figure data-moving="../moving.webp"><img src="../still.webp"><button type="button" hidden></button></figure>';
  new Moving(document.querySelector('figure') as HTMLElement);
  const shown = ['start', 'first', 'second'].map((time) => {
    if (time !== 'start') document.querySelector('button')?.click();
    return document.querySelector('img')?.src.replace(/^.*\//, '');
  });
  expect(shown).toEqual(['moving.webp', 'still.webp', 'moving.webp']);
});
