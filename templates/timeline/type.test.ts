import { expect, test } from 'vitest';
import { cards } from '../../build/stages/check/forms/cards.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { largest, report, score, slots } from './scoring.ts';
import { definition } from './type.ts';

test('it asks nothing: it has no points and no button, and holds any activity', () => {
  expect(uselessExamples(definition)).toEqual([]);
  expect(definition).toMatchObject({ kind: 'activity', form: cards, scored: false, button: false, contains: 'any' });
  expect(definition.attributes.safeParse({}).data).toEqual({});
});

test('it is done once all was seen, and the LMS gets no question', () => {
  const options = { cards: [{ token: 'a' }, { token: 'b' }] } as never;
  expect([score(options, ['a']), score(options, null), slots(options), report(options, ['a']), largest(options)]).toEqual([
    { ratio: 1, parts: {} },
    { ratio: 0, parts: {} },
    [],
    [],
    ['a', 'b'],
  ]);
});
