import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AnswerMessage, CallMessage, Changes, PackRequest } from '../../build/studio/engine/calls.ts';
import { EngineClient } from '../../build/studio/engine/client.ts';
import { Studio } from '../../build/studio/studio.ts';
import { ManualWorker } from '../helpers/manual-worker.ts';
import { MemoryStore } from '../helpers/memory-store.ts';
import { openStudio } from '../helpers/open-studio.ts';

const LOCK = 'modules/a/course.lock.yaml';
const TEXT = 'modules/a/1.md';
const REQUEST: PackRequest = { names: ['1'], targets: ['scorm12'], cohorts: [''], sheets: false };
const CHECKED = { problems: [], course: null, isCurrent: true };

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Stands in for the engine's worker: its package shows the lock that it was made with, to which it adds a number. */
class FakeWorker extends EventTarget {
  readonly files = new Map<string, string>();

  /** Number of times that it was ended. */
  ended = 0;

  postMessage({ number, name, args }: CallMessage): void {
    const answer = this.answer(name, args);
    const isBad = [...this.files.values()].includes('bad');
    const data: AnswerMessage = isBad ? { number, failed: 'Bad.' } : { number, answer };
    setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate(): void {
    this.ended += 1;
    this.files.clear();
  }

  private answer(name: string, args: readonly unknown[]): unknown {
    if (name !== 'pack') return this.take(args[name === 'open' ? 1 : 0] as Changes);
    const lock = `${this.files.get(LOCK) ?? ''}+`;
    const made = { [LOCK]: lock, 'dist/build.json': '{}', 'dist/a/1.scorm12.zip': lock };
    const files = new Map(Object.entries(made).map(([path, text]) => [path, new TextEncoder().encode(text)]));
    for (const [path, text] of Object.entries(made)) this.files.set(path, text);
    return { problems: [], files, packages: ['dist/a/1.scorm12.zip'] };
  }

  private take(changes: Changes): unknown {
    for (const [path, content] of changes) {
      if (content === null) this.files.delete(path);
      else this.files.set(path, typeof content === 'string' ? content : new TextDecoder().decode(content));
    }
    return CHECKED;
  }
}

async function opened(text = 'un'): Promise<{ store: MemoryStore; studio: Studio; worker: FakeWorker }> {
  const store = new MemoryStore();
  store.put(TEXT, text);
  store.put(LOCK, '1');
  const worker = new FakeWorker();
  const studio = await Studio.open(store, 'modules/a', new EngineClient(() => worker as unknown as Worker), {} as never);
  return { store, studio, worker };
}

const textIn = (files: ReadonlyMap<string, Uint8Array>, path: string): string => new TextDecoder().decode(files.get(path));

describe('packing', () => {
  test('saves the lock and the report, and nothing else', async () => {
    const { store, studio } = await opened();
    const { packages } = await studio.pack(REQUEST);
    expect([packages.length, store.text(LOCK), [...store.files.keys()].sort()]).toEqual([1, '1+', ['dist/build.json', TEXT, LOCK]]);
    expect(studio.packed.value?.packages).toEqual(packages);
  });

  test('takes a newer lock of the store first', async () => {
    const { store, studio } = await opened();
    store.put(LOCK, '12');
    const { files } = await studio.pack(REQUEST);
    expect([textIn(files, 'dist/a/1.scorm12.zip'), store.text(LOCK)]).toEqual(['12+', '12+']);
  });

  test('starts again if the lock changes elsewhere meanwhile: no package has numbers that were given twice', async () => {
    const { store, studio } = await opened();
    let isFirst = true;
    store.beforeWrite = (path) => {
      if (path === LOCK && isFirst) store.put(LOCK, '1 theirs');
      isFirst = false;
    };
    const { files } = await studio.pack(REQUEST);
    expect([textIn(files, 'dist/a/1.scorm12.zip'), store.text(LOCK)]).toEqual(['1 theirs+', '1 theirs+']);
  });

  test.each(['full', 'forbidden', 'gone'] as const)('gives no package if the lock can’t be saved: %s', async (reason) => {
    const { store, studio, worker } = await opened();
    store.beforeWrite = () => {
      if (reason === 'full') store.room = 1;
      else store.refuses = reason;
    };
    const { packages, files, problems } = await studio.pack(REQUEST);
    expect([packages, files.size, problems[0]?.code]).toEqual([[], 0, 'lock-not-saved']);
    expect([store.text(LOCK), studio.project.text(LOCK), studio.packed.value]).toEqual(['1', '1', null]);
    await expect.poll(() => worker.files.get(LOCK)).toBe('1');
  });
});

describe('a course that is changed elsewhere', () => {
  test('shows what was taken over, but not what builds write', async () => {
    const { store, studio } = await opened();
    store.put(TEXT, 'theirs');
    store.put('dist/build.json', '{}');
    expect(await studio.refresh()).toBe(true);
    expect([studio.taken.value, studio.conflicts.value, studio.project.text(TEXT)]).toEqual([[TEXT], [], 'theirs']);
  });

  test('shows a conflict, until it is decided', async () => {
    const { store, studio } = await opened();
    studio.edit(TEXT, 'mine');
    store.put(TEXT, 'theirs');
    await studio.save();
    expect([studio.conflicts.value, studio.saving.value.kind, store.text(TEXT)]).toEqual([[TEXT], 'failed', 'theirs']);
    const theirs = await studio.project.theirs(TEXT);
    await studio.decide(TEXT, { bytes: new TextEncoder().encode('both'), over: theirs?.stamp ?? null });
    expect([studio.conflicts.value, studio.saving.value.kind, store.text(TEXT)]).toEqual([[], 'saved', 'both']);
  });

  test('keeps a lock that is newer elsewhere, even if one here could not be saved', async () => {
    const { store, studio } = await opened();
    studio.edit(LOCK, 'mine');
    store.put(LOCK, 'theirs');
    await studio.save();
    expect([studio.conflicts.value, store.text(LOCK)]).toEqual([[LOCK], 'theirs']);
    expect((await studio.pack(REQUEST)).packages).toEqual([]);
    await studio.decide(LOCK, null);
    expect((await studio.pack(REQUEST)).packages.length).toBe(1);
    expect(store.text(LOCK)).toBe('theirs+');
  });
});

test('a tab that only reads refuses edits, saves nothing, and shows the text again', async () => {
  const { store, studio } = await opened();
  studio.readOnly.value = true;
  const before = studio.outside.value;
  studio.edit(TEXT, 'mine');
  studio.remove(TEXT);
  studio.replace(new Map([[TEXT, null]]));
  await studio.save();
  expect([store.text(TEXT), studio.project.text(TEXT), studio.outside.value - before]).toEqual(['un', 'un', 3]);
});

test('a course with unsaved texts stays open', async () => {
  const { store, studio } = await opened();
  const before = studio.outside.value;
  studio.edit(TEXT, 'typed', true);
  studio.edit(TEXT, 'mine');
  expect(studio.outside.value - before).toBe(1);
  store.refuses = 'forbidden';
  expect([await studio.close(), studio.saving.value.kind]).toEqual([false, 'failed']);
  expect([await studio.refresh(), studio.saving.value]).toMatchObject([false, { unsaved: [{ path: '', reason: 'forbidden' }] }]);
  store.refuses = null;
  expect([await studio.close(), store.text(TEXT)]).toEqual([true, 'mine']);
});

describe('the engine', () => {
  const path = 'modules/four/1.md';

  test('is asked once it knows all edits; what it can’t answer is thrown', async () => {
    const { studio, asked } = await openStudio({ '1.md': 'un' }, { types: () => ['choice'] });
    studio.edit(path, 'deux');
    expect(await studio.ask('types')).toEqual(['choice']);
    expect(asked.map(({ name, args }) => [name, args[0]]).slice(1)).toEqual([
      ['change', new Map([[path, new TextEncoder().encode('deux')]])],
      ['types', undefined],
    ]);
    await expect(studio.ask('colouredHair')).rejects.toThrow('No colouredHair.');
    await studio.close();
  });

  test('checks files that are replaced together, and those that are removed', async () => {
    const { studio, asked } = await openStudio({ '1.md': 'un', '2.md': 'deux' });
    const bytes = new TextEncoder().encode('trois');
    const files = new Map([
      [path, bytes],
      ['modules/four/2.md', null],
    ]);
    studio.replace(files);
    await studio.close();
    expect([studio.project.paths, studio.project.text(path)]).toEqual([[path], 'trois']);
    expect(asked.filter(({ name }) => name === 'change').map(({ args }) => args[0])).toEqual([files]);
  });

  test('plays a session; nothing, if it fails', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const playing = { session: '1', cohort: '', standard: '1.2' } as const;
    const files = new Map([['index.html', '']]);
    expect(await (await openStudio({}, { play: () => files })).studio.play(playing)).toEqual(files);
    const { studio } = await openStudio({});
    expect([studio.steady.hasFailed.value, await studio.play(playing), studio.steady.hasFailed.value]).toEqual([false, null, true]);
  });

  test('is asked for the types once, and again after a failure', async () => {
    const { studio, asked } = await openStudio({}, { types: () => ['choice'] });
    vi.spyOn(EngineClient.prototype, 'call').mockRejectedValueOnce(new Error('Gone.'));
    await expect(studio.types()).rejects.toThrow('Gone.');
    expect([await studio.types(), await studio.types()]).toEqual([['choice'], ['choice']]);
    expect(asked.filter(({ name }) => name === 'types')).toHaveLength(1);
  });
});

