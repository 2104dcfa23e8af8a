// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { chooseMedia, mediaIn } from '../../../build/studio/media/picked-files.ts';

afterEach(() => void vi.restoreAllMocks());

const files = (...names: readonly string[]): File[] => names.map((name) => new File(['x'], name));

test('only media are taken from a drop, in their order', () => {
  const dropped = files('four.PNG', 'notes.docx', 'voix.mp3', 'film.webm', 'sans');
  expect(mediaIn({ files: dropped } as unknown as DataTransfer).map(({ name }) => name)).toEqual(['four.PNG', 'voix.mp3', 'film.webm']);
});

test('a paste without files has none', () => {
  expect([mediaIn(null), mediaIn({} as DataTransfer)]).toEqual([[], []]);
});

test('several media files can be chosen', async () => {
  const inputs: HTMLInputElement[] = [];
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    inputs.push(this);
  });
  const chosen = files('four.png', 'voix.mp3');
  const [found, none, gone] = [chooseMedia(), chooseMedia(), chooseMedia()];
  expect(inputs.map(({ type, multiple }) => [type, multiple])).toEqual(Array(3).fill(['file', true]));
  const kinds = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml', 'audio/*', 'video/mp4', 'video/webm'];
  expect(inputs[0]?.accept.split(',')).toEqual(kinds);
  Object.defineProperty(inputs[0], 'files', { value: chosen });
  Object.defineProperty(inputs[2], 'files', { value: null });
  inputs[0]?.dispatchEvent(new Event('change'));
  inputs[1]?.dispatchEvent(new Event('cancel'));
  inputs[2]?.dispatchEvent(new Event('change'));
  expect(await Promise.all([found, none, gone])).toEqual([chosen, [], []]);
});
