import fs, { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { checkFolder, scriptOf, typeFolders } from '../../build/own-types/type-folders.ts';

function types(...paths: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'cartable-types-'));
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), 'x');
  }
  return root;
}

test('folders with a file of a type, sorted; drafts and others are left out', () => {
  const root = types(
    'tri/type.ts',
    'devinette/template.hbs',
    'mots/strings.json',
    'jeu/runtime.js',
    '_commun/type.ts',
    '.git/type.ts',
    'notes/lisez.md',
    'notes/type.ts.bak',
    'type.ts',
  );
  const found = typeFolders(root);
  expect(found.map(({ name, path }) => [name, path])).toEqual(['devinette', 'jeu', 'mots', 'tri'].map((name) => [name, join(root, name)]));
  expect([...(found[0]?.files ?? [])]).toEqual(['template.hbs']);
  expect(typeFolders(join(root, 'nowhere'))).toEqual([]);
});

test('folders are sorted, whatever the order of the disk', () => {
  const root = types('tri/type.ts', 'jeu/type.ts', 'mots/type.ts');
  const entries = fs.readdirSync(root, { withFileTypes: true });
  const read = vi.spyOn(fs, 'readdirSync').mockReturnValueOnce(entries.reverse() as never);
  syncBuiltinESMExports();
  const names = typeFolders(root).map(({ name }) => name);
  read.mockRestore();
  syncBuiltinESMExports();
  expect(names).toEqual(['jeu', 'mots', 'tri']);
});

test('a link to a folder is no folder of a type', () => {
  const root = types('tri/type.ts');
  symlinkSync(join(root, 'tri'), join(root, 'lien'), 'dir');
  expect(typeFolders(root).map(({ name }) => name)).toEqual(['tri']);
});

test('a script in TypeScript comes before one in JavaScript', () => {
  const root = types('tri/type.ts', 'tri/type.js', 'tri/scoring.js');
  const [folder] = typeFolders(root);
  if (!folder) throw new Error('no folder');
  expect([scriptOf(folder, 'type'), scriptOf(folder, 'scoring'), scriptOf(folder, 'runtime')]).toEqual([
    join(root, 'tri/type.ts'),
    join(root, 'tri/scoring.js'),
    undefined,
  ]);
});

test('names that no type can have, and files that are missing', () => {
  const found = (name: string, files = ['type.ts', 'template.hbs', 'strings.json', 'example.md', 'example.en.md']) => {
    const diagnostics = new Diagnostics();
    for (const folder of typeFolders(types(...files.map((file) => `${name}/${file}`))))
      checkFolder(folder, new Set(['choice']), diagnostics);
    for (const { severity, at, values } of diagnostics.list)
      expect([severity, at.line, at.column, values.name, at.file.endsWith(`/${name}${values.file ? `/${values.file}` : ''}`)]).toEqual([
        'error',
        1,
        1,
        name,
        true,
      ]);
    return diagnostics.list.map(({ code, values }) => `${code} ${values.fit ?? values.file ?? values.name}`);
  };
  expect([found('tri'), found('t'), found('tri-2-mots')]).toEqual([[], [], []]);
  expect([found('日本'), found('tri_2'), found('Trainer')]).toEqual([['bad-key mon-type'], ['bad-key tri-2'], ['bad-key trainer']]);
  expect([found('Tri des mots'), found('2tri'), found('choice'), found('after'), found('include'), found('trainer')]).toEqual([
    ['bad-key tri-des-mots'],
    ['bad-key tri'],
    ['type-name-taken choice'],
    ['type-name-taken after'],
    ['type-name-taken include'],
    ['type-name-taken trainer'],
  ]);
  expect(found('tri', ['scoring.ts'])).toEqual([
    'type-file-missing type.ts',
    'type-file-missing template.hbs',
    'type-file-missing strings.json',
    'type-file-missing example.md',
    'type-file-missing example.en.md',
  ]);
});