describe('an engine that fails', () => {
  test('is reported; the text is saved, and the next change is checked with all files', async () => {
    const { store, studio, worker } = await opened();
    studio.edit(TEXT, 'bad');
    await expect.poll(() => studio.steady.hasFailed.value).toBe(true);
    await studio.save();
    expect([store.text(TEXT), studio.saving.value.kind, studio.checked.value.isCurrent, worker.ended]).toEqual(['bad', 'saved', true, 2]);
    studio.edit(TEXT, 'good');
    await expect.poll(() => studio.steady.hasFailed.value).toBe(false);
    expect(Object.fromEntries(worker.files)).toEqual({ [TEXT]: 'good', [LOCK]: '1' });
  });

  test('opens the course all the same', async () => {
    const { studio } = await opened('bad');
    expect([studio.steady.hasFailed.value, studio.project.text(TEXT)]).toEqual([true, 'bad']);
    studio.edit(TEXT, 'good');
    await expect.poll(() => studio.checked.value.isCurrent).toBe(true);
  });

  test('that hangs keeps nobody from the text: the course opens after 15 seconds', async () => {
    vi.useFakeTimers();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const store = new MemoryStore();
    store.put(TEXT, 'un');
    const worker = new ManualWorker();
    let opened: Studio | undefined;
    void Studio.open(store, 'modules/a', new EngineClient(() => worker.port), {} as never).then((studio) => {
      opened = studio;
    });
    await vi.advanceTimersByTimeAsync(14_999);
    expect(opened).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect([opened?.steady.hasFailed.value, opened?.project.text(TEXT)]).toEqual([true, 'un']);
    opened?.edit(TEXT, 'deux');
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.text(TEXT)).toBe('deux');
    worker.answer(CHECKED);
    await vi.advanceTimersByTimeAsync(0);
    expect([worker.answer(CHECKED), opened?.checked.value]).toEqual(['change', CHECKED]);
  });
});
