import { expect, test } from 'vitest';
import { giftQuestion, toGift } from '../../../build/exchange/export/gift.ts';
import type { Body, Question, Remark } from '../../../build/exchange/model.ts';

const choices = (...weights: readonly number[]) => weights.map((weight, index) => ({ text: 'abcdef'.charAt(index), weight }));

function ask(body: Body): Question {
  return { name: '', text: 'Quoi ?', points: 1, category: [], tags: [], line: 1, ...body } as Question;
}

function written(body: Body): { readonly text: string | undefined; readonly lost: readonly unknown[] } {
  const lost: unknown[] = [];
  const lose = (level: Remark['level'], key: string, values?: Remark['values']) => lost.push(values ? [level, key, values] : [level, key]);
  return { text: giftQuestion(ask(body), lose), lost };
}

test.each<[string, Body, string]>([
  ['one right choice', { kind: 'single', shuffle: true, choices: choices(0, 100, 50, -25) }, '{\n~a\n=b\n~%50%c\n~%-25%d\n}'],
  ['several right choices', { kind: 'multiple', shuffle: true, choices: choices(100, 100 / 3, 0) }, '{\n~%100%a\n~%33.33333%b\n~c\n}'],
  ['choices with quotes', { kind: 'single', shuffle: true, choices: [{ text: 'dit "a"', weight: 100 }] }, '{\n=dit "a"\n}'],
  ['a true statement', { kind: 'true-false', isTrue: true }, '{\nT\n}'],
  ['a false statement', { kind: 'true-false', isTrue: false, results: { wrong: 'Non.' } }, '{\nF#Non.#\n}'],
  ['feedback of a right answer', { kind: 'true-false', isTrue: true, results: { right: 'Oui.' } }, '{\nT##Oui.\n}'],
  [
    'typed answers',
    {
      kind: 'short',
      answers: [
        { text: 'pain', weight: 100 },
        { text: 'miche', weight: 50, feedback: 'Presque.' },
        { text: 'sel', weight: 0 },
      ],
    },
    '{\n=pain\n=%50%miche#Presque.\n=%0%sel\n}',
  ],
  [
    'numbers',
    {
      kind: 'numeric',
      answers: [
        { low: 3, high: 3, weight: 100, feedback: 'Oui.' },
        { low: 2.5, high: 4, weight: 50 },
      ],
      results: { wrong: 'Non.' },
    },
    '{\n#=3:0#Oui.\n=%50%2.5..4\n~#Non.\n}',
  ],
  ['pairs', { kind: 'matching', pairs: [['sel', 'gros\\*']], lures: ['fin'] }, '{\n=sel -> gros*\n= -> fin\n}'],
  ['pairs with signs', { kind: 'matching', pairs: [['a=b', 'c~d']], lures: ['e#f'] }, '{\n=a\\=b -> c\\~d\n= -> e\\#f\n}'],
  ['an essay', { kind: 'essay' }, '{}'],
  ['an essay with general feedback', { kind: 'essay', after: 'Voir.' }, '{\n####Voir.\n}'],
  ['general feedback after the answers', { kind: 'true-false', isTrue: true, after: 'Voir.' }, '{\nT\n####Voir.\n}'],
])('%s', (_, body, braces) => {
  expect(written(body)).toEqual({ text: `Quoi ? ${braces}`, lost: [] });
});

test('a text without answers has no braces', () => {
  expect(written({ kind: 'description' })).toEqual({ text: 'Quoi ?', lost: [] });
});

test('the head has the identifier, then the tags; the name stands before the text', () => {
  const own = { kind: 'true-false', isTrue: true } as const;
  expect(written({ ...own, idNumber: 'q1', tags: ['c1', 'c2'], name: 'Le four' }).text).toBe(
    '// [id:q1] [tag:c1] [tag:c2]\n::Le four::Quoi ? {\nT\n}',
  );
  expect(written({ ...own, tags: ['c1'] }).text).toBe('// [tag:c1]\nQuoi ? {\nT\n}');
  expect(written({ ...own, idNumber: 'q1' }).text).toBe('// [id:q1]\nQuoi ? {\nT\n}');
});

test('characters of GIFT are escaped, and spaces around a text go', () => {
  const text = ' un = deux # {a} : ~ \n trois ';
  const { text: found } = written({ kind: 'short', name: 'a:b', answers: [{ text, weight: 100 }] });
  expect(found).toContain('::a\\:b::');
  expect(found).toContain('=un \\= deux \\# \\{a\\} \\: \\~ \\n trois\n');
});

test('one formatted text makes all of them HTML, on one line each', () => {
  const body: Body = {
    kind: 'single',
    shuffle: true,
    choices: [
      { text: 'le **pain**', weight: 100, feedback: 'Un.\n\nDeux.\n\nTrois.' },
      { text: 'b', weight: 0 },
    ],
  };
  expect(written(body).text).toBe('[html]<p>Quoi ?</p> {\n=le <strong>pain</strong>#<p>Un.</p> <p>Deux.</p> <p>Trois.</p>\n~b\n}');
});

