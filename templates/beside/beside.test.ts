import { expect, it } from 'vitest';
import { renderType } from '../../tests/helpers/render-type.ts';

const PICTURE = { src: 'assets/four.svg', side: 'right', html: '<p>Le four est chaud.</p>' };

it('sets a picture beside the text, with its size, its credit and its text for screen readers', () => {
  const options = { ...PICTURE, alt: 'Le four', credit: 'Ines & Marc', srcSize: { width: 400, height: 300 } };
  expect(renderType('beside', options)).toBe(`<div class="beside c-wide" data-side="right">
<figure class="beside-figure">
<img class="beside-picture" src="assets/four.svg" alt="Le four" width="400" height="300" loading="lazy" decoding="async">
<figcaption class="beside-credit">Crédit : Ines &amp; Marc</figcaption>
</figure>
<div class="beside-text c-prose">
<p>Le four est chaud.</p>
</div>
</div>`);
});

it('hides a picture that only decorates from screen readers, and may lack a size and a credit', () => {
  expect(
    renderType('beside', { ...PICTURE, alt: 'Le four', decorative: true }, 'en')
      .split('\n')
      .slice(1, 4),
  ).toEqual([
    '<figure class="beside-figure">',
    '<img class="beside-picture" src="assets/four.svg" alt="" loading="lazy" decoding="async">',
    '</figure>',
  ]);
});
