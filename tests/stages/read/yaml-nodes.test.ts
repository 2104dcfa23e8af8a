import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { reportEscaped, reportProto } from '../../../build/stages/read/yaml-nodes.ts';
import { placesIn } from '../../../build/stages/read/yaml-places.ts';

function run(text: string) {
  const document = parseDocument(text);
  const diagnostics = new Diagnostics();
  const places = placesIn(document, text, 'course.yaml', 0);
  reportEscaped(document, places, diagnostics);
  reportProto(document, places, diagnostics);
  return {
    value: document.toJS() as unknown,
    found: diagnostics.list.map(({ code, at, values }) => [code, `${at.line}:${at.column}`, values]),
  };
}

test('characters that no source may have, written as escapes', () => {
  expect(run('id: depot\ntitle: "a\\ue000b"\n').found).toEqual([['forbidden-sign', '2:8', { sign: 'U+E000' }]]);
  expect(run('"a\\ue001": depot\nmodules: ["\\ue000", 12]\n').found).toEqual([
    ['forbidden-sign', '1:1', { sign: 'U+E001' }],
    ['forbidden-sign', '2:11', { sign: 'U+E000' }],
  ]);
  expect(run('id: depot\ntitle: "a\\u00e9b"\nduration: 20\n').found).toEqual([]);
});

test('a key that no object can have is reported and removed', () => {
  expect(run('id: depot\nvariables:\n  __proto__: x\n  chef: Nadia\n')).toEqual({
    value: { id: 'depot', variables: { chef: 'Nadia' } },
    found: [['unknown-key', '3:3', { key: '__proto__', near: '' }]],
  });
  expect(run('__proto__: x\nid: __proto__\npeople:\n  - __proto__: {}\n')).toEqual({
    value: { id: '__proto__', people: [{}] },
    found: ['1:1', '4:5'].map((place) => ['unknown-key', place, { key: '__proto__', near: '' }]),
  });
  expect(run('? [a]\n: b\n__x: y\n__proto: z\n').found).toEqual([]);
});
