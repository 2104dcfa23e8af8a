import { expect, test } from 'vitest';
import { LARGEST, readGiven, wantedFiles, withFiles } from '../../../build/studio/results/given-files.ts';

function file(name: string, folder = ''): File {
  const made = new File(['x'], name);
  Object.defineProperty(made, 'webkitRelativePath', { value: folder });
  return made;
}

test('reads the files of a folder, not those below it, nor those of the system', () => {
  const files = [file('a.csv'), file('.DS_Store'), file('~$a.xlsx'), file('b.csv', 'dl/b.csv'), file('c.csv', 'dl/bilan/c.csv')];
  expect(wantedFiles(files).map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
});

test('a file of the same name replaces the one before', async () => {
  const [one, other] = await readGiven([new File(['1'], 'a.csv'), new File(['2'], 'a.csv')]);
  const third = { name: 'B.csv', bytes: new Uint8Array() };
  expect(withFiles([one as never, third], [other as never])).toEqual([third, other]);
});

test('files are listed by name, whenever they were given', () => {
  const named = (...names: readonly string[]) => names.map((name) => ({ name, bytes: new Uint8Array() }));
  const listed = (...lists: readonly (readonly [readonly string[], readonly string[]])[]): unknown =>
    lists.map(([list, more]) => withFiles(named(...list), named(...more)).map(({ name }) => name));
  expect(
    listed(
      [
        ['d', 'c'],
        ['b', 'a'],
      ],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [['b'], ['d', 'a', 'c']],
    ),
  ).toEqual(Array.from({ length: 3 }, () => ['a', 'b', 'c', 'd']));
});

test('files are read as a whole, under their names', async () => {
  expect(await readGiven([new File(['pain'], 'a.csv')])).toEqual([{ name: 'a.csv', bytes: new TextEncoder().encode('pain') }]);
  expect((await readGiven([file('b.csv', 'dl/b.csv')])).map(({ name }) => name)).toEqual(['b.csv']);
});

test('a file of 256 MB is read, as on the command line', () => {
  expect(LARGEST).toBe(268_435_456);
});
