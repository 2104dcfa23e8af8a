import { describe, expect, test } from 'vitest';
import type { Files } from '../../../build/host/host.ts';
import type { NumberedCourse } from '../../../build/model/course.ts';
import { isOvertaken, writeLocks } from '../../../build/stages/number/write-locks.ts';

function world(more: Partial<NumberedCourse>, onDisk?: string) {
  const written: Record<string, string> = {};
  const files = {
    write: (path: string, text: string) => {
      written[path] = text;
    },
    factsBehind: () => (onDisk === undefined ? null : { kind: 'file', bytes: onDisk.length }),
    read: (path: string) => new TextEncoder().encode(path === '/depot/course.lock.yaml' ? onDisk : ''),
  } as unknown as Files;
  const source = { folder: { root: '/depot' }, course: { value: { id: 'depot' } } };
  const course = { source, lockText: 'old', lockNow: 'now', ...more } as unknown as NumberedCourse;
  return { files, course, written };
}

describe('locks', () => {
  const write = (more: Partial<NumberedCourse>, isDue: boolean) => {
    const { course, files, written } = world(more);
    const locks = writeLocks(course, '/dist', isDue, files);
    return [locks, Object.entries(written).map(([path, text]) => `${path === '/dist/depot/course.lock.yaml' ? 'copy' : path} ${text}`)];
  };

  test('a new one is written in the course, and beside the packages', () => {
    expect(write({ newLock: 'now' }, true)).toEqual([
      [{ path: '/depot/course.lock.yaml', isFirst: false }],
      ['/depot/course.lock.yaml now', 'copy now'],
    ]);
    expect(write({ newLock: 'now' }, false)).toEqual([
      [{ path: '/depot/course.lock.yaml', isFirst: false }],
      ['/depot/course.lock.yaml now'],
    ]);
    expect(write({ newLock: 'now', isFirst: true }, true)[0]).toEqual([{ path: '/depot/course.lock.yaml', isFirst: true }]);
  });

  test('an unchanged one is copied only beside packages, and only if the copy differs', () => {
    const built = (text: string) => ({ built: { text } }) as unknown as Partial<NumberedCourse>;
    expect(write({}, false)).toEqual([[], []]);
    expect(write({}, true)).toEqual([[], ['copy now']]);
    expect(write(built('old'), false)).toEqual([[], ['copy now']]);
    expect(write(built('now'), true)).toEqual([[], []]);
  });
});

test('another build has changed the lock since it was read', () => {
  const overtaken = (more: Partial<NumberedCourse>, onDisk?: string) => {
    const { course, files } = world(more, onDisk);
    return isOvertaken(course, files);
  };
  expect([overtaken({ newLock: 'now' }, 'old'), overtaken({ newLock: 'now' }, 'other'), overtaken({}, 'other')]).toEqual([
    false,
    true,
    false,
  ]);
  expect([overtaken({ newLock: 'now' }), overtaken({ newLock: 'now', lockText: '' })]).toEqual([true, false]);
});
