// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { download } from '../../../build/studio/ui/download.ts';

const given: (readonly [name: string, address: string])[] = [];
let made: Blob | undefined;
const revoke = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  given.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made = blob as Blob;
    return 'blob:four';
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(revoke);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    given.push([this.download, this.href]);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  revoke.mockClear();
});

test('bytes are given as a file of a name, a zip unless another type is named', async () => {
  download('four.zip', new Uint8Array([1, 2, 3]));
  expect([given, made?.type]).toEqual([[['four.zip', 'blob:four']], 'application/zip']);
  expect([...new Uint8Array((await made?.arrayBuffer()) ?? new ArrayBuffer())]).toEqual([1, 2, 3]);
  download('four.csv', new Uint8Array(), 'text/csv');
  expect([given[1]?.[0], made?.type]).toEqual(['four.csv', 'text/csv']);
});

test('its address stays valid for a minute: a browser may ask where to save it', () => {
  download('four.zip', new Uint8Array());
  vi.advanceTimersByTime(59_999);
  expect(revoke).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(revoke.mock.calls).toEqual([['blob:four']]);
});
