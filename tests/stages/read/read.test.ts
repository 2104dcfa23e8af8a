import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { openFolder } from '../../../build/files/folder.ts';
import type { FileFacts, Files } from '../../../build/host/host.ts';
import { fileReader, readBank, readCourse, readModule } from '../../../build/stages/read/read.ts';

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

/** Reads the course with some files changed; undefined removes one. */
function read(files: Readonly<Record<string, string | undefined>>) {
  const all = Object.entries({ ...COURSE, ...files }).flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
  const diagnostics = new Diagnostics();
  const course = readCourse(memoryFiles(Object.fromEntries(all)), '/depot', diagnostics);
  const found = (): unknown[] => diagnostics.list.map(({ code, at, values }) => [code, `${at.file}:${at.line}:${at.column}`, values]);
  return { course, diagnostics, found };
}

test('a course without `course.yaml`, or with it under another name, is reported', () => {
  const text = COURSE['/depot/course.yaml'];
  const renamed = read({ '/depot/course.yaml': undefined, '/depot/course.yml': text });
  expect([renamed.course, renamed.found()]).toEqual([null, [['course-file-name', 'course.yml:1:1', { name: 'course.yml' }]]]);
  const none = read({ '/depot/course.yaml': undefined });
  expect([none.course, none.diagnostics.list.map(({ code, at }) => [code, at.file])]).toEqual([null, [['missing-asset', 'course.yaml']]]);
  // Beside the right one, the other is just a file.
  expect(read({ '/depot/course.yml': text }).found()).toEqual([]);
});

test('a session that the course doesn’t list is reported, other texts are not', () => {
  const session = (id: string): string => `---\nid: ${id}\ntitle: x\n---\n`;
  const { found } = read({
    '/depot/quais.md': session('quais'),
    '/depot/notes.md': 'Des notes.\n',
    '/depot/copie.md': session('rames'),
    '/depot/quais.txt': session('quais'),
  });
  // Another check reports the wrong id of a listed file.
  expect(read({ '/depot/rames.md': session('quais') }).found()).toEqual([]);
  expect(found()).toEqual([['unlisted-module', 'course.yaml:3:10', { file: 'quais.md', id: 'quais' }]]);
});

test('cohorts need a name that can be a folder; those of editors’ copies are reported', () => {
  const names = [
    'Nuit.yaml',
    'base.yaml',
    'jour.yaml.txt',
    'nuit.yml',
    '2026.yaml',
    ...['md', 'rtf', 'doc', 'docx'].map((end) => `soir.yml.${end}`),
    '.jour.yaml',
    'notes.txt',
    `${'a'.repeat(60)}.yaml`,
    `${'a'.repeat(61)}.yaml`,
  ];
  const { course, found } = read(Object.fromEntries(names.map((name) => [`/depot/cohorts/${name}`, 'title: x\n'])));
  expect(course?.cohorts.map(({ name }) => name)).toEqual(['2026', 'a'.repeat(60), 'nuit']);
  expect(found()).toEqual(
    [
      'Nuit.yaml',
      `${'a'.repeat(61)}.yaml`,
      'base.yaml',
      'jour.yaml.txt',
      'nuit.yml',
      ...['doc', 'docx', 'md', 'rtf'].map((end) => `soir.yml.${end}`),
    ].map((name) => ['cohort-name', `cohorts/${name}:1:1`, { name }]),
  );
});

test('a file in the place of the cohorts’ folder leaves nothing to read; no folder is no cohort', () => {
  const file = read({ '/depot/cohorts/nuit.yaml': undefined, '/depot/cohorts': 'x' });
  expect([file.course, file.found()]).toEqual([null, [['cohort-name', 'cohorts:1:1', { name: 'cohorts' }]]]);
  expect(read({ '/depot/cohorts/nuit.yaml': undefined }).course?.cohorts).toEqual([]);
});

test('a missing session is reported with the nearest one, or with the file that has its id', () => {
  const text = COURSE['/depot/rames.md'];
  const missingOf = (files: Readonly<Record<string, string | undefined>>): unknown => {
    const { course, diagnostics, found } = read({ '/depot/rames.md': undefined, ...files });
    if (!course) throw new Error(JSON.stringify(found()));
    expect(readModule(course, 'rames', diagnostics)).toBeNull();
    return found().at(-1);
  };
  expect(missingOf({ '/depot/rame.md': 'Un texte.\n' })).toEqual(['missing-module', 'course.yaml:3:11', { id: 'rames', near: 'rame' }]);
  expect(missingOf({ '/depot/banks/rames.md': 'x' })).toEqual(['missing-module', 'course.yaml:3:11', { id: 'rames', near: '' }]);
  for (const file of ['seance.md', 'rames.txt', 'Rames.MD'])
    expect(missingOf({ [`/depot/${file}`]: text })).toEqual(['module-file-name', 'course.yaml:3:11', { id: 'rames', file }]);
});

test('a session without front matter is read with its name as title, and isn’t valid', () => {
  const { course, diagnostics, found } = read({ '/depot/rames.md': '# Quai {#quai}\n\nUn tram.\n' });
  const module = course && readModule(course, 'rames', diagnostics);
  expect([module?.front.value.title, module?.isSound, module?.blocks.length]).toEqual(['rames', false, 2]);
  expect(found()).toEqual([['front-matter-missing', 'rames.md:1:1', { keys: 'id: …, title: …' }]]);
  const sound = read({ '/depot/rames.md': '---\nid: rames\ntitle: Rames\n---\n\n# Quai {#quai}\n' });
  expect(sound.course && readModule(sound.course, 'rames', sound.diagnostics)?.isSound).toBe(true);
});

