import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { cohortSchema, courseSchema } from '../../../build/model/course-file.ts';
import { readSound, readYaml } from '../../../build/stages/read/yaml.ts';

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
  expect(
    read(
      'id\u00a0: depot\ntitle\u202f: Le\u00a0quai\nmodules: [rames]\ntheme: { name\u00a0: vif }\nvariables: { quai\u00a0: A, voie\u202f: B }\n',
    ),
  ).toMatchObject({
    found: [],
    value: { id: 'depot', title: 'Le\u00a0quai', theme: { name: 'vif' }, variables: { quai: 'A', voie: 'B' } },
  });
});

it('reads no-break spaces in lists and braces in lists so, and leaves those in the braces of a title', () => {
  const people = (text: string) => read(`${COURSE}${text}`).value?.people.map(({ id, name }) => [id, name]);
  expect(people('people:\n  - id\u00a0: nadia\n    name\u202f:\u00a0Nadia\n')).toEqual([['nadia', 'Nadia']]);
  expect(people('people: [{ id\u00a0: nadia, name\u00a0: Nadia }, { id\u202f: marc, name: Marc }]\n')).toEqual([
    ['nadia', 'Nadia'],
    ['marc', 'Marc'],
  ]);
  expect(read(COURSE.replace('Dépôt', 'Le quai {voie\u00a0: A}')).value?.title).toBe('Le quai {voie\u00a0: A}');
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

it('reports wrong indents beside other mistakes, and before a tab', () => {
  const indents = (text: string) => read(text).found.filter((code) => code.startsWith('yaml-indent'));
  expect(indents(`${COURSE}organisation: Tram : nuit\ntitle: Deux\n`)).toEqual(['yaml-indent 4:15']);
  expect(indents(`${COURSE}organisation: Tram : nuit\npeople:\n\t- id: nadia\n`)).toEqual(['yaml-indent 4:15']);
  expect(
    indents(`${COURSE}organisation: Tram : nuit\nvariables: { a: b : c }\npeople:\n  - id: nadia\n  -name: x\n`).length,
  ).toBeGreaterThan(1);
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

it('reports texts that aren’t a map of keys', () => {
  expect([read('- depot\n- rames\n').found, read('Au dépôt\n').found]).toEqual([['yaml-no-keys 1:1'], ['yaml-no-keys 1:1']]);
  expect(read('').found).toEqual(['missing-key 1:1', 'missing-key 1:1', 'missing-key 1:1']);
});

it('reports a title of more than 200 characters, and no other text for its length', () => {
  expect(read(COURSE.replace('Dépôt', 'a'.repeat(200))).found).toEqual([]);
  const long = read(COURSE.replace('Dépôt', 'a'.repeat(201)));
  expect([long.found, long.values]).toEqual([['title-too-long 2:8'], { limit: 200 }]);
});

it('names a missing key with what it is missing in', () => {
  const inner = read(`${COURSE}people:\n  - id: nadia\n`);
  expect([inner.found, inner.values]).toEqual([['missing-key 5:5'], { key: 'people.0.name', last: 'name' }]);
});

it('reports a mistyped key once, and reads its value as the key that is meant', () => {
  const { found, value, file } = read(COURSE.replace('title', 'titel'));
  expect([found, value?.title, file?.isBroken]).toEqual([['unknown-key 2:1'], 'Dépôt', true]);
  expect(read(COURSE.replace('id', 'idd').replace('title', 'titel')).found).toEqual(['unknown-key 1:1', 'unknown-key 2:1']);
  expect(read(`${COURSE}titel: Autre\n`).value?.title).toBe('Dépôt');
  // The name of another key is no name of this one.
  expect(read(COURSE.replace('modules', 'profile')).found).toContain('missing-key 1:1');
});

it('reads the rest of a map with an unknown key inside', () => {
  const { found, value, values } = read(`${COURSE}people:\n  - { id: nadia, name: Nadia, rol: CESF }\n`);
  expect([found, values]).toEqual([['unknown-key 5:31'], { key: 'rol', near: 'role', keys: expect.stringMatching(/^id, name, role/) }]);
  expect(value?.people).toMatchObject([{ id: 'nadia', name: 'Nadia' }]);
  expect(value?.people?.[0]).not.toHaveProperty('rol');
  // A key of the course means nothing in there; one of a session may be near to one of the course.
  expect(read(`${COURSE}people:\n  - { id: nadia, name: Nadia, titel: x }\n`).value?.people).toMatchObject([
    { id: 'nadia', name: 'Nadia' },
  ]);
  expect(read(`${COURSE}pass: 60\n`).values).toMatchObject({ key: 'pass', near: 'pace' });
});

it('reports at most 100 unknown keys', () => {
  const keys = (count: number): string => Array.from({ length: count }, (_, n) => `zzzzzzzz${n}: 1\n`).join('');
  expect([read(COURSE + keys(100)).found.length, read(COURSE + keys(101)).found.length]).toEqual([100, 100]);
});

it('reports a word that no face has, with those that there are, and a name that no variable may have', () => {
  const face = read(`${COURSE}people: [{ id: nadia, name: Nadia, face: { hair: shrt } }]\n`);
  expect([face.found, face.values]).toEqual([
    ['unknown-feature 4:50'],
    { key: 'hair', value: 'shrt', near: 'short', keys: expect.stringContaining('short, ') },
  ]);
  const variable = read(`${COURSE}variables:\n  Le chef: Nadia\n`);
  expect([variable.found, variable.values]).toEqual([['bad-key 5:3'], { name: 'Le chef', fit: 'le-chef' }]);
});

it.each([
  ['a colon in a text', `${COURSE}organisation: Tram : nuit\n`, ['yaml-indent 4:15']],
  [
    'curly quotation marks around a colon',
    COURSE.replace('modules', 'organisation: «\u00a0Tram : nuit\u00a0»\nmodules'),
    ['yaml-curly-quotes 3:15'],
  ],
  ['an item that is not deep enough', `${COURSE}people:\n  - id: nadia\n    role: CESF\n   name: x\n`, ['yaml-indent 7:2']],
  ['an item without a space', `${COURSE}people:\n  - id: nadia\n  -name: x\n`, ['yaml-indent 6:1']],
  ['one that isn’t closed before another', `${COURSE}theme: {\n{ a: b }\n`, ['yaml-not-closed 4:8']],
  ['a brace that isn’t closed', `${COURSE}theme: { name: vif\n`, ['yaml-not-closed 4:8']],
  [
    'texts that grow without an end',
    `${COURSE}variables: { a: &a [x, y], b: &b [*a, *a, *a, *a, *a], c: [*b, *b, *b, *b, *b, *b] }\n`,
    ['broken-yaml 1:1'],
  ],
])('reports %s', (_, text, found) => expect(read(text).found).toEqual(found));

describe('what can be read of a file with mistakes', () => {
  const standIn = { title: 'Sans titre' };

  function sound(text: string, skip?: number) {
    const diagnostics = new Diagnostics();
    const file = readSound(text, 'soir.yaml', cohortSchema, standIn, diagnostics, skip, 'cohort-key');
    return { ...file, found: diagnostics.list.map(({ code, at }) => `${code} ${at.line}:${at.column}`) };
  }

  it('is everything, if there are none', () => {
    const { value, isBroken, found } = sound('title: Soir\ntags: [nuit]\n');
    expect([value, isBroken, found]).toEqual([expect.objectContaining({ title: 'Soir', tags: ['nuit'] }), undefined, []]);
  });

  it('leaves out wrong values and unknown keys, at their lines in the whole file', () => {
    const { value, isBroken, found } = sound('title: Soir\ntags: 3\nvariables: { chef: Nadia }\ncouleur: bleu\n', 4);
    expect([value.title, value.variables, isBroken]).toEqual(['Soir', { chef: 'Nadia' }, true]);
    expect(value.tags).toEqual(cohortSchema.parse(standIn).tags);
    expect(found).toEqual(['bad-value 6:7', 'cohort-key 8:1']);
    expect(sound('tags: 3\n').found).toContain('bad-value 2:7');
  });

  it('leaves out a map with nothing but an unknown key inside, and keeps what follows', () => {
    const { value, found } = sound('title: Soir\ntheme: { couleur: bleu }\ntags: [nuit]\n');
    expect([value.theme, value.tags, found]).toEqual([cohortSchema.parse(standIn).theme, ['nuit'], ['cohort-key 3:10']]);
    const diagnostics = new Diagnostics();
    readSound('title: Soir\ncouleur: bleu\n', 'soir.yaml', cohortSchema, standIn, diagnostics);
    expect(diagnostics.list.map(({ code, at }) => `${code} ${at.line}`)).toEqual(['unknown-key 3']);
  });

  it('is what stands in for it, if nothing can be read', () => {
    for (const text of ['title: [\n', '- Soir\n', 'Soir\n']) {
      const { value, isBroken, found } = sound(text);
      expect([value, isBroken, found.length]).toEqual([cohortSchema.parse(standIn), true, 1]);
    }
  });

  it('keeps the other keys of a map with a mistake inside out of it', () => {
    const { value, found } = sound('title: Soir\ntheme: { accent: rouge, couleur: bleu }\ntags: [nuit]\n');
    expect([value.theme, value.tags, found.length]).toEqual([cohortSchema.parse(standIn).theme, ['nuit'], 2]);
  });

  it('reports keys of a session as such, and a mistyped key with the one that is meant', () => {
    const keys = ['duration: 5min', 'pass: 50', 'completion: visited', 'on-fail: failed', 'pace: page'];
    expect(sound(`title: Soir\n${keys.join('\n')}\n`).found).toEqual([3, 4, 5, 6, 7].map((line) => `cohort-key ${line}:1`));
    expect(sound('title: Soir\ntag: [nuit]\n').found).toEqual(['unknown-key 3:1']);
  });
});
