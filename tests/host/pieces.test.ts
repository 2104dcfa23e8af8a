import { expect, test } from 'vitest';
import type { PieceIndex } from '../../build/host/engine.ts';
import { pieceText, sharedPieceFile } from '../../build/host/pieces.ts';

test('the file of a shared module, and the text of a piece', () => {
  expect([sharedPieceFile('widgets/drag'), sharedPieceFile('a/b/c')]).toEqual(['shared.widgets.drag.js', 'shared.a.b.c.js']);
  const index = { texts: { 'core.css': 'a{}' } } as unknown as PieceIndex;
  expect([pieceText('core.css', index), pieceText('type.text.css', index)]).toEqual(['a{}', '']);
});
