// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { readState } from '../../src/model/state/codec.ts';
import { openKeeping } from '../../src/player/keeping.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';

const OURS = [
  'cartable-copy:tramway/rames:abcde:attempt1',
  'cartable-copy:tramway/depot:fghij:attempt2',
  'cartable-notebook:tramway:abcde',
  'cartable:tramway/rames',
  'cartable-aside:tramway/rames:abcde',
];
const THEIRS = [
  'cartable-copy:tramway-2/rames:abcde:attempt1',
  'cartable-notebook:tram:abcde',
  'cartable:bateau/tramway',
  'cartable-preview-width',
  'tramway/rames',
  'mod_scorm:tramway/x',
  'x-cartable:tramway/rames',
];

const keysOf = (store: Storage): string[] => Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');

function filled(): Storage {
  const store = memoryStorage();
  for (const key of [...OURS, ...THEIRS]) store.setItem(key, 'x');
  return store;
}

it('knows all keys of its course, and no others', () => {
  const store = filled();
  store.setItem(OURS[3] ?? '', '{"suspend_data":"v1"}');
  const keeping = openKeeping(
    'tramway',
    () => store,
    () => {},
  );
  expect(keeping.kept()).toEqual(OURS.map((key, index) => [key, index === 3 ? '{"suspend_data":"v1"}' : 'x']));
  expect([keeping.storage(), keeping.readState]).toEqual([store, readState]);
});

it('erases them all, and nothing can be written afterwards', () => {
  const store = filled();
  const keeping = openKeeping(
    'tramway',
    () => store,
    () => {},
  );
  keeping.erase();
  expect(keysOf(store)).toEqual(THEIRS);
  expect(() => keeping.storage()).toThrow();
  expect(keeping.kept()).toBeUndefined();
});

it('reports if nothing can be kept', () => {
  const forbidden = (): Storage => {
    throw new DOMException('no storage here', 'SecurityError');
  };
  const keeping = openKeeping('tramway', forbidden, () => {});
  expect(keeping.kept()).toBeUndefined();
  expect(() => keeping.erase()).not.toThrow();
});

it('makes other tabs of the course erase and stop, once; those of other courses continue', () => {
  const store = filled();
  const [erased, other] = [vi.fn(), vi.fn()];
  erased.mockImplementation(() => expect(keysOf(store)).toEqual(THEIRS));
  const second = openKeeping('tramway', () => store, erased);
  const third = openKeeping('bateau', () => store, other);
  // A browser sends the events of one tab to all others.
  const marks: string[] = [];
  const first = openKeeping(
    'tramway',
    () => ({ ...store, setItem: (key) => void marks.push(key) }),
    () => {},
  );
  first.erase();
  store.setItem('cartable:tramway/rames', 'written before the event came');
  for (let times = 0; times < 2; times++) dispatchEvent(new StorageEvent('storage', { key: marks[0] ?? '' }));
  expect([erased.mock.calls.length, other.mock.calls.length, marks.length]).toEqual([1, 0, 1]);
  expect(keysOf(store)).toEqual(THEIRS);
  expect(second.kept()).toBeUndefined();
  expect(third.kept()?.length).toBe(1);
});
