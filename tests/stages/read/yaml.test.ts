import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { courseSchema } from '../../../build/model/course-file.ts';
import { readYaml } from '../../../build/stages/read/yaml.ts';

const COURSE = 'id: depot\ntitle: Dépôt\nmodules: [rames]\n';

function read(text: string) {
  const diagnostics = new Diagnostics();
  const file = readYaml(text, 'course.yaml', courseSchema, diagnostics);
  return {
    value: file?.value,
    file,
    found: diagnostics.list.map(({ code, at }) => `${code} ${at.line}:${at.column}`),
    values: diagnostics.list[0]?.values,
  };
}

it('reads titles with colons, and keeps what is behind a remark out of them', () => {
  expect(read(COURSE.replace('Dépôt', 'Séance 1 : le quai : la voie # un : mot'))).toMatchObject({
    found: [],
    value: { title: 'Séance 1 : le quai : la voie' },
  });
});

it('reads no-break spaces around the colons of keys as spaces, and leaves those of titles', () => {
  expect(read('id\u00a0: depot\ntitle\u202f: Le\u00a0quai\nmodules: [rames]\ntheme: { name\u00a0: vif }\n')).toMatchObject({
    found: [],
    value: { id: 'depot', title: 'Le\u00a0quai', theme: { name: 'vif' } },
  });
});

it.each([
  ['a key twice', `${COURSE}title: Deux\n`, ['yaml-key-twice 4:1']],
  ['a tab', 'id: depot\ntitle: Dépôt\nmodules:\n\t- rames\n', ['yaml-tab 4:1']],
  ['brackets that aren’t closed', COURSE.replace('rames]', 'rames'), ['yaml-not-closed 3:10']],
  ['a colour that is read as a remark', `${COURSE}theme: { accent: #1D4ED8 }\n`, ['yaml-hash 4:18']],
  ['an apostrophe in single quotation marks', COURSE.replace('Dépôt', "'L'arrêt'"), ['yaml-apostrophe 2:11']],
  ['a sign at the start of a text', COURSE.replace('Dépôt', '@quai'), ['yaml-bare-sign 2:8']],
])('reports %s', (_, text, found) => expect(read(text).found).toEqual(found));

it('reports the consequences of a tab once', () => {
  expect(
    read('id: depot\ntitle: Dépôt\npeople:\n\t- id: nadia\n\t  name: Nadia\nmodules: [rames]\n').found.filter(
      (code) => !code.startsWith('yaml-tab'),
    ),
  ).toEqual([]);
});

it('reports an unknown key with the nearest one, at its position', () => {
  expect(read(`${COURSE}organization: Rails\n`)).toMatchObject({
    found: ['unknown-key 4:1'],
    values: { key: 'organization', near: 'organisation' },
  });
  expect(read(`${COURSE}theme:\n  acent: "#1D4ED8"\n`)).toMatchObject({
    found: ['unknown-key 5:3'],
    values: { near: 'accent', keys: 'name, accent, logo' },
  });
});

it('reports a missing key, and a value of another kind with one that is valid', () => {
  expect(read('id: depot\ntitle: Dépôt\n').found).toEqual(['missing-key 1:1']);
  expect(read(COURSE.replace('[rames]', '"rames; quai"'))).toMatchObject({ values: { like: '[rames, quai]' } });
  expect(read(COURSE.replace('depot', 'Le Dépôt'))).toMatchObject({ found: ['bad-value 1:5'], values: { like: 'le-depot' } });
  expect(read(`${COURSE}lang: de\n`)).toMatchObject({ found: ['bad-value 4:7'], values: { expected: 'fr | en' } });
  expect(read(COURSE.replace('Dépôt', '12'))).toMatchObject({ found: ['bad-value 2:8'], values: { like: '"12"' } });
  expect(read(`${COURSE}people: [{ id: nadia, name: Nadia, colour: 9 }]\n`)).toMatchObject({ values: { expected: '≤ 4' } });
  expect(read(`${COURSE}people: [{ id: nadia, name: Nadia, colour: 0 }]\n`)).toMatchObject({ values: { expected: '≥ 1' } });
});

it('finds the position of a value, of a key, and of the nearest that exists', () => {
  const { file } = read(`${COURSE}variables:\n  chef: la cheffe\n`);
  expect(file?.at('variables', 'chef')).toMatchObject({ line: 5, column: 9 });
  expect(file?.keyAt('variables', 'chef')).toMatchObject({ line: 5, column: 3 });
  expect(file?.at('modules', 0)).toMatchObject({ line: 3, column: 11 });
  expect(file?.at('modules', 5)).toMatchObject({ line: 3, column: 10 });
});

it('reports a key of JavaScript’s own, and characters that no text may have', () => {
  expect(read(`${COURSE}variables: { __proto__: x }\n`).found).toEqual(['unknown-key 4:14']);
  expect(read(COURSE.replace('Dépôt', '"D\\u0000p"')).found).toEqual(['forbidden-sign 2:8']);
});