test('a session whose front matter has wrong lines isn’t valid', () => {
  const { course, diagnostics, found } = read({ '/depot/rames.md': '—\nid: rames\ntitle: Rames\n—\n\n# Quai {#quai}\n' });
  const module = course && readModule(course, 'rames', diagnostics);
  expect([module?.isSound, found().length]).toEqual([false, 2]);
});

test('what an included file has wrong is reported at its place in that file', () => {
  const { course, diagnostics, found } = read({ '/depot/commun/rappel.md': 'La rame freine.\n\nVoir ==ici==.\n' });
  if (course) readModule(course, 'rames', diagnostics);
  expect(found()).toContainEqual(['highlight', 'commun/rappel.md:3:6', { text: '==ici==', content: 'ici' }]);
});

test('a text has the typography of the language of its course', () => {
  const html = (lang: string): string => {
    const { course, diagnostics } = read({
      '/depot/course.yaml': `id: depot\ntitle: Dépôt\nlang: ${lang}\nmodules: [rames]\n`,
      '/depot/rames.md': '---\nid: rames\ntitle: Rames\n---\n\n# Quai {#quai}\n\nStop !\n',
    });
    const block = course && readModule(course, 'rames', diagnostics)?.blocks[1];
    return block && block.kind !== 'directive' ? block.html() : '';
  };
  expect([html('fr'), html('en')]).toEqual(['<p>Stop\u202f!</p>', '<p>Stop !</p>']);
});

test('a bank is read from where a quiz names it; a missing one is reported there', () => {
  const { course, diagnostics, found } = read({ '/depot/banks/freins.md': '---\ntitle: Freins\n---\n\nUn texte.\n' });
  if (!course) throw new Error(JSON.stringify(found()));
  const at = { file: 'rames.md', line: 9, column: 3 };
  const bank = readBank(course, 'banks/freins.md', at, diagnostics);
  expect([bank?.file, bank?.front.value.title, bank?.isSound]).toEqual(['banks/freins.md', 'Freins', true]);
  expect(readBank(course, 'banks/frein.md', at, diagnostics)).toBeNull();
  expect(found()).toEqual([['missing-bank', 'rames.md:9:3', { file: 'banks/frein.md', near: 'banks/freins.md' }]]);
});

test('a reader of a course reads from the folder that it is given', () => {
  const { course } = read({});
  if (!course) throw new Error('no course');
  const module = '---\nid: rames\ntitle: Autres rames\n---\n\n# Quai {#quai}\n';
  const other = { '/depot/rames.md': module, '/depot/bank.md': '---\ntitle: Freins\n---\n' };
  const [folder, diagnostics] = [openFolder('/depot', memoryFiles(other)), new Diagnostics()];
  const reader = fileReader(course);
  const at = { file: 'rames.md', line: 2, column: 1 };
  expect(reader.module('rames', folder, diagnostics)?.front.value.title).toBe('Autres rames');
  expect(reader.bank('bank.md', at, folder, diagnostics)).toMatchObject({ file: 'bank.md', front: { value: { title: 'Freins' } } });
  expect([reader.bank('rien.md', at, folder, diagnostics), diagnostics.list.map(({ code }) => code)]).toEqual([null, ['missing-bank']]);
});

test('a file that takes the place of another for a cohort is read beside it, with its links and variables', () => {
  const { course, diagnostics, found } = read({
    '/depot/rames.md': '---\nid: rames\ntitle: Rames\n---\n\n# Quai {#quai}\n\n::include{file="commun/rappel.md"}\n',
    '/depot/commun/rappel.md': 'La rame {{chef}} [freine](#quai).\n',
    '/depot/commun/nuit.md': 'La rame dort, {{nuit}}.\n',
    '/depot/cohorts/jour.yaml': 'title: Jour\n',
    '/depot/cohorts/nuit.yaml': 'title: Nuit\nincludes: { commun/rappel.md: commun/nuit.md }\n',
  });
  const module = course && readModule(course, 'rames', diagnostics);
  expect(module?.blocks.map((block) => [block.kind, block.cohorts])).toEqual([
    ['heading', undefined],
    ['prose', ['', 'jour']],
    ['prose', ['nuit']],
  ]);
  expect([[...(module?.included ?? [])], module?.variables.map(({ name, at }) => [name, at.file, at.line]), found()]).toEqual([
    ['commun/rappel.md'],
    [
      ['chef', 'commun/rappel.md', 1],
      ['nuit', 'commun/nuit.md', 1],
    ],
    [],
  ]);
  expect(module?.pageLinks.map(({ page }) => page)).toEqual(['quai']);
});

test('warnings and errors of a text carry their weight and file', () => {
  const { course, diagnostics } = read({
    '/depot/rames.md': '---\nid: rames\ntitle: Rames\n---\n\n# Quai {#quai}\n\nPatin\n: il freine\n\n##Voie\n',
  });
  const module = course && readModule(course, 'rames', diagnostics);
  expect(diagnostics.list.map(({ severity, code, at }) => `${severity} ${code} ${at.file}:${at.line}`)).toEqual([
    'warning definition-list rames.md:9',
    'error no-space-after-sign rames.md:11',
  ]);
  expect(module?.isSound).toBe(false);
});
