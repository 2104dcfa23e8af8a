import { expect, test } from 'vitest';
import { readGiven, wantedFiles, withFiles } from '../../../build/studio/results/given-files.ts';

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
