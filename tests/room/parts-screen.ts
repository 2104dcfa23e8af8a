import { Parts } from '../../src/room/parts.ts';

/** Height of the body of a screen; later parts and a screen without its title have more. */
const ROOM = 300;
let parts: Parts;
let screen: HTMLElement;

const scaleNow = (): number => Number(document.documentElement.style.getPropertyValue('--r-scale'));
const snug = (): number => (screen.classList.contains('r-snug') ? 0.8 : 1);

/** Opens a screen whose elements have the height of their `data-h`; larger type makes them higher. */
export function open(
  html: string,
  zoom = 1,
  isRevealed = false,
): { readonly parts: Parts; readonly screen: HTMLElement; readonly body: HTMLElement } {
  document.body.innerHTML = `<section class="r-screen"><p class="r-recap" data-h="0"></p><div class="r-body">${html}</div></section>`;
  screen = document.querySelector('section') as HTMLElement;
  const body = screen.querySelector('.r-body') as HTMLElement;
  const heightOf = (leaf: HTMLElement): number => Number(leaf.dataset.h) * scaleNow() * snug();
  const height = (): number =>
    [...body.querySelectorAll<HTMLElement>('[data-h]:not([data-out])')].reduce((sum, leaf) => sum + heightOf(leaf), 0);
  Object.defineProperty(body, 'scrollHeight', { get: height });
  Object.defineProperty(body, 'clientHeight', {
    get: () => ROOM + (screen.classList.contains('r-bare') ? 60 : screen.classList.contains('r-further') ? 20 : 0),
  });
  for (const leaf of body.querySelectorAll<HTMLElement>('[data-h]'))
    Object.defineProperty(leaf, 'offsetHeight', { get: () => (leaf.hasAttribute('data-out') ? 0 : heightOf(leaf)) });
  parts = new Parts(screen);
  parts.layOut(isRevealed, zoom);
  return { parts, screen, body };
}

export const p = (id: string, height: number, more = ''): string => `<p id="${id}" data-h="${height}" ${more}>texte</p>`;

/** Shows each part. @returns the ids of its elements */
export function shown(): string[] {
  return Array.from({ length: parts.count }, (_, index) => {
    parts.show(index);
    return [...screen.querySelectorAll('.r-body [data-h]:not([data-out])')].map(({ id }) => id).join('');
  });
}

/** Shows each part. @returns the scale of its type */
export const scales = (): number[] =>
  Array.from({ length: parts.count }, (_, index) => {
    parts.show(index);
    return scaleNow();
  });
