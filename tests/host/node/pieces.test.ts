import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NodePieces } from '../../../build/host/node/pieces.ts';
import { root } from '../../helpers/examples-project.ts';

test('index, files and schemas are read when they are needed, and once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-pieces-'));
  const pieces = new NodePieces(root, folder);
  expect(() => pieces.index).toThrow();
  writeFileSync(join(folder, 'index.json'), '{"stringKeys":["a"]}');
  writeFileSync(join(folder, 'a.js'), 'un');
  const { index } = pieces;
  expect([index.stringKeys, pieces.index === index]).toEqual([['a'], true]);
  const file = pieces.file('a.js');
  writeFileSync(join(folder, 'a.js'), 'deux');
  expect([Buffer.from(pieces.file('a.js')).toString(), pieces.file('a.js') === file]).toEqual(['un', true]);
  const schemas = pieces.schemas('scorm12');
  expect([schemas.length > 0, pieces.schemas('scorm12') === schemas, pieces.schemas('scorm2004-4') === schemas]).toEqual([
    true,
    true,
    false,
  ]);
});
