import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { cohortSchema, courseSchema } from '../../../build/model/course-file.ts';
import { readSound, readYaml } from '../../../build/stages/read/yaml.ts';

const COURSE = 'id: depot\ntitle: Dépôt\nmodules: [rames]\n';

function read(text: string) {
  const diagnostics = new Diagnostics();
  const file = readYaml(text, 'course.yaml', courseSchema, diagnostics);
  const found = diagnostics.list.map(({ code, at }) => `${code} ${at.line}:${at.column}`);
  return { value: file?.value, found, values: diagnostics.list.map(({ values }) => values) };
}

describe('one mistake, one message', () => {
  it.each([
    ['a key on two lines', `${COURSE}Le quai\nest ici: x\n`, ['yaml-indent 4:1']],
    ['a quotation that isn’t closed', COURSE.replace('Dépôt', '"Dépôt'), ['yaml-not-closed 4:1']],
    ['an unknown tag, which is only a warning of the library', COURSE.replace('Dépôt', '!x Dépôt'), ['broken-yaml 2:8']],
    ['a name that stands for nothing', `${COURSE}organisation: *b\n`, ['broken-yaml 1:1']],
    ['a key in curly quotation marks twice', `${COURSE}“a”: 1\n“a”: 2\n`, ['yaml-key-twice 5:1']],
    ['a colon in a text above curly quotation marks', `${COURSE}organisation: Tram : nuit\nlogo: “x”\n`, ['yaml-indent 4:15']],
    ['two in one line', `${COURSE}theme: { a: b : c, d: e : f }\n`, ['broken-yaml 4:13', 'broken-yaml 4:23']],
    [
      'a tab, a key twice, and an indent that the tab may have caused',
      'id: depot\ntitle: Dépôt\nmodules:\n\t- rames\nid: x\norganisation: a : b\n',
      ['yaml-tab 4:1', 'yaml-key-twice 5:1'],
    ],
    ['a number', '0', ['yaml-no-keys 1:1']],
    ['a truth', 'false\n', ['yaml-no-keys 1:1']],
    [
      'a missing title, and an unknown key in a person',
      'id: depot\nmodules: [rames]\npeople: [{ id: nadia, name: Nadia, titel: x }]\n',
      ['missing-key 1:1', 'unknown-key 3:36'],
    ],
    [
      'a key missing in a map whose name is misspelt elsewhere',
      `${COURSE}competencies: [{ id: c1 }]\ncompetencie: x\n`,
      ['missing-key 4:16', 'unknown-key 5:1'],
    ],
    ['a wrong title beside a misspelt one', 'id: depot\ntitle: 12\ntitel: x\nmodules: [rames]\n', ['bad-value 2:8', 'unknown-key 3:1']],
  ])('%s', (_, text, found) => expect(read(text).found).toEqual(found));
});

it('names a wrong value by its whole path', () => {
  expect(read(`${COURSE}people: [{ id: nadia, name: Nadia, colour: 9 }]\n`).values).toEqual([{ key: 'people.0.colour', expected: '≤ 4' }]);
});

it('reads no-break spaces in braces around the whole text', () => {
  expect(read('{ id\u00a0: depot, title\u202f: Dépôt, modules: [rames] }')).toMatchObject({
    found: [],
    value: { id: 'depot', title: 'Dépôt', modules: ['rames'] },
  });
});

describe('a file that can be read in part', () => {
  function sound(text: string) {
    const diagnostics = new Diagnostics();
    const file = readSound(text, 'soir.yaml', cohortSchema, { title: 'Sans titre' }, diagnostics, 4, 'cohort-key');
    return { ...file, found: diagnostics.list.map(({ code, at }) => `${code} ${at.line}:${at.column}`) };
  }

  it('texts that grow without end are reported at the first line of their YAML in the whole file', () => {
    const text = 'title: Soir\nvariables: { a: &a [x, y], b: &b [*a, *a, *a, *a, *a], c: [*b, *b, *b, *b, *b, *b] }\n';
    expect(sound(text)).toMatchObject({ found: ['broken-yaml 5:1'], value: { title: 'Sans titre' } });
  });

  it('an unknown key in a session leaves the key of the session’s name as it is', () => {
    expect(sound('title: Soir\nmodules: { tags: { x: 1 } }\ntags: [nuit]\n')).toMatchObject({
      found: ['cohort-key 6:20'],
      value: { title: 'Soir', tags: ['nuit'], modules: {} },
    });
  });
});
