// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { showBand } from '../../../src/player/widgets/band.ts';

it('shows the text of the highest band that a score reaches, and nothing below the lowest', () => {
  const bands = [
    { from: 70, feedback: '<p>Prêt.</p>' },
    { from: 40, feedback: '<p>Presque.</p>' },
  ];
  const shown = (percent: number): string => {
    const host = document.createElement('div');
    showBand(host, bands, percent);
    return host.textContent ?? '';
  };
  expect([100, 70, 69, 40, 39, 0].map(shown)).toEqual(['Prêt.', 'Prêt.', 'Presque.', 'Presque.', '', '']);
  const bare = document.createElement('div');
  showBand(bare, undefined, 80);
  expect(bare.innerHTML).toBe('');
  bare.textContent = 'Fin';
  showBand(bare, bands, 80);
  expect(bare.textContent).toBe('FinPrêt.');
  showBand(bare, bands, 50);
  expect(bare.textContent).toBe('FinPresque.');
  showBand(bare, undefined, 50);
  expect(bare.innerHTML).toBe('Fin');
});
