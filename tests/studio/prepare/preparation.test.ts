import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { Packed } from '../../../build/studio/engine/calls.ts';
import { allInOne, Preparation } from '../../../build/studio/prepare/preparation.ts';
import { t } from '../../../build/studio/strings.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const packed = { made: [{}], packages: ['dist/a.zip'], files: new Map() } as unknown as Packed;

/** A course that gets a lock whenever it is packed. @param result of packing @param more a file that somebody writes meanwhile */
function prepared(result: Packed, more = '') {
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
      for (const path of ['releases/a/1/release.json', 'modules/a/b.lock.yml', 'modules/a/build.json', 'dist/a/a.zip'])
        files.set(path, bytes('{}'));
      if (more) files.set(more, bytes('new'));
      return result;
    },
  };
  const work = new Preparation(studio as unknown as ConstructorParameters<typeof Preparation>[0]);
  return { work, files, asked };
}

test('packages stay at hand until a text or the choice changes', async () => {
  const { work, files, asked } = prepared(packed);
  expect([work.failure.value, work.isBusy.value]).toEqual(['', false]);
  expect(await work.make()).toBe(packed);
  await work.look();
  expect([work.packed.value, await work.make(), asked.length]).toEqual([packed, packed, 1]);
  expect(asked[0]).toEqual({ names: ['a'], targets: ['scorm12'], cohorts: [''], sheets: true, keeps: true });
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

test.each(['modules/a/dist/b.md', 'modules/a/b.md'])(
  'packages of a course that changes while they are made are not kept: %s',
  async (path) => {
    const { work, files, asked } = prepared(packed, path);
    expect([await work.make(), work.packed.value]).toEqual([packed, null]);
    await work.make();
    expect([work.packed.value, asked.length]).toEqual([packed, 2]);
    files.delete(path);
    files.set(`${path}x`, bytes('new'));
    await work.look();
    expect(work.packed.value).toBeNull();
  },
);

test('a package that could not be made is reported, until it is made again', async () => {
  const made: object[] = [];
  const { work } = prepared({ ...packed, made: made as Packed['made'] });
  const making = work.make();
  expect(work.isBusy.value).toBe(true);
  expect([await making, work.failure.value, work.isBusy.value]).toEqual([null, t('prepare.unsaved'), false]);
  made.push({});
  expect([await work.make(), work.failure.value]).toEqual([{ ...packed, made }, '']);
});

/** A course whose engine answers as a test wants it to. */
function over(course: unknown, ask: (request: unknown) => Promise<unknown> = async () => ({ packages: [] }), path?: string) {
  const asked: unknown[] = [];
  const studio = {
    checked: { value: { course } },
    cursor: { value: path === undefined ? null : { path, line: 1 } },
    project: { all: new Map() },
    ask: (_: string, request: unknown) => {
      asked.push(request);
      return ask(request);
    },
    pack: () => Promise.reject(new Error('Full.')),
  };
  return { work: new Preparation(studio as unknown as ConstructorParameters<typeof Preparation>[0]), asked };
}
const sessions = [
  { id: 'a', path: 'modules/c/a.md' },
  { id: 'b', path: 'modules/c/b.md' },
];

describe('what is prepared at first', () => {
  test.each([
    [
      'the session on screen',
      { id: 'c', sessions, targets: ['web', 'scorm12'] },
      'modules/c/b.md',
      { name: 'b', cohort: '', target: 'scorm12' },
    ],
    [
      'else the first',
      { id: 'c', sessions, targets: ['scorm2004-4', 'web'] },
      'modules/c/other.md',
      { name: 'a', cohort: '', target: 'scorm2004-4' },
    ],
    ['else the course', { id: 'c', sessions: [], targets: [] }, undefined, { name: 'c', cohort: '', target: 'scorm12' }],
    ['nothing without a course', null, undefined, { name: '', cohort: '', target: 'scorm12' }],
  ])('is %s', (_, course, path, choice) => {
    expect(over(course, undefined, path).work.choice.value).toEqual(choice);
  });
});

describe('looking', () => {
  test('sends the choice, and the older package if one was chosen', async () => {
    const { work, asked } = over({ id: 'c', sessions, targets: ['scorm12'] }, async () => ({ packages: [{}] }));
    expect(work.isReady.value).toBe(false);
    await work.look();
    work.old.value = { name: 'old.zip', bytes: bytes('zip') };
    await work.look();
    const choice = { name: 'a', cohort: '', target: 'scorm12' };
    expect([asked, work.isReady.value]).toEqual([[choice, { ...choice, old: { name: 'old.zip', bytes: bytes('zip') } }], true]);
  });

  test('counts only the last time', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const { work } = over({ id: 'c', sessions, targets: [] }, () => new Promise((resolve) => void answers.push(resolve)));
    const looks = [work.look(), work.look()];
    answers[1]?.({ packages: ['second'] });
    answers[0]?.({ packages: ['first'] });
    await Promise.all(looks);
    expect(work.prepared.value?.packages).toEqual(['second']);
  });

  test('reports a failure until it succeeds again, and leaves that of packages', async () => {
    let fails = true;
    const { work } = over({ id: 'c', sessions, targets: [] }, async () => {
      if (fails) throw new Error('Odd.');
      return { packages: [] };
    });
    await work.look();
    expect([work.failure.value, work.prepared.value]).toEqual(['Odd.', null]);
    fails = false;
    await work.look();
    expect(work.failure.value).toBe('');
    expect(await work.make()).toBeNull();
    await work.look();
    expect([work.failure.value, work.isBusy.value]).toEqual(['Full.', false]);
  });

  test('keeps what was seen last when it fails, whatever the engine fails with', async () => {
    const answers = [async () => ({ packages: ['one'] }), () => Promise.reject('Full.')];
    const { work } = over({ id: 'c', sessions, targets: [] }, () => answers.shift()?.() ?? Promise.reject('none'));
    await work.look();
    await work.look();
    expect([work.failure.value, work.prepared.value?.packages]).toEqual(['Full.', ['one']]);
  });

  test('leaves out a failure of an earlier time', async () => {
    let fail = (_: Error): void => {};
    const late = new Promise((_, reject) => (fail = reject));
    const answers = [late, Promise.resolve({ packages: ['second'] })];
    const { work } = over({ id: 'c', sessions, targets: [] }, () => answers.shift() ?? Promise.reject('none'));
    const [first, second] = [work.look(), work.look()];
    await second;
    fail(new Error('Late.'));
    await first;
    expect([work.failure.value, work.prepared.value?.packages]).toEqual(['', ['second']]);
  });
});

test('all in one zip are the packages and their sheets, each once and without folders', () => {
  const files = new Map(['dist/c/a.zip', 'dist/c/a.html', 'dist/c/b.zip', 'dist/build.json'].map((path) => [path, bytes(path)]));
  const made = [
    { path: 'dist/c/a.zip', sheets: ['dist/c/a.html'] },
    { path: 'dist/c/b.zip', sheets: ['dist/c/a.html', 'dist/c/gone.html'] },
  ];
  const zip = unzipSync(allInOne({ made, files } as unknown as Packed));
  expect(Object.entries(zip).map(([name, data]) => [name, new TextDecoder().decode(data)])).toEqual([
    ['a.zip', 'dist/c/a.zip'],
    ['a.html', 'dist/c/a.html'],
    ['b.zip', 'dist/c/b.zip'],
    ['gone.html', ''],
  ]);
});

test('all in one zip is the same whenever it is made', () => {
  const joined = (now: number): Uint8Array => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now, 0, 1) });
    const zip = allInOne({ made: [{ path: 'a.zip', sheets: [] }], files: new Map() } as unknown as Packed);
    vi.useRealTimers();
    return zip;
  };
  expect(joined(2026)).toEqual(joined(2027));
});

test('all in one zip, packages are stored as they are: they are compressed already', () => {
  const long = 'a'.repeat(5000);
  const files = new Map(['a.zip', 'a.html'].map((path) => [path, bytes(long)]));
  const zip = new TextDecoder('latin1').decode(allInOne({ made: [{ path: 'a.zip', sheets: ['a.html'] }], files } as unknown as Packed));
  expect(zip.split(long).length - 1).toBe(1);
});
