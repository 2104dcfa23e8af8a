// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { measureWords } from '../../../src/player/widgets/word-width.ts';

afterEach(() => void vi.restoreAllMocks());

/** Lets canvases have this pen for flat drawings, and no other. */
function draw(pen: unknown): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation((kind: string) => (kind === '2d' ? pen : null) as never);
}

it('measures in bold in the font and with the spacing of the page', () => {
  const pen = { font: '', letterSpacing: '', measureText: (line: string) => ({ width: line.length * 7 }) };
  draw(pen);
  document.body.style.fontFamily = 'Atkinson';
  document.body.style.letterSpacing = '2px';
  expect(measureWords(18)('tram')).toBe(28);
  expect(pen).toMatchObject({ font: '700 18px Atkinson', letterSpacing: '2px' });
});

it('takes every character as wide where nothing can be measured', () => {
  draw(null);
  const measure = measureWords(20);
  expect(measure('')).toBe(0);
  expect(measure('four')).toBeCloseTo(44);
});
