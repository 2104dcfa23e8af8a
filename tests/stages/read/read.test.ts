import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { FileFacts, Files } from '../../../build/host/host.ts';
import { readCourse, readModule } from '../../../build/stages/read/read.ts';

const ENCODER = new TextEncoder();

function missing(path: string): Error {
  return Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT', path });
}

/** Files that are held in memory, by their absolute paths. */
function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const paths = Object.keys(texts);
  const read = (path: string): Uint8Array => {
    const text = texts[path];
    if (text === undefined) throw missing(path);
    return ENCODER.encode(text);
  };
  const facts = (path: string): FileFacts | null => {
    const isFile = texts[path] !== undefined;
    if (!isFile && !paths.some((one) => one.startsWith(`${path}/`))) return null;
    return { kind: isFile ? 'file' : 'folder', bytes: isFile ? read(path).length : 0, changed: 0 };
  };
  const list = (path: string): string[] => {
    if (facts(path)?.kind !== 'folder') throw missing(path);
    const inside = paths.filter((one) => one.startsWith(`${path}/`)).map((one) => one.slice(path.length + 1).split('/')[0] ?? '');
    return [...new Set(inside)].sort();
  };
  const refuse = (): never => {
    throw Object.assign(new Error('read only'), { code: 'EROFS' });
  };
  return {
    facts,
    factsBehind: facts,
    realPath: (path) => path,
    list,
    read,
    head: (path, length) => read(path).subarray(0, length),
    write: refuse,
    writeTogether: refuse,
    remove: refuse,
  };
}

const COURSE = {
  '/depot/course.yaml': 'id: depot\ntitle: Dépôt\nmodules: [rames]\n',
  '/depot/cohorts/nuit.yaml': 'title: Nuit\n',
  '/depot/rames.md':
    '---\nid: rames\ntitle: Rames\n---\n\n# Quai {#quai}\n\n![Le quai](plan/quai.svg)\n\n::include{file="commun/rappel.md"}\n\n![Le frein](plan/frain.svg)\n',
  '/depot/commun/rappel.md': 'La rame freine.\n',
  '/depot/plan/quai.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>',
  '/depot/plan/frein.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>',
};

test('a course is read from files in memory, with its pictures, its includes, and the nearest name of a file that is missing', () => {
  const diagnostics = new Diagnostics();
  const course = readCourse(memoryFiles(COURSE), '/depot', diagnostics);
  if (!course) throw new Error(JSON.stringify(diagnostics.list));
  expect(course.cohorts.map(({ name }) => name)).toEqual(['nuit']);
  const module = readModule(course, 'rames', diagnostics);
  const html = module?.blocks.map((block) => (block.kind === 'directive' ? '' : block.html())).join('\n');
  expect(html).toContain('width="40" height="30"');
  expect(html).toContain('La rame freine.');
  expect(diagnostics.list.map(({ code, at, values }) => [code, at.line, values.near])).toEqual([['missing-asset', 12, 'plan/frein.svg']]);
});
