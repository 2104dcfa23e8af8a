import { expect, test } from 'vitest';
import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import { OwnTypeError } from '../../build/own-types/own-type-error.ts';

test('an error of a type names its line, and keeps the whole report', () => {
  const at = { file: '/types/tri/type.ts', line: 3, column: 5 };
  const diagnostic: Diagnostic = { code: 'type-code', severity: 'error', at, values: { why: 'cassé' } };
  const error = new OwnTypeError(diagnostic);
  expect([error.message, error.diagnostic, error instanceof Error]).toEqual(['/types/tri/type.ts:3:5 cassé', diagnostic, true]);
});
