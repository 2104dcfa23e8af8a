import { expect, it } from 'vitest';
import { assetMarker, pathIn } from '../../build/model/markers.ts';

it('gives back the path of a file that was marked, and other texts as they are', () => {
  expect(pathIn(assetMarker('media/tram.mp4'))).toBe('media/tram.mp4');
  expect(pathIn('media/tram.mp4')).toBe('media/tram.mp4');
});
