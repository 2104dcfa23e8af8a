import { describe, expect, test } from 'vitest';
import { answerKey, keyInShort } from '../../build/sheets/answer-key.ts';
import type { Scoring } from '../../src/model/course/activity.ts';
import type { Pattern, Slot } from '../../src/model/record/interaction.ts';
import { activity } from '../helpers/bakery.ts';
import { keyWords } from './key-words.ts';

const slot = (type: Slot['type'], right: Pattern[], more: Partial<Slot> = {}): Slot => ({ type, right, text: '', ...more });
const key = (options: object, slots: Slot[], scoring?: Partial<Scoring>) =>
  answerKey(activity(0, 'frein', 'pick', { options, slots, title: 'Quel frein ?' }), scoring as Scoring | undefined, keyWords);

const CHOICES = {
  choices: [
    { token: 'a', text: 'Patin', feedback: '<p>Oui.</p>' },
    { token: 'b', text: 'Cloche' },
  ],
};
const SORTED = {
  items: [
    { token: 'a', text: 'Rame' },
    { token: 'b', text: 'Bus' },
  ],
  targets: [
    { token: 'p', text: 'Quai' },
    { token: 'q', text: 'Voie' },
  ],
};

describe('choices', () => {
  test('are ticked if some are right', () => {
    expect(key(CHOICES, [slot('choice', [{ type: 'choice', tokens: ['a'] }])])).toEqual([
      {
        rows: [
          { name: 'Patin', mark: 'right', feedback: '<p>Oui.</p>' },
          { name: 'Cloche', mark: 'wrong' },
        ],
      },
    ]);
    expect(key(CHOICES, [slot('choice', [])])).toEqual([{ rows: [{ name: 'Patin', feedback: '<p>Oui.</p>' }, { name: 'Cloche' }] }]);
  });

  test('that are worth something are partly right, and each has what it is worth', () => {
    const choices = [
      { token: 'a', text: 'Patin', weight: 100 },
      { token: 'b', text: 'Cloche', weight: 33.3 },
      { token: 'c', text: 'Phare', weight: 0 },
      { token: 'd', text: 'Banc' },
      { token: 'e', text: 'Klaxon', weight: -50 },
    ];
    expect(key({ choices }, [slot('choice', [{ type: 'choice', tokens: ['a'] }])])).toEqual([
      {
        rows: [
          { name: 'Patin', mark: 'right', weight: 'weight n=100' },
          { name: 'Cloche', mark: 'partly', weight: 'weight n=33,3' },
          { name: 'Phare', mark: 'wrong', weight: 'weight n=0' },
          { name: 'Banc', mark: 'wrong' },
          { name: 'Klaxon', mark: 'wrong', weight: 'weight n=-50' },
        ],
      },
    ]);
  });

  test('of a part stand under its title', () => {
    const options = { scenes: [{ token: 's', title: 'Le quai', choices: [{ token: 'a', text: 'Partir' }] }] };
    expect(key(options, [slot('choice', [{ type: 'choice', tokens: ['a'] }], { part: 's', text: 'Au quai' })])).toEqual([
      { title: 'Au quai', rows: [{ name: 'Partir', mark: 'right' }] },
    ]);
  });
});

test('pairs: each item with all of its places', () => {
  const pairs: Pattern = {
    type: 'matching',
    pairs: [
      ['a', 'p'],
      ['b', 'q'],
      ['a', 'q'],
      ['z', 'y'],
    ],
  };
  expect(key(SORTED, [slot('matching', [pairs])])).toEqual([
    {
      rows: [
        { name: 'Rame', value: 'Quai, Voie' },
        { name: 'Bus', value: 'Voie' },
        { name: 'z', value: 'y' },
      ],
    },
  ]);
  expect(key(SORTED, [slot('matching', [])])).toEqual([]);
});

