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
    ['schemas/scorm2004-4/c.xsd', bytes('c')],
  ]),
};

test('an engine over files in memory: pieces, schemas by edition, version', () => {
  const { pieces, host, version, stamp, types } = browserEngine(program, new MemoryFiles());
  expect([pieces.index.stringKeys, new TextDecoder().decode(pieces.file('core.js'))]).toEqual([['a'], 'core']);
  expect(pieces.schemas('scorm12')).toEqual([
    { name: 'a.xsd', data: bytes('a') },
    { name: 'b.xsd', data: bytes('b') },
  ]);
  expect([version, stamp, types.has('choice'), host.shown('/modules/depot')]).toEqual(['1.2.3', 's', true, 'modules/depot']);
  expect(() => pieces.file('none.js')).toThrow('pieces/none.js');
});
