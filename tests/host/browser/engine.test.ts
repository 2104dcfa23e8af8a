import { expect, test } from 'vitest';
import { browserEngine } from '../../../build/host/browser/engine.ts';
import { MemoryFiles } from '../../../build/host/browser/files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const program = {
  version: '1.2.3',
  stamp: 's',
  files: new Map([
    ['pieces/index.json', bytes('{"stringKeys":["a"]}')],
    ['pieces/core.js', bytes('core')],
    ['schemas/scorm12/b.xsd', bytes('b')],
    ['schemas/scorm12/a.xsd', bytes('a')],
    ['schemas/scorm12/common/d.xsd', bytes('d')],
    ['schemas/scorm2004-4/c.xsd', bytes('c')],
    ['schemas/scorm12-old/e.xsd', bytes('e')],
    ['pieces/schemas/scorm12/f.xsd', bytes('f')],
    ['schemas/scorm2004-4/scorm12/g.xsd', bytes('g')],
  ]),
};

test('an engine over files in memory: pieces, schemas by edition, version', () => {
  const { pieces, host, version, stamp, types } = browserEngine(program, new MemoryFiles());
  expect([pieces.index.stringKeys, new TextDecoder().decode(pieces.file('core.js'))]).toEqual([['a'], 'core']);
  expect(pieces.schemas('scorm12')).toEqual([
    { name: 'a.xsd', data: bytes('a') },
    { name: 'b.xsd', data: bytes('b') },
    { name: 'common/d.xsd', data: bytes('d') },
  ]);
  expect(pieces.schemas('scorm2004-4').map(({ name }) => name)).toEqual(['c.xsd', 'scorm12/g.xsd']);
  expect([version, stamp, types.has('choice'), host.shown('/modules/depot')]).toEqual(['1.2.3', 's', true, 'modules/depot']);
  expect(() => pieces.file('none.js')).toThrow('The program has no file "pieces/none.js".');
});

test('its pictures are drawn from the pieces, and its zips are written to its files', async () => {
  const files = new MemoryFiles();
  const drawn = new Map([...program.files, ['pieces/pictograms.txt', bytes('four\t<path/>\n')]]);
  const { host, kit } = browserEngine({ ...program, files: drawn }, files);
  expect([kit.pictograms, host.files === files]).toEqual([['four'], true]);
  const zip = await host.writeZip('/dist/a.zip', [{ name: 'a.md', data: 'a' }]);
  expect(zip).toEqual({ bytes: files.read('/dist/a.zip').length, sha256: host.sha256([{ path: '/dist/a.zip' }]) });
});
