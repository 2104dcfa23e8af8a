import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addItem, moveItem, removeItem, removeValue, setValue } from '../../../build/studio/course/yaml-edit.ts';

const COURSE = `# Comment of the file
id: oven   # never change this
title: Séance 1 : Le four
targets: [scorm12, web]
competencies:
  # the first one
  - { id: safe, title: Work safely }
  - id: bake   # in lines
    title: 'Bake it'

  - { id: sell, title: "Sell, and count" } # last
modules: [one, two,
  three] # three
variables:
  contact: |
    two
    lines
  wall: ""
theme: { name: vif, accent: "#1D4ED8" }
`;

/** Lines that are in one text and not in the other. */
function changed(before: string, after: string): string[] {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

describe.each([
  ['LF', COURSE],
  ['CRLF', COURSE.replaceAll('\n', '\r\n')],
])('%s', (_, text) => {
  const cases: readonly [string, string | null, readonly string[]][] = [
    [
      'a value keeps its quotes and comment',
      setValue(text, ['theme', 'accent'], '#12663F'),
      ['-theme: { name: vif, accent: "#1D4ED8" }', '+theme: { name: vif, accent: "#12663F" }'],
    ],
    ['a title with a colon', setValue(text, ['title'], 'Deux : le pain'), ['-title: Séance 1 : Le four', '+title: "Deux : le pain"']],
    [
      'a value in braces that needs quotes',
      setValue(text, ['competencies', 0, 'title'], 'Work, safely'),
      ['-  - { id: safe, title: Work safely }', '+  - { id: safe, title: "Work, safely" }'],
    ],
    [
      'a value in the lines of an item',
      setValue(text, ['competencies', 1, 'title'], 'Eat'),
      ["-    title: 'Bake it'", "+    title: 'Eat'"],
    ],
    [
      'a new key in braces',
      setValue(text, ['theme', 'logo'], 'assets/logo.svg'),
      ['-theme: { name: vif, accent: "#1D4ED8" }', '+theme: { name: vif, accent: "#1D4ED8", logo: assets/logo.svg }'],
    ],
    ['a new key in lines', setValue(text, ['variables', 'room'], '12'), ['+  room: "12"']],
    ['a new key of the file', setValue(text, ['people'], [{ id: 'ada', name: 'Ada' }]), ['+people:', '+  - { id: ada, name: Ada }']],
    [
      'text in several lines becomes one line',
      setValue(text, ['variables', 'contact'], 'Ada'),
      ['-  contact: |', '-    two', '-    lines', '+  contact: Ada'],
    ],
    ['a key is removed from lines', removeValue(text, ['variables', 'contact']), ['-  contact: |', '-    two', '-    lines']],
    [
      'a key is removed from braces',
      removeValue(text, ['theme', 'name']),
      ['-theme: { name: vif, accent: "#1D4ED8" }', '+theme: { accent: "#1D4ED8" }'],
    ],
    ['an item is added in lines', addItem(text, ['competencies'], { id: 'new', title: 'New' }), ['+  - { id: new, title: New }']],
    ['an item is added before another', addItem(text, ['competencies'], { id: 'new', title: 'New' }, 1), ['+  - { id: new, title: New }']],
    [
      'an item is added in brackets',
      addItem(text, ['targets'], 'scorm2004-3'),
      ['-targets: [scorm12, web]', '+targets: [scorm12, web, scorm2004-3]'],
    ],
    ['an item is removed with its lines', removeItem(text, ['competencies'], 1), ['-  - id: bake   # in lines', "-    title: 'Bake it'"]],
    ['the last item is removed', removeItem(text, ['competencies'], 2), ['-  - { id: sell, title: "Sell, and count" } # last']],
    ['an item in brackets over lines is removed', removeItem(text, ['modules'], 2), ['-  three] # three', '+  ] # three']],
  ];
  test.each(cases)('%s', (_name, after, lines) => {
    expect(after).not.toBeNull();
    expect(changed(text, after ?? '')).toEqual(lines);
    expect((after ?? '').includes('\r')).toBe(text.includes('\r'));
  });

  test('moving an item takes its comments along and changes no other line', () => {
    const after = moveItem(text, ['competencies'], 0, 2) ?? '';
    expect(changed(text, after)).toEqual([]);
    expect(after.replaceAll('\r', '')).toContain(`competencies:
  - id: bake   # in lines
    title: 'Bake it'
  - { id: sell, title: "Sell, and count" } # last

  # the first one
  - { id: safe, title: Work safely }
modules:`);
  });
});

test('removing the only member of a map removes the map', () => {
  const text = 'title: A\ntheme: { accent: "#123456" }\nmodules:\n  one:\n    pass: 50\n  two: { pass: 60 }\n';
  expect(removeValue(text, ['theme', 'accent'])).toBe('title: A\nmodules:\n  one:\n    pass: 50\n  two: { pass: 60 }\n');
  expect(removeValue(text, ['modules', 'one', 'pass'])).toBe('title: A\ntheme: { accent: "#123456" }\nmodules:\n  two: { pass: 60 }\n');
});

test('the only item of a list in lines leaves an empty list, which gets lines again', () => {
  const text = 'people: # who\n  - { id: ada }\nid: x\n';
  const without = removeItem(text, ['people'], 0);
  expect(without).toBe('people: [] # who\nid: x\n');
  expect(addItem('people: []\nid: x\n', ['people'], { id: 'ada' })).toBe('people:\n  - { id: ada }\nid: x\n');
});

test('the first key of an item goes from behind its hyphen', () => {
  expect(removeValue('a:\n  - b: 1\n    c: 2\n  - d: 3\n', ['a', 0, 'b'])).toBe('a:\n  - c: 2\n  - d: 3\n');
});

test('a key without a value, an empty file, and a file without a last line break', () => {
  expect(setValue('variables:   # none yet\nid: x', ['variables', 'a'], 'b')).toBe('variables: { a: b }   # none yet\nid: x');
  expect(setValue('', ['title'], 'A')).toBe('title: A\n');
  expect(setValue('# note', ['title'], 'A')).toBe('# note\ntitle: A\n');
  expect(setValue('# note\n', ['title'], 'A')).toBe('# note\ntitle: A\n');
  expect(setValue('id: x', ['title'], 'A')).toBe('id: x\ntitle: A');
  expect(removeValue('id: x\ntitle: A', ['title'])).toBe('id: x');
  expect(setValue('a: { b }\n', ['a', 'b'], 1)).toBe('a: { b: 1 }\n');
});

test('a mark of byte order is no indent', () => {
  expect(setValue('\ufeffid: x\n', ['title'], 'A')).toBe('\ufeffid: x\ntitle: A\n');
  expect(setValue('\ufeffid: x\nm:\n  a: 1\n', ['m', 'b'], 'A')).toBe('\ufeffid: x\nm:\n  a: 1\n  b: A\n');
});

test('a missing key is removed already; one that an alias brings can’t be removed', () => {
  const text = 'x: &all { a: 1, b: 2 }\ntheme: *all\n';
  expect([removeValue(text, ['theme', 'none']), removeValue(text, ['none', 'a']), removeValue(text, ['theme', 'a'])]).toEqual([
    text,
    text,
    null,
  ]);
  expect(removeValue('a: [b', ['a'])).toBeNull();
});

test('keys and values between braces get quotes where they need them', () => {
  expect(setValue('a: { b: 1 }\n', ['a', 'c, d'], 'e, f')).toBe('a: { b: 1, "c, d": "e, f" }\n');
  expect(setValue('a: {}\n', ['a', 'c, d'], 'e, f')).toBe('a: { "c, d": "e, f" }\n');
});

test('the only key of a file leaves an empty file', () => {
  expect([removeValue('id: x', ['id']), removeValue('id: x\n', ['id'])]).toEqual(['', '']);
});

test('a text with an error is not edited', () => {
  expect([addItem('a: [b', ['a'], 1), removeItem('a: [b', ['a'], 0), moveItem('a: [b', ['a'], 0, 1)]).toEqual([null, null, null]);
  expect(setValue('a: [1\nb: 2', ['b'], 3)).toBeNull();
  expect(setValue('a: &x 1\nb: *x\n', ['a'], 2)).toBeNull();
});

const word = fc.constantFrom(
  'a',
  'b: c',
  'x, y',
  '#1D4ED8',
  '[z]',
  '"q"',
  "l'an",
  '- d',
  'null',
  '12',
  '',
  'é : ü',
  ' lead',
  '@at',
  '{{v}}',
  'two\nlines',
);
const member = fc.record({ id: fc.constantFrom('i', 'j', 'k'), title: word }, { requiredKeys: ['id'] });
const action = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    key: fc.constantFrom('id', 'new', 'theme.accent', 'theme.logo', 'variables.wall', 'variables.n', 'cohort.deep.er'),
    value: word,
  }),
  fc.record({
    kind: fc.constant('remove' as const),
    key: fc.constantFrom('title', 'theme.accent', 'theme.name', 'variables.contact', 'variables.wall', 'targets', 'new'),
  }),
  fc.record({ kind: fc.constant('add' as const), value: member, index: fc.nat(4) }),
  fc.record({ kind: fc.constant('drop' as const), index: fc.nat(3) }),
  fc.record({ kind: fc.constant('move' as const), index: fc.nat(3), to: fc.nat(3) }),
);

