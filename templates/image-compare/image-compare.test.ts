// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { definition as schema } from './type.ts';

it.each([
  ['::image-compare{before=a.png after=b.png before-alt="Vide" after-alt="Plein"}', []],
  ['::image-compare{before=a.png after=b.png before-alt="Vide"}', ['missing-attribute:1']],
  ['::image-compare{before=a.pdf after=b.png before-alt="Vide" after-alt="Plein"}', ['bad-attribute:1']],
])('%s', (text, codes) => expect(readActivity('image-compare', schema, text).found).toEqual(codes));

it('shows as much of the second picture as the slider says', () => {
  document.body.innerHTML = `<figure><div class="image-compare-after"></div><label class="image-compare-control" hidden><input type="range" min="0" max="100" value="50"></label></figure>`;
  const root = document.querySelector('figure') as HTMLElement;
  const after = root.querySelector('.image-compare-after') as HTMLElement;
  const slider = root.querySelector('input') as HTMLInputElement;
  mount(root);
  expect(after.style.getPropertyValue('clip-path')).toBe('inset(0 0 0 50%)');
  slider.value = '30';
  slider.dispatchEvent(new Event('input'));
  expect(after.style.getPropertyValue('clip-path')).toBe('inset(0 0 0 70%)');
  slider.value = '100';
  slider.dispatchEvent(new Event('input'));
  expect(after.style.getPropertyValue('clip-path')).toBe('inset(0 0 0 0%)');
  expect(root.querySelector<HTMLElement>('label')?.hidden).toBe(false);
  expect(root.hasAttribute('data-over')).toBe(true);
});