test('of several right choices each is ticked, and a truth has its word', () => {
  const right: Pattern[] = ['a', 'b'].map((token) => ({ type: 'choice', tokens: [token] }));
  expect(key(CHOICES, [slot('choice', right)])[0]?.rows.map(({ mark }) => mark)).toEqual(['right', 'right']);
  expect(key({}, [slot('true-false', [{ type: 'true-false', value: false }])])).toEqual([{ rows: [{ name: '', value: 'false' }] }]);
});

test('an order', () => {
  const found = key(SORTED, [slot('sequencing', [{ type: 'sequencing', tokens: ['b', 'a', 'z'] }])]);
  expect(found).toEqual([{ ordered: true, rows: [{ name: 'Bus' }, { name: 'Rame' }, { name: 'z' }] }]);
  expect(keyInShort(found)).toBe('Bus → Rame → z');
  expect(key(SORTED, [slot('sequencing', [])])).toEqual([]);
});

describe('what is typed', () => {
  const text = (...words: string[]): Pattern[] => words.map((word) => ({ type: 'fill-in', text: word }));

  test('the first answer, the others, and expected mistakes with their feedback', () => {
    expect(key(CHOICES, [slot('fill-in', text('sable !', 'le sable', 'sable !', 'du sable'))])).toEqual([
      {
        rows: [
          { name: '', value: 'sable\u202f!', also: 'guide.also list=le sable, du sable' },
          { name: 'Patin', feedback: '<p>Oui.</p>' },
        ],
      },
    ]);
    expect(key({}, [slot('fill-in', text('sable', 'le sable'))])[0]?.rows[0]?.also).toBe('guide.also list=le sable');
    expect(key({}, [slot('fill-in', text('sable'))])).toEqual([{ rows: [{ name: '', value: 'sable' }] }]);
    expect(key({}, [slot('fill-in', [])])).toEqual([]);
  });

  test('accepted lines with what they are worth, mistakes without', () => {
    const choices = [
      { token: 'a', text: 'sable', right: true },
      { token: 'b', text: 'sable fin', right: true, weight: 50 },
      { token: 'c', text: 'du sable', right: true, feedback: '<p>Bien.</p>' },
      { token: 'd', text: 'sel', right: false, feedback: '<p>Non.</p>' },
      { token: 'e', text: 'eau', right: false, weight: 0 },
      { token: 'f', text: 'air', right: false },
    ];
    expect(key({ choices }, [slot('fill-in', text('sable'))])[0]?.rows.slice(1)).toEqual([
      { name: 'sable fin', weight: 'weight n=50' },
      { name: 'du sable', weight: 'weight n=100', feedback: '<p>Bien.</p>' },
      { name: 'sel', feedback: '<p>Non.</p>' },
      { name: 'eau' },
    ]);
  });

  test('a part has its name, its own feedback, and no mistakes of the others', () => {
    const part = (more: Partial<Slot>) => key(CHOICES, [slot('fill-in', text('sable'), more)])[0];
    expect(part({ part: 'a' })).toEqual({ rows: [{ name: 'Patin', value: 'sable', feedback: '<p>Oui.</p>' }] });
    expect(part({ part: 'a', text: 'Un mot' })?.rows[0]?.name).toBe('Patin');
    expect(part({ part: 'z', text: 'Un mot' })?.rows[0]?.name).toBe('Un mot');
    expect(part({ part: 'z' })?.rows[0]?.name).toBe('Quel frein ?');
    expect(part({ part: 'a', text: 'Le [?] freine' })).toEqual({
      numbered: true,
      rows: [{ name: '', value: 'sable', feedback: '<p>Oui.</p>' }],
    });
    expect(part({ text: 'Le [?] freine' })).not.toHaveProperty('numbered');
  });

  test('rows of the same kind are one group', () => {
    const blank = (part: string, word: string) => slot('fill-in', text(word), { part, text: 'Le [?]' });
    expect(key({}, [blank('a', 'un'), blank('b', 'deux')])).toEqual([
      {
        numbered: true,
        rows: [
          { name: '', value: 'un' },
          { name: '', value: 'deux' },
        ],
      },
    ]);
    expect(key({}, [blank('a', 'un'), slot('fill-in', text('deux'), { part: 'b', text: 'Deux' })])).toHaveLength(2);
    expect(
      key(CHOICES, [slot('choice', [{ type: 'choice', tokens: ['a'] }], { part: 's', text: 'S' }), slot('fill-in', text('x'))]),
    ).toHaveLength(2);
    const titled = slot('choice', [{ type: 'choice', tokens: ['a'] }], { part: 's', text: 'S' });
    expect(key(CHOICES, [titled, titled])).toHaveLength(2);
    expect(key(CHOICES, [slot('fill-in', text('x')), titled]).map(({ title }) => title)).toEqual([undefined, 'S']);
    expect(key({}, [slot('long-fill-in', []), slot('fill-in', text('x'))])).toEqual([{ rows: [{ name: '', value: 'x' }] }]);
    const order = slot('sequencing', [{ type: 'sequencing', tokens: ['a'] }]);
    expect(key(SORTED, [order, order])).toHaveLength(2);
    expect(key(SORTED, [order, slot('numeric', [{ type: 'numeric', min: 1, max: 1 }])])).toHaveLength(2);
  });
});

