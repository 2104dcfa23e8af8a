import { expect, test } from 'vitest';
import { readAnswers } from '../../../../build/exchange/read/gift/answers.ts';
import { protect } from '../../../../build/exchange/read/gift/escapes.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';
import type { TextFormat } from '../../../../build/exchange/read/rich-text.ts';

const read = (text: string, format: TextFormat = 'moodle'): unknown =>
  readAnswers(protect(text), format, new Reading('fr', 'assets/x').context(1, true));

test.each<[string, unknown]>([
  ['', { kind: 'essay' }],
  [' \n ', { kind: 'essay' }],
  ['####Voir.', { kind: 'essay', after: 'Voir.' }],
  ['####', { kind: 'essay' }],
  ['####Voir.####Ici.', { kind: 'essay', after: 'Voir.####Ici.' }],
])('“%s” is an essay', (text, body) => {
  expect(read(text)).toEqual(body);
});

test.each<[string, unknown]>([
  ['T', { isTrue: true }],
  [' true ', { isTrue: true }],
  ['F', { isTrue: false }],
  ['FALSE#Non.#Oui.', { isTrue: false, results: { right: 'Oui.', wrong: 'Non.' } }],
  ['T#Non.', { isTrue: true, results: { wrong: 'Non.' } }],
  ['T##Oui.', { isTrue: true, results: { right: 'Oui.' } }],
  ['T# # ', { isTrue: true }],
  ['T#a\nb####Voir.', { isTrue: true, results: { wrong: 'a\\\nb' }, after: 'Voir.' }],
])('“%s” is a statement', (text, body) => {
  expect(read(text)).toEqual({ kind: 'true-false', ...(body as object) });
});

test.each(['Tx', 'TRUEF', 'vrai'])('“%s” is none', (text) => {
  expect(read(text)).toBe('gift.sign');
});

const choice = (text: string, weight: number, feedback?: string) => ({ text, weight, ...(feedback && { feedback }) });

test.each<[string, unknown]>([
  ['=a ~b', { kind: 'single', shuffle: true, choices: [choice('a', 100), choice('b', 0)] }],
  [
    '~%50%a ~% -33,3 %b#Non. ~%0%c',
    { kind: 'multiple', shuffle: true, choices: [choice('a', 50), choice('b', -33.3, 'Non.'), choice('c', 0)] },
  ],
  ['=%90%a#Oui.#x ~ b #', { kind: 'single', shuffle: true, choices: [choice('a', 90, 'Oui.#x'), choice('b', 0)] }],
  ['=a -> b ~c', { kind: 'single', shuffle: true, choices: [choice('a -> b', 100), choice('c', 0)] }],
  ['=a\\=b ~[markdown]*c*#[html]<b>d</b>', { kind: 'single', shuffle: true, choices: [choice('a=b', 100), choice('*c*', 0, '**d**')] }],
  ['=*a* ~b', { kind: 'single', shuffle: true, choices: [choice('\\*a\\*', 100), choice('b', 0)] }],
  ['=a = b ~c####Voir.', { kind: 'single', shuffle: true, choices: [choice('a', 100), choice('b', 100), choice('c', 0)], after: 'Voir.' }],
])('“%s” is a choice', (text, body) => {
  expect(read(text)).toEqual(body);
});

test('the format of the question is that of its answers', () => {
  expect(read('=*a*#*b* ~c', 'markdown')).toMatchObject({ choices: [choice('*a*', 100, '*b*'), choice('c', 0)] });
  expect(read('=<b>a</b> =<i>b</i>', 'html')).toMatchObject({ kind: 'short', answers: [{ text: '<b>a</b>' }, { text: '<i>b</i>' }] });
});

test.each<[string, readonly unknown[]]>([
  ['=a =%50% b \n c#Oui. =[plain]d', [choice('a', 100), choice('b c', 50, 'Oui.'), choice('d', 100)]],
  ['=a*', [choice('a*', 100)]],
  ['=[plain] a\n =b', [choice('a', 100), choice('b', 100)]],
])('“%s” are typed answers', (text, answers) => {
  expect(read(text)).toEqual({ kind: 'short', answers });
});

test.each<[string, unknown]>([
  [
    '=a -> b =<b>c</b> -> d = -> e',
    {
      kind: 'matching',
      pairs: [
        ['a', 'b'],
        ['**c**', 'd'],
      ],
      lures: ['e'],
    },
  ],
  ['=a->b', { kind: 'matching', pairs: [['a', 'b']], lures: [] }],
  ['=a -> b -> c', { kind: 'matching', pairs: [['a', 'b -> c']], lures: [] }],
  ['=a ->', 'gift.pair'],
  ['=a -> b = ->', 'gift.pair'],
  ['=a -> b =c', { kind: 'short', answers: [choice('a -> b', 100), choice('c', 100)] }],
])('“%s” are pairs', (text, body) => {
  expect(read(text)).toEqual(body);
});

const range = (low: number, high: number, weight = 100, feedback?: string) => ({ low, high, weight, ...(feedback && { feedback }) });

test.each<[string, unknown]>([
  ['#3', { answers: [range(3, 3)] }],
  [' #3:2#Oui.', { answers: [range(1, 5, 100, 'Oui.')] }],
  ['#1..5', { answers: [range(1, 5)] }],
  ['#5..1,5', { answers: [range(1.5, 5)] }],
  ['#=3 =%50%2..4#Presque. ~5', { answers: [range(3, 3), range(2, 4, 50, 'Presque.'), range(5, 5, 0)] }],
  ['#=3 =%0%4', { answers: [range(3, 3), range(4, 4, 0)] }],
  ['#=3 ~#Non.', { answers: [range(3, 3)], results: { wrong: 'Non.' } }],
  ['#=3 =*#Non. ~', { answers: [range(3, 3)], results: { wrong: 'Non.' } }],
  ['#=3 ~#Non. ~#Jamais.', { answers: [range(3, 3)], results: { wrong: 'Jamais.' } }],
  ['#3####Voir.', { answers: [range(3, 3)], after: 'Voir.' }],
  ['#-3\\:1', { answers: [range(-4, -2)] }],
])('“%s” are numbers', (text, body) => {
  expect(read(text)).toEqual({ kind: 'numeric', ...(body as object) });
});

test.each(['#trois', '#1..x', '#x..1', '#3:x', '#=3 =quatre', '#..'])('“%s” is no number', (text) => {
  expect(read(text)).toBe('gift.number');
});

test.each(['a =b', 'a', '%50%a'])('“%s” begins without a sign', (text) => {
  expect(read(text)).toBe('gift.sign');
});

test('a number without a sign in a list is refused', () => {
  expect(read('#=3 ~%x%')).toBe('gift.number');
});
