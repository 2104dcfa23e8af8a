import { expect, it } from 'vitest';
import { goalOf, partName, writerOf } from '../../build/host/part-name.ts';

it('names an unfinished file after its goal and its writer, beside it', () => {
  const part = partName('/dist/depot/rames.zip', '412');
  expect([part, goalOf(part), writerOf('.rames.zip.412.part')]).toEqual(['/dist/depot/.rames.zip.412.part', '/dist/depot/rames.zip', 412]);
  expect([goalOf(partName('/dist/rames.zip', '412-3')), writerOf('.rames.zip.412-3.part')]).toEqual(['/dist/rames.zip', 412]);
});

it('takes no other file for one', () => {
  for (const name of [
    'rames.zip',
    '.rames.zip',
    '.rames.part',
    'rames.zip.412.part',
    '.rames.x.part',
    '..412.part',
    '.rames..part',
    '.a.412-.part',
    '.a.412.parts',
  ])
    expect([name, writerOf(name), goalOf(`/dist/${name}`)]).toEqual([name, undefined, `/dist/${name}`]);
});