test('random edits have exactly the value that was asked for, and keep every comment of what stays', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), fc.boolean(), (actions, isCrlf) => {
      let text = (isCrlf ? COURSE.replaceAll('\n', '\r\n') : COURSE).replace('Séance 1 : Le four', 'Le four');
      for (const one of actions) {
        const before = parse(text) as { competencies: { id: string }[]; [key: string]: unknown };
        const count = before.competencies.length;
        let after: string | null = text;
        if (one.kind === 'set') after = setValue(text, one.key.split('.'), one.value);
        else if (one.kind === 'remove') after = removeValue(text, one.key.split('.'));
        else if (one.kind === 'add') after = addItem(text, ['competencies'], one.value, one.index);
        else if (one.index < count && one.kind === 'drop') after = removeItem(text, ['competencies'], one.index);
        else if (one.kind === 'move' && one.index < count && one.to < count) after = moveItem(text, ['competencies'], one.index, one.to);
        // Every edit of a text without aliases is possible.
        expect(after, `${JSON.stringify(one)}\n${text}`).not.toBeNull();
        text = after ?? '';
        expect(text.includes('\r\n')).toBe(isCrlf);
        expect(/[^\r]\n/.test(text)).toBe(!isCrlf);
      }
      expect(text).toContain('# Comment of the file');
      expect(text).toContain('  # never change this');
      expect(text).toContain('# three');
    }),
    { numRuns: 60 },
  );
});

test('a list in lines that is replaced goes beside its key, unless a comment stands there', () => {
  expect(setValue('targets:\n  - web\n  - scorm12\nid: x\n', ['targets'], ['web'])).toBe('targets: [web]\nid: x\n');
  expect(setValue('targets:\n  - web # first\n  - scorm12\n', ['targets'], [])).toBe('targets: []\n');
  expect(setValue('targets: # two\n  - web\nid: x\n', ['targets'], ['scorm12'])).toBe('targets: # two\n  [scorm12]\nid: x\n');
  expect(setValue('theme:\n  name: vif\nid: x\n', ['theme'], { name: 'plain' })).toBe('theme: { name: plain }\nid: x\n');
});
