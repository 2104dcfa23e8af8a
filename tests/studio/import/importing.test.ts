import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Taken, TakeRequest } from '../../../build/studio/engine/exchange-calls.ts';
import { Importing, LARGEST, picturesOf } from '../../../build/studio/import/importing.ts';
import { StoreError } from '../../../build/studio/storage/store.ts';
import { language, t } from '../../../build/studio/strings.ts';

let asked: TakeRequest[];
let answer: () => Promise<Taken>;
const TAKEN: Taken = { taken: [], files: new Map() };

beforeEach(() => {
  asked = [];
  answer = async () => TAKEN;
  language.value = 'fr';
});
afterEach(() => {
  language.value = 'fr';
});

const make = (isNew = false): Importing =>
  new Importing(
    {
      take(request) {
        asked.push(request);
        return answer();
      },
    },
    isNew,
  );
const file = (name: string, size = 1): File => {
  const made = new File(['x'], name);
  Object.defineProperty(made, 'size', { value: size });
  return made;
};

test('files are read into the open course, with their pictures beside them', async () => {
  const work = make();
  language.value = 'en';
  const pictures = ['four.PNG', 'b.svg', 'c.jpg', 'd.jpeg', 'e.gif', 'f.webp', 'g.avif'];
  await work.add(['pain.gift', ...pictures].map((name) => file(name)));
  expect(asked).toEqual([
    {
      files: [{ name: 'pain.gift', bytes: Uint8Array.of(120) }],
      beside: pictures.map((name) => ({ name, bytes: Uint8Array.of(120) })),
      language: 'en',
    },
  ]);
  expect([work.taken.value, work.isBusy.value, work.failure.value]).toEqual([TAKEN, false, '']);
});

test('a choice is sent with the next reading', async () => {
  const work = make();
  await work.add([file('pain.gift')]);
  work.as.value = 'session';
  await work.read();
  expect(asked.map(({ as }) => as)).toEqual([undefined, 'session']);
});

describe('a new course', () => {
  test('has the name of the first file that is no picture', async () => {
    const work = make(true);
    await work.add([file('four.png'), file('le-pain_blanc.md'), file('quai.md')]);
    expect(work.newTitle.value).toBe('Le pain blanc');
    expect(asked[0]?.into).toEqual({ id: 'cours-le-pain-blanc', title: 'Le pain blanc' });
  });

  test('keeps a title that was written, though other files come', async () => {
    const work = make(true);
    await work.add([file('pain.md')]);
    work.newTitle.value = '  Mon cours ';
    await work.add([file('four.md')]);
    expect(asked.at(-1)?.into).toEqual({ id: 'cours-mon-cours', title: 'Mon cours' });
  });

  test('has a title, even if it is emptied', async () => {
    const work = make(true);
    await work.add([file('pain.md')]);
    work.newTitle.value = '  ';
    await work.read();
    expect(asked.at(-1)?.into).toEqual({ id: 'cours-import', title: t('import.title') });
  });
});

test.each([
  [LARGEST, 1],
  [LARGEST + 1, 0],
])('a file may have 40 MB and no more: %i', async (size, calls) => {
  const work = make();
  await work.add([file('a.gift'), file('b.gift', size), file('c.gift', size)]);
  expect(asked.length).toBe(calls);
  expect(work.failure.value).toBe(calls === 1 ? '' : t('import.large', { name: 'b.gift', most: 40 }));
  expect(work.files.value.length).toBe(calls * 3);
});

test('pictures alone are nothing to read, and take away what was read before', async () => {
  const work = make();
  await work.add([file('a.gift')]);
  await work.add([file('a.png')]);
  expect([asked.length, work.taken.value]).toEqual([1, null]);
});

test('while files are read it is busy; a failure is reported, and gone with the next reading', async () => {
  const work = make();
  let fail = (_: unknown): void => {};
  answer = () => new Promise((_, reject) => (fail = reject));
  const adding = work.add([file('a.gift')]);
  await vi.waitFor(() => expect(work.isBusy.value).toBe(true));
  fail(new Error('Odd.'));
  await adding;
  expect([work.isBusy.value, work.failure.value, work.taken.value]).toEqual([false, t('import.failed', { why: 'Odd.' }), null]);
  answer = () => Promise.reject('Full.');
  await work.read();
  expect(work.failure.value).toBe(t('import.failed', { why: 'Full.' }));
  answer = async () => TAKEN;
  await work.read();
  expect([work.failure.value, work.taken.value]).toEqual(['', TAKEN]);
});

test('a task that writes gives its result, or says why it can’t', async () => {
  const work = make();
  expect([await work.attempt(async () => 'four'), work.failure.value]).toEqual(['four', '']);
  expect(await work.attempt(() => Promise.reject(new StoreError('full', 'a')))).toBeUndefined();
  expect(work.failure.value).toBe(t('storage.full'));
  expect(await work.attempt(() => Promise.reject(new Error('Odd.')))).toBeUndefined();
  expect(work.failure.value).toBe(t('import.failed', { why: 'Odd.' }));
  await work.attempt(() => Promise.reject('Full.'));
  expect(work.failure.value).toBe(t('import.failed', { why: 'Full.' }));
});

test('descriptions go into the texts to write, and are gone after clearing', async () => {
  const work = make();
  const picture = { path: 'modules/four/x.md', picture: 'modules/four/assets/x/a.png', written: '![À revoir](assets/x/a.png)' };
  const taken = { taken: [{ pictures: [] }, { pictures: [picture] }], files: new Map([[picture.path, `a ${picture.written}`]]) } as never;
  expect(picturesOf(taken)).toEqual([picture]);
  work.describe('other', 'Rien');
  work.describe(picture.picture, 'Un');
  work.describe(picture.picture, 'Un four');
  expect(work.filesToWrite(taken).get(picture.path)).toBe('a ![Un four](assets/x/a.png)');
  await work.add([file('a.gift')]);
  work.failure.value = 'x';
  work.clear();
  expect([work.files.value, work.taken.value, work.described.value.size, work.failure.value]).toEqual([[], null, 0, '']);
});
