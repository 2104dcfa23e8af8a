import { SourceMap } from 'node:module';
import { describe, expect, test } from 'vitest';
import { guardedSchema, guardedScoring } from '../../build/own-types/guard.ts';
import { OwnTypeError } from '../../build/own-types/own-type-error.ts';
import { type BuildCode, runCode, thrown, thrownAt } from '../../build/own-types/run-code.ts';
import { choices } from '../../build/stages/check/forms/choices.ts';
import type { TypeSchema } from '../../build/types/activity-type.ts';
import type { Scoring } from '../../src/model/course/activity.ts';

/** Code whose second line comes from the third line, fifth column, of `type.ts`. */
const code: BuildCode = {
  path: '/types/tri/type.cjs',
  text: '"use strict";\nmodule.exports.score = () => { throw new Error("cassé\\nencore"); }; module.exports.words = require("cartable/scoring").scoreOf({});',
  map: JSON.stringify({ version: 3, sources: ['type.ts'], names: [], mappings: ';AAEI' }),
};

test('code is run with the modules of Cartable, and others of its own', () => {
  expect(runCode({ ...code, text: 'exports.sep = require("node:path").posix.sep;' })).toEqual({ sep: '/' });
  expect(new SourceMap(JSON.parse(code.map)).findEntry(1, 0)).toMatchObject({ originalLine: 2, originalColumn: 4 });
  expect(runCode(code).words).toEqual({ ratio: 1, parts: {} });
});

describe('an error', () => {
  const caught = (): unknown => {
    try {
      return (runCode(code).score as () => unknown)();
    } catch (error) {
      return error;
    }
  };

  test('names the line of the source', () => {
    expect(thrownAt(caught(), code)).toEqual({ file: '/types/tri/type.ts', line: 3, column: 5 });
    expect(thrown(caught(), code, 'x.md')).toEqual({
      code: 'type-code',
      severity: 'error',
      at: { file: '/types/tri/type.ts', line: 3, column: 5 },
      values: { why: 'cassé' },
    });
  });

  test('of a place that the map doesn’t know has no line', () => {
    expect(thrownAt(caught(), { ...code, map: JSON.stringify({ version: 3, sources: ['type.ts'], names: [], mappings: '' }) })).toBeNull();
  });

  test('is found by its column, where a line comes from several', () => {
    // The second line: its first sign comes from line 1, sign 38 alone, where the error is made, from line 9, the next from line 7.
    const map = JSON.stringify({ version: 3, sources: ['type.ts'], names: [], mappings: ';AAAA,qCAQA,CAFA' });
    expect(thrownAt(caught(), { ...code, map })).toEqual({ file: '/types/tri/type.ts', line: 9, column: 1 });
  });

  test('that one function gets from another is one of the line that throws', () => {
    const text = '"use strict";\nconst inner = () => { throw new Error("cassé"); };\nmodule.exports.score = () => inner();';
    const nested = { ...code, text, map: JSON.stringify({ version: 3, sources: ['type.ts'], names: [], mappings: ';AAEI;AAEA' }) };
    const { score } = runCode(nested) as unknown as Scoring;
    expect(() => guardedScoring({ score } as unknown as Scoring, nested).score({}, null)).toThrow('/types/tri/type.ts:3:5 cassé');
  });

  test('of other code names the file where it was met', () => {
    expect([thrownAt(new Error('ailleurs'), code), thrownAt('mot', code)]).toEqual([null, null]);
    expect(thrown('mot', code, 'x.md')).toMatchObject({ at: { file: 'x.md', line: 1, column: 1 }, values: { why: 'mot' } });
  });

  test('thrown in a function of a type is one of that type', () => {
    const { score } = runCode(code) as unknown as Scoring;
    const guarded = guardedScoring({ score, solve: 3 } as unknown as Scoring, code);
    expect(() => guarded.score({}, null)).toThrow(OwnTypeError);
    expect(() => guarded.score({}, null)).toThrow('/types/tri/type.ts:3:5 cassé');
    expect(guarded.solve).toBe(3);
    const other = guardedScoring(
      {
        score: () => {
          throw new RangeError('ailleurs');
        },
      } as unknown as Scoring,
      code,
    );
    expect(() => other.score({}, null)).toThrow(RangeError);
  });

  test('forms of Cartable are not wrapped, others are', () => {
    const schema = (form: object) => guardedSchema({ kind: 'activity', form, check: () => 'ok' } as unknown as TypeSchema, code);
    expect(schema(choices).form).toBe(choices);
    const read = () => ({});
    expect([schema({ read }).form.read === read, schema({ read }).check?.({}, {} as never)]).toEqual([false, 'ok']);
  });
});