test.each<[string, Body]>([
  ['the question', { kind: 'essay', text: 'le *pain*' }],
  ['general feedback', { kind: 'essay', after: 'le *pain*' }],
  ['feedback by result', { kind: 'true-false', isTrue: true, results: { wrong: 'le *pain*' } }],
  ['a choice', { kind: 'multiple', shuffle: true, choices: [{ text: 'le *pain*', weight: 100 }] }],
  ['feedback of a choice', { kind: 'single', shuffle: true, choices: [{ text: 'b', weight: 100, feedback: 'le *pain*' }] }],
  ['feedback of a typed answer', { kind: 'short', answers: [{ text: 'b', weight: 100, feedback: 'le *pain*' }] }],
  ['feedback of a number', { kind: 'numeric', answers: [{ low: 1, high: 1, weight: 100, feedback: 'le *pain*' }] }],
  ['the left of a pair', { kind: 'matching', pairs: [['le *pain*', 'b']], lures: [] }],
])('marks in %s make HTML', (_, body) => {
  const { text } = written(body);
  expect(text).toMatch(/^\[html\]/);
  expect(text).toContain('le <em>pain</em>');
});

test('the right of a pair and a typed answer stay plain', () => {
  expect(written({ kind: 'matching', pairs: [['a', 'le *pain*']], lures: ['*b*'] }).text).toBe('Quoi ? {\n=a -> le pain\n= -> b\n}');
  expect(written({ kind: 'short', answers: [{ text: 'p*n', weight: 100 }] }).text).toBe('Quoi ? {\n=p*n\n}');
});

test.each<[Body, readonly unknown[]]>([
  [{ kind: 'essay', text: '![Un four](assets/a.png)', after: 'Voir.' }, [['lost', 'export.picture']]],
  [{ kind: 'single', shuffle: true, choices: choices(100, 0), results: { right: 'Oui.' } }, [['lost', 'export.results']]],
  [{ kind: 'numeric', answers: [], results: { right: 'Oui.', wrong: 'Non.' } }, [['lost', 'export.results']]],
  [{ kind: 'numeric', answers: [], results: { wrong: 'Non.' } }, []],
  [{ kind: 'true-false', isTrue: true, results: { right: 'Oui.', wrong: 'Non.' } }, []],
  [{ kind: 'essay', minWords: 10 }, [['lost', 'export.note']]],
  [{ kind: 'essay', maxWords: 10 }, [['lost', 'export.note']]],
  [{ kind: 'numeric', answers: [], unit: 'g' }, [['lost', 'export.unit', { unit: 'g' }]]],
  [{ kind: 'true-false', isTrue: true, points: 3 }, [['lost', 'export.points', { points: 3 }]]],
  [{ kind: 'essay', points: 3 }, []],
  [{ kind: 'order', steps: ['a', 'b'] }, [['refused', 'export.kind', { type: 'order', to: 'GIFT' }]]],
  [
    { kind: 'cloze', isList: false, distractors: [], text: 'Le [[pain]]', points: 4 },
    [['refused', 'export.kind', { type: 'cloze', to: 'GIFT' }]],
  ],
])('%j loses %j', (body, lost) => {
  expect(written(body).lost).toEqual(lost);
});

test('a refused kind has no text', () => {
  expect(written({ kind: 'order', steps: ['a', 'b'] }).text).toBeUndefined();
});

test('a category stands before its first question, again after another one; a refused question changes nothing', () => {
  const one = (category: readonly string[], body: Body = { kind: 'essay' }) => ask({ ...body, category });
  const text = toGift(
    [
      one([]),
      one(['Pain', 'Sel/eau/four']),
      one(['Pain', 'Sel/eau/four']),
      one(['Four'], { kind: 'order', steps: [] }),
      one(['Pain', 'Sel/eau/four']),
      one([]),
    ],
    () => () => undefined,
  );
  expect(text).toBe(
    'Quoi ? {}\n\n$CATEGORY: $course$/top/Pain/Sel//eau//four\n\nQuoi ? {}\n\nQuoi ? {}\n\nQuoi ? {}\n\n$CATEGORY: $course$/top\n\nQuoi ? {}\n',
  );
});

test('losses belong to their question', () => {
  const found: string[] = [];
  toGift(
    [ask({ kind: 'essay', name: 'un', minWords: 3 }), ask({ kind: 'true-false', isTrue: true, name: 'deux', points: 2 })],
    ({ name }) =>
      (_, key) =>
        found.push(`${name} ${key}`),
  );
  expect(found).toEqual(['un export.note', 'deux export.points']);
});
