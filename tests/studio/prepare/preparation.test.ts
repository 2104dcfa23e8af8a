import { expect, test } from 'vitest';
import type { Packed } from '../../../build/studio/engine/calls.ts';
import { Preparation } from '../../../build/studio/prepare/preparation.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const packed = { made: [{}], packages: ['dist/a.zip'], files: new Map() } as unknown as Packed;

/** A course that gets a lock whenever it is packed. @param result of packing */
function prepared(result: Packed) {
  const files = new Map([['modules/a/a.md', bytes('un')]]);
  const asked: unknown[] = [];
  const studio = {
    checked: { value: { course: { id: 'c', sessions: [{ id: 'a', path: 'modules/a/a.md' }], targets: ['scorm12'] } } },
    cursor: { value: null },
    project: { all: files },
    ask: async () => ({ packages: [{}] }),
    pack: async (request: unknown) => {
      asked.push(request);
      files.set('modules/a/course.lock.yaml', bytes('lock'));
      files.set('releases/a/1/release.json', bytes('{}'));
      return result;
    },
  };
  const work = new Preparation(studio as unknown as ConstructorParameters<typeof Preparation>[0]);
  return { work, files, asked };
}

test('packages stay at hand until a text or the choice changes', async () => {
  const { work, files, asked } = prepared(packed);
  expect(await work.make()).toBe(packed);
  await work.look();
  expect([work.packed.value, await work.make(), asked.length]).toEqual([packed, packed, 1]);
  files.set('modules/a/a.md', bytes('deux'));
  await work.look();
  expect(work.packed.value).toBe(null);
  await work.make();
  work.choice.value = { ...work.choice.value, cohort: 'b' };
  await work.look();
  expect(work.packed.value).toBe(null);
  await work.make();
  expect([work.packed.value, asked.length]).toEqual([packed, 3]);
});

test('a package that could not be made is reported', async () => {
  const { work } = prepared({ ...packed, made: [] });
  expect(await work.make()).toBe(null);
  expect(work.failure.value).not.toBe('');
});
