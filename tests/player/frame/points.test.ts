// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { markPoint, putPoints } from '../../../src/player/frame/points.ts';

it('puts numbered points at their places on a picture, for pointers only', () => {
  const picture = document.createElement('div');
  const press = vi.fn();
  const points = putPoints(
    picture,
    [
      { token: 'a', x: 19, y: 25.5 },
      { token: 'b', x: 82, y: 22 },
    ],
    press,
  );
  expect(
    [...picture.children].map((point) => [
      point.textContent,
      (point as HTMLElement).style.left,
      (point as HTMLElement).style.top,
      (point as HTMLElement).tabIndex,
      point.getAttribute('aria-hidden'),
      point.getAttribute('type'),
      point.className,
    ]),
  ).toEqual([
    ['1', '19%', '25.5%', -1, 'true', 'button', 'c-point'],
    ['2', '82%', '22%', -1, 'true', 'button', 'c-point'],
  ]);
  expect([picture.dataset.points, [...points]]).toEqual(['', ['a', 'b'].map((token, index) => [token, picture.children[index]])]);
  points.get('b')?.click();
  expect(press.mock.calls).toEqual([['b']]);
});

it('shows the verdict of a point, and removes it for another try', () => {
  const point = document.createElement('b');
  markPoint(point, 'wrong');
  expect(point.dataset.mark).toBe('wrong');
  markPoint(point, undefined);
  expect(point.dataset.mark).toBeUndefined();
  expect(() => markPoint(undefined, 'right')).not.toThrow();
});
