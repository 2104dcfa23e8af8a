import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { forBuild, forPages, sharedIn } from '../../build/own-types/imports.ts';

const shared = {
  'widgets/mark': { exports: ['mark', 'icon'], uses: ['widgets/element'] },
  'widgets/element': { exports: ['make'], uses: [] },
  'judging/score': { exports: ['scoreOf', 'hidden'], uses: [] },
};
async function compiled(contents: string, pages: boolean) {
  const plugins = [pages ? forPages(shared) : forBuild];
  const result = await build({
    stdin: { contents, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
    plugins,
  });
  return { text: result.outputFiles[0]?.text ?? '', metafile: result.metafile };
}

test('code that the build runs takes Cartable’s modules from the running program', async () => {
  const { text } = await compiled(
    "import { choices } from 'cartable/types'; import { scoreOf } from 'cartable/scoring'; console.log(choices, scoreOf);",
    false,
  );
  expect(text).toMatch(/["']cartable\/types["']/);
  expect([text.match(/require\(["']cartable\/scoring["']\)/)?.length, text.match(/^import/m)]).toEqual([1, null]);
  await expect(compiled("import 'cartable/typesx';", false)).rejects.toThrow('typesx');
  await expect(compiled("import { nothing } from 'cartable/types'; console.log(nothing);", false)).rejects.toThrow('nothing');
});

test('scripts of a page use the pieces that types share; scoring offers only what is pure', async () => {
  const { text, metafile } = await compiled("import { mark } from 'cartable/runtime'; console.log(mark);", true);
  expect([text.includes('widgets/mark'), sharedIn(metafile, shared)]).toEqual([true, ['widgets/element', 'widgets/mark']]);
  const scoring = await compiled("import { scoreOf } from 'cartable/scoring'; console.log(scoreOf);", true);
  expect(sharedIn(scoring.metafile, shared)).toEqual(['judging/score']);
  await expect(compiled("import { hidden } from 'cartable/scoring'; console.log(hidden);", true)).rejects.toThrow('hidden');
  expect(sharedIn((await compiled("import { mark } from 'cartable/runtime';", true)).metafile, shared)).toEqual([]);
});

test('the shared pieces of all outputs are listed once, in a fixed order, those that they need first', () => {
  const input = (bytesInOutput: number) => ({ bytesInOutput });
  const outputs = {
    'a.js': { inputs: { 'shared:widgets/mark': input(1), 'types/tri/runtime.ts': input(9), 'other/shared:judging/score': input(9) } },
    'b.js': { inputs: { 'shared:judging/score': input(0), 'shared:widgets/element': input(5), 'shared:absent': input(2) } },
  };
  const found = sharedIn({ inputs: {}, outputs } as unknown as Parameters<typeof sharedIn>[0], shared);
  expect(found).toEqual(['absent', 'widgets/element', 'widgets/mark']);
});