describe('steps', () => {
  const done: Pattern = { type: 'performance', steps: [['a', 'Patin']] };

  test('that are needed are marked', () => {
    const found = key(CHOICES, [slot('performance', [done])], { solve: () => ['b'] });
    expect(found).toEqual([{ rows: [{ name: 'Patin', mark: 'needed', feedback: '<p>Oui.</p>' }, { name: 'Cloche' }] }]);
    expect(keyInShort(found)).toBe('Patin');
  });

  test('else a way through, else all with their feedback', () => {
    const found = key(CHOICES, [slot('performance', [])], { solve: () => ['b', 'a', 3, 'z'] as never });
    expect(found).toEqual([{ title: 'guide.way', ordered: true, rows: [{ name: 'Cloche' }, { name: 'Patin' }, { name: 'z' }] }]);
    expect(keyInShort(found)).toBe('guide.way Cloche → Patin → z');
    const all = [{ rows: [{ name: 'Patin', feedback: '<p>Oui.</p>' }, { name: 'Cloche' }] }];
    expect(key(CHOICES, [slot('performance', [])])).toEqual(all);
    expect(key(CHOICES, [slot('performance', [])], { solve: () => ({ a: 1 }) as never })).toEqual(all);
  });
});

test('texts and levels have no key; without slots those of the type count', () => {
  expect(key({}, [slot('long-fill-in', [{ type: 'fill-in', text: 'x' }]), slot('likert', [{ type: 'likert', token: 'a' }])])).toEqual([]);
  expect(key(CHOICES, [], { slots: () => [slot('choice', [{ type: 'choice', tokens: ['b'] }])] })[0]?.rows[1]).toEqual({
    name: 'Cloche',
    mark: 'right',
  });
  expect(key(CHOICES, [])).toEqual([]);
  const own = slot('choice', [{ type: 'choice', tokens: ['a'] }]);
  expect(key(CHOICES, [own], { slots: () => [] })[0]?.rows[0]?.mark).toBe('right');
});

test('a key in one line', () => {
  expect(
    keyInShort([
      { rows: [{ name: 'a', mark: 'right' }, { name: 'b', mark: 'wrong' }, { name: 'c' }, { name: 'e', mark: 'partly' }] },
      { rows: [{ name: 'f', mark: 'needed' }] },
      { ordered: true, rows: [{ name: 'g' }, { name: 'h' }] },
      {
        rows: [
          { name: '', value: '3' },
          { name: 'd', value: '4' },
        ],
      },
    ]),
  ).toBe('a | f | g → h | 3 | d → 4');
  expect(keyInShort([])).toBe('');
});
