import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Project } from '../../build/studio/project.ts';
import type { HeldFile } from '../../build/studio/storage/store.ts';
import { MemoryStore } from '../helpers/memory-store.ts';

const PATHS = ['a', 'b', 'c'];

/** A store as slow as a disk: the answer of each call comes later than what it has done. */
class SlowStore extends MemoryStore {
  /** Waits before the call with this name is done and before it is answered. */
  pause: (name: string) => Promise<unknown> = async () => {};

  override list = (): Promise<ReadonlyMap<string, string>> => this.slowly('list', () => super.list());

  override read = (path: string): Promise<HeldFile> => this.slowly('read', () => super.read(path));

  override write = (path: string, bytes: Uint8Array<ArrayBuffer>, expected: string | null): Promise<string> =>
    this.slowly('write', () => super.write(path, bytes, expected));

  override remove = (path: string, expected: string): Promise<void> => this.slowly('remove', () => super.remove(path, expected));

  private async slowly<Value>(name: string, task: () => Promise<Value>): Promise<Value> {
    await this.pause(`before ${name}`);
    const value = await task();
    await this.pause(`after ${name}`);
    return value;
  }
}

async function opened(): Promise<{ store: SlowStore; project: Project }> {
  const store = new SlowStore();
  for (const path of PATHS) store.put(path, `${path} 0`);
  return { store, project: await Project.open(store) };
}

/** Runs a task once, at a moment of a call. */
function once(store: SlowStore, moment: string, task: () => unknown): void {
  store.pause = async (name) => {
    if (name !== moment) return;
    store.pause = async () => {};
    await task();
  };
}

describe('an edit that is saved while the store is looked at', () => {
  test('is not reported as a change of somebody else', async () => {
    const { store, project } = await opened();
    once(store, 'after list', () => {
      project.put('a', 'mine');
      return project.save();
    });
    expect([await project.refresh(), project.text('a')]).toEqual([{ taken: [], conflicts: [] }, 'mine']);
  });

  test('is no conflict', async () => {
    const { store, project } = await opened();
    once(store, 'after list', async () => {
      project.put('a', 'mine');
      await project.save();
      project.put('a', 'mine again');
    });
    expect([await project.refresh(), project.text('a')]).toEqual([{ taken: [], conflicts: [] }, 'mine again']);
  });

  test('is not undone by the version before it', async () => {
    const { store, project } = await opened();
    store.put('a', 'theirs');
    once(store, 'after read', async () => {
      project.keepMine('a', { bytes: new TextEncoder().encode('mine'), over: (await MemoryStore.prototype.read.call(store, 'a')).stamp });
      await project.save();
    });
    await project.refresh();
    expect([project.text('a'), store.text('a')]).toEqual(['mine', 'mine']);
  });

  test('stays if it made the file', async () => {
    const { store, project } = await opened();
    once(store, 'after list', () => {
      project.put('new', 'mine');
      return project.save();
    });
    expect([(await project.refresh()).taken, project.text('new')]).toEqual([[], 'mine']);
  });
});

test('a conflict stays shown while its text is typed', async () => {
  const { store, project } = await opened();
  project.put('a', 'mine');
  store.put('a', 'theirs');
  once(store, 'after list', () => project.put('a', 'mine, longer'));
  expect((await project.refresh()).conflicts).toEqual(['a']);
});

test('three saves at once write one after the other', async () => {
  const { store, project } = await opened();
  store.pause = () => new Promise((resolve) => setTimeout(resolve, 1));
  project.put('a', 'mine');
  const first = project.save();
  project.put('a', 'mine again');
  expect(await Promise.all([first, project.save(), project.save()])).toEqual([[], [], []]);
  expect(store.text('a')).toBe('mine again');
});

test('a file that comes back while it is removed is saved', async () => {
  const { store, project } = await opened();
  project.remove('a');
  once(store, 'after remove', () => project.put('a', 'back'));
  await project.save();
  expect([await project.save(), store.text('a'), project.isDirty]).toEqual([[], 'back', false]);
});

test('without another program nothing is taken over, refused or lost, however calls overlap', async () => {
  const step = fc.record({
    kind: fc.constantFrom('put', 'put', 'put', 'remove', 'save', 'save', 'refresh'),
    path: fc.constantFrom(...PATHS, 'd'),
    wait: fc.nat(3),
  });
  const pauses = fc.infiniteStream(fc.nat(4));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), pauses, async (steps, lengths) => {
      const { store, project } = await opened();
      const ticks = async (count: number): Promise<void> => {
        for (let tick = 0; tick < count; tick++) await Promise.resolve();
      };
      store.pause = () => ticks(lengths.next().value ?? 0);
      const wanted = new Map(PATHS.map((path) => [path, `${path} 0`]));
      // One file stays: a store with none left counts as gone.
      project.put('stays', '');
      await project.save();
      const running: Promise<unknown>[] = [];
      for (const [number, { kind, path, wait }] of steps.entries()) {
        if (kind === 'put') {
          project.put(path, `${path} ${number}`);
          wanted.set(path, `${path} ${number}`);
        } else if (kind === 'remove') {
          project.remove(path);
          wanted.delete(path);
        } else if (kind === 'save') running.push(project.save().then((unsaved) => expect(unsaved).toEqual([])));
        else running.push(project.refresh().then((found) => expect(found).toEqual({ taken: [], conflicts: [] })));
        await ticks(wait * 3);
      }
      await Promise.all(running);
      await project.save();
      const texts = (read: (path: string) => string | undefined): unknown => [...PATHS, 'd'].map(read);
      expect(texts((path) => project.text(path))).toEqual(texts((path) => wanted.get(path)));
      expect(texts((path) => store.text(path))).toEqual(texts((path) => wanted.get(path)));
    }),
    { numRuns: 500 },
  );
});
