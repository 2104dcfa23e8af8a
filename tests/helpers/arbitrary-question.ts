import fc from 'fast-check';
import type { Body, Question } from '../../build/exchange/model.ts';

const WORDS = ['pain', 'four', 'levain', 'sel', 'tourte', 'miche', 'nuit', 'pâte', 'beurre', 'seigle'];

/** Words of a sentence, some with signs that other formats read. */
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(
    '**chaud**',
    '*doux*',
    '`250`',
    'a = b',
    'x \\~ y',
    'n # 3',
    'si \\{a}',
    '\\* tard',
    '1 < 2',
    'fin & sel',
    '\\[note\\]',
    'a | b',
  ),
);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const paragraphs = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.map((one) => `Le ${one}`).join('\n\n'));

/** Different lines. */
function lines(least: number, most: number): fc.Arbitrary<string[]> {
  return fc.array(line, { minLength: least, maxLength: most }).map((all) => all.map((one, index) => `${'ABCDEFGH'[index]} ${one}`));
}

const feedback = fc.option(paragraphs, { nil: undefined, freq: 2 });

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };
}

const common = fc.record({ text: paragraphs, after: feedback, id: fc.integer({ min: 1, max: 9999 }) }).map(({ text, after, id }) => ({
  name: `question-${id}`,
  idNumber: `question-${id}`,
  text,
  ...optional('after', after),
  points: 1,
  category: ['Le fournil'],
  tags: [],
  line: 1,
}));

const choices = fc.tuple(lines(2, 5), fc.array(feedback, { minLength: 5, maxLength: 5 }));

const single = choices.chain(([texts, feedbacks]) =>
  fc.record({ at: fc.nat({ max: texts.length - 1 }), other: fc.constantFrom(0, 0, 50, -25) }).map(({ at, other }) => ({
    kind: 'single' as const,
    shuffle: true,
    choices: texts.map((text, index) => ({ text, weight: index === at ? 100 : other, ...optional('feedback', feedbacks[index]) })),
  })),
);
const multiple = choices.map(([texts, feedbacks]) => ({
  kind: 'multiple' as const,
  shuffle: true,
  choices: texts.map((text, index) => ({ text, weight: index < 2 ? 50 : -20, ...optional('feedback', feedbacks[index]) })),
}));
const trueFalse = fc.record({ isTrue: fc.boolean(), right: feedback, wrong: feedback }).map(({ isTrue, right, wrong }) => ({
  kind: 'true-false' as const,
  isTrue,
  ...((right ?? wrong) !== undefined && { results: { ...optional('right', right), ...optional('wrong', wrong) } }),
}));
const short = fc.array(feedback, { minLength: 3, maxLength: 3 }).map((feedbacks) => ({
  kind: 'short' as const,
  answers: [
    { text: 'levain chef', weight: 100, ...optional('feedback', feedbacks[0]) },
    { text: 'leva*', weight: 60, ...optional('feedback', feedbacks[1]) },
    { text: 'pâte \\* 2', weight: 0, ...optional('feedback', feedbacks[2]) },
  ],
}));
const numeric = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 20 }), feedback, feedback)
  .map(([low, width, one, wrong]) => ({
    kind: 'numeric' as const,
    answers: [
      { low: low / 4, high: (low + width) / 4, weight: 100, ...optional('feedback', one) },
      { low: low / 4 - 10, high: (low + width) / 4 + 10, weight: 50 },
    ],
    ...(wrong !== undefined && { results: { wrong } }),
  }));
const matching = fc.tuple(lines(2, 4), fc.nat({ max: 2 })).map(([texts, lures]) => ({
  kind: 'matching' as const,
  pairs: texts.map((text, index) => [text, `réponse ${index}`] as const),
  lures: ['en trop', 'en plus'].slice(0, lures),
}));

/** Questions of the kinds that GIFT, Moodle XML and a bank can say. */
export const arbitraryQuestion: fc.Arbitrary<Question> = fc
  .tuple(common, fc.oneof<fc.Arbitrary<Body>[]>(single, multiple, trueFalse, short, numeric, matching))
  .map(([own, body]) => ({ ...own, ...body }));
