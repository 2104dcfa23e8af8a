import { expect, test } from 'vitest';
import * as z from 'zod';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { definitionOf, scoringOf, stringsOf, type TypeExports } from '../../build/own-types/check-type.ts';
import type { TypeFolder } from '../../build/own-types/type-folders.ts';
import type { TypeSchema } from '../../build/types/activity-type.ts';

const FOLDER: TypeFolder = { name: 'tri', path: '/types/tri', files: new Set(['type.ts', 'scoring.ts', 'runtime.js']) };
const SCHEMA = { kind: 'activity', form: { read: () => ({}) }, attributes: z.object({}) };

function run<Result>(task: (diagnostics: Diagnostics) => Result) {
  const diagnostics = new Diagnostics();
  const result = task(diagnostics);
  return [
    result,
    diagnostics.list.map(({ code, at, values }) => `${code} ${at.file.replace('/types/tri/', '')} ${values.key ?? values.name}`),
    diagnostics.list,
  ] as const;
}
const exports = (more: Partial<TypeExports>): TypeExports => ({
  type: { definition: SCHEMA },
  scoring: null,
  strings: {},
  template: {},
  print: null,
  ...more,
});

const at = (file: string) => ({ file: `/types/tri/${file}`, line: 1, column: 1 });

test('a report has its place and all values of its sentence', () => {
  const definition = { ...SCHEMA, kind: 'bloc', form: { read: 1 }, attributes: { shape: 1 } };
  const [, , wrong] = run((diagnostics) => definitionOf(exports({ type: { definition } }), FOLDER, diagnostics));
  const error = { code: 'bad-value', severity: 'error', at: at('type.ts') };
  expect(wrong).toEqual([
    { ...error, values: { key: 'kind', expected: "kind: 'activity' | 'block'" } },
    { ...error, values: { key: 'form', expected: 'form: choices' } },
    { ...error, values: { key: 'attributes', expected: 'attributes: z.object({})' } },
  ]);
  const [, , strings] = run((diagnostics) => stringsOf(exports({ strings: { fr: { label: 'Tri', aide: 'x' } } }), FOLDER, diagnostics));
  expect(strings).toEqual([{ code: 'missing-key', severity: 'error', at: at('strings.json'), values: { key: 'en', last: '"en"' } }]);
  const tables = { fr: { label: 'Tri', aide: 'x' }, en: { label: 'Sort' } };
  const [, , keys] = run((diagnostics) => stringsOf(exports({ strings: tables }), FOLDER, diagnostics));
  expect(keys).toEqual([{ code: 'missing-key', severity: 'error', at: at('strings.json'), values: { key: 'en.aide', last: '"aide"' } }]);
});

test('without a script, the folder is the place of what is missing', () => {
  const folder = { ...FOLDER, files: new Set<string>() };
  const [, , definition] = run((diagnostics) => definitionOf(exports({ type: {} }), folder, diagnostics));
  const [, , scoring] = run((diagnostics) =>
    scoringOf(exports({ scoring: { score: 1 } }), SCHEMA as unknown as TypeSchema, folder, diagnostics),
  );
  expect([definition, scoring].map((list) => list.at(-1)?.at.file)).toEqual(['/types/tri', '/types/tri']);
});

test('a definition has a kind, a form and attributes', () => {
  const found = (definition: unknown) =>
    run((diagnostics) => definitionOf(exports({ type: { definition } }), FOLDER, diagnostics)).slice(0, 2);
  expect(found(SCHEMA)).toEqual([SCHEMA, []]);
  expect(found({ ...SCHEMA, kind: 'block' })[1]).toEqual([]);
  for (const none of [undefined, null, 'x']) expect(found(none)).toEqual([null, ['type-export-missing type.ts definition']]);
  expect(found({ kind: 'bloc', form: {}, attributes: {} })).toEqual([
    null,
    ['bad-value type.ts kind', 'bad-value type.ts form', 'bad-value type.ts attributes'],
  ]);
  expect(found({ ...SCHEMA, form: null })).toEqual([null, ['bad-value type.ts form']]);
  for (const attributes of [null, undefined, {}])
    expect(found({ ...SCHEMA, attributes })).toEqual([null, ['bad-value type.ts attributes']]);
});

test('an activity has a scoring with its functions; a block has none', () => {
  const whole = { score: () => 0, slots: () => [], report: () => [], largest: () => 0 };
  const found = (scoring: Record<string, unknown> | null, schema: object = {}, folder = FOLDER) =>
    run((diagnostics) => scoringOf(exports({ scoring }), { ...SCHEMA, ...schema } as unknown as TypeSchema, folder, diagnostics)).slice(
      0,
      2,
    );
  expect(found(whole)).toEqual([whole, []]);
  expect(found(whole, { kind: 'block' })).toEqual([null, []]);
  expect(found({ ...whole, score: 1, largest: 'x' })[1]).toEqual(
    ['score', 'largest'].map((name) => `type-export-missing scoring.ts ${name}`),
  );
  expect(found({})[0]).toEqual({});
  expect(found({})[1]).toEqual(['score', 'slots', 'report', 'largest'].map((name) => `type-export-missing scoring.ts ${name}`));
  for (const scored of [true, () => false]) expect(found(whole, { scored })[1]).toEqual(['type-export-missing scoring.ts solve']);
  expect([
    found(whole, { scored: false })[1],
    found({ ...whole, draw: () => 0 }, { scored: true })[1],
    found({ ...whole, solve: () => 0 }, { scored: true })[1],
  ]).toEqual([[], [], []]);
  expect(found(null, {}, { ...FOLDER, files: new Set(['type.ts']) })).toEqual([
    null,
    ['type-file-missing scoring.ts tri', 'type-file-missing runtime.ts tri'],
  ]);
});

test('strings are the same in both languages, with a label', () => {
  const found = (strings: unknown) => run((diagnostics) => stringsOf(exports({ strings }), FOLDER, diagnostics)).slice(0, 2);
  const whole = { fr: { label: 'Tri', aide: '' }, en: { label: 'Sort', aide: 'x' } };
  expect(found(whole)).toEqual([whole, []]);
  expect(found({ fr: { label: 'Tri' }, en: { label: '', aide: 3 } })).toEqual([
    null,
    ['missing-key strings.json fr.aide', 'missing-key strings.json en.label', 'missing-key strings.json en.aide'],
  ]);
  expect(found({ fr: {}, en: {} })[1]).toEqual(['missing-key strings.json fr.label', 'missing-key strings.json en.label']);
  expect(found({ ...whole, fr: 'Tri' })).toEqual([null, ['missing-key strings.json fr']]);
  expect([found(null)[1], found({ fr: whole.fr })[1]]).toEqual([
    ['missing-key strings.json fr', 'missing-key strings.json en'],
    ['missing-key strings.json en'],
  ]);
});
