import { expect, test } from 'vitest';
import { contract } from '../../build/own-types/contract.ts';
import { guardedSchema, guardedScoring } from '../../build/own-types/guard.ts';
import { OwnTypeError } from '../../build/own-types/own-type-error.ts';
import type { BuildCode } from '../../build/own-types/run-code.ts';
import { runCode } from '../../build/own-types/run-code.ts';
import { choices } from '../../build/stages/check/forms/choices.ts';
import type { TypeSchema } from '../../build/types/activity-type.ts';
import type { Scoring } from '../../src/model/course/activity.ts';

/** Code whose second line comes from the third line, fifth column, of `type.ts`. */
const code: BuildCode = {
  path: '/types/tri/type.cjs',
  text: '"use strict";\nmodule.exports.fail = () => { throw new Error("cassé"); };',
  map: JSON.stringify({ version: 3, sources: ['type.ts'], names: [], mappings: ';AAEI' }),
};
const { fail } = runCode(code) as { fail: () => never };

/** @returns what a call throws */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('functions of a scoring get their arguments and give their results', () => {
  const sum = (...numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
  const guarded = guardedScoring({ score: sum, most: 3 } as unknown as Scoring, code) as unknown as { score: typeof sum; most: number };
  expect([guarded.score(1, 2, 4), guarded.most]).toEqual([7, 3]);
});

test('an error of the type’s code names its line', () => {
  const error = thrownBy(() => guardedScoring({ score: fail } as unknown as Scoring, code).score({}, null));
  expect(error).toBeInstanceOf(OwnTypeError);
  expect((error as OwnTypeError).diagnostic).toEqual({
    code: 'type-code',
    severity: 'error',
    at: { file: '/types/tri/type.ts', line: 3, column: 5 },
    values: { why: 'cassé' },
  });
});

test('an error of other code stays as it was', () => {
  const failure = new Error('ailleurs');
  const score = (): never => {
    throw failure;
  };
  expect(thrownBy(() => guardedScoring({ score } as unknown as Scoring, code).score({}, null))).toBe(failure);
});

test('a schema and a form of its own are guarded; a form of Cartable stays the same object', () => {
  const own = guardedSchema({ kind: 'activity', whole: fail, form: { read: fail, name: 'x' } } as unknown as TypeSchema, code);
  expect(own.kind).toBe('activity');
  expect(thrownBy(() => own.whole?.({}))).toBeInstanceOf(OwnTypeError);
  const { read, name } = own.form as unknown as { read: () => unknown; name: string };
  expect([thrownBy(read) instanceof OwnTypeError, name]).toEqual([true, 'x']);
  expect(guardedSchema({ form: choices } as unknown as TypeSchema, code).form).toBe(choices);
});

test('the forms of Cartable are in the contract, each by its name', () => {
  const forms = Object.entries(contract['cartable/types'] ?? {}).filter(
    ([, value]) => typeof (value as { read?: unknown })?.read === 'function',
  );
  expect(forms.map(([name]) => name)).toContain('choices');
  for (const [, form] of forms) expect(guardedSchema({ form } as unknown as TypeSchema, code).form).toBe(form);
});
