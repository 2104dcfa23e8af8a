import { expect, it } from 'vitest';
import { effectOf, valuesOf } from '../../../../build/stages/check/body/scene-lines.ts';
import { readAttributes } from '../../../../build/stages/read/text/attributes.ts';
import type { FormContext } from '../../../../build/types/activity-type.ts';

const AT = { file: 'rames.md', line: 1, column: 1 };
const VALUES = { calme: 2, appels: 0 };

function effect(text: string) {
  const found: unknown[] = [];
  const context = {
    at: AT,
    name: 'branching',
    error: (code: string, at: { readonly column: number }, values: object) =>
      found.push([code, ...Object.values(values)].join(' ') + (at.column > 1 ? ` at ${at.column}` : '')),
  } as unknown as FormContext;
  return {
    ...effectOf(
      readAttributes(text, AT, (code) => found.push(code)),
      VALUES,
      context,
    ),
    found,
  };
}

it('reads the values at the start of a story', () => {
  expect([valuesOf(['confiance = 2', 'appels=-1']), valuesOf(undefined)]).toEqual([{ confiance: 2, appels: -1 }, {}]);
});

it('reads steps and settings, in their order', () => {
  expect(effect('calme+1 appels=3 calme-2')).toEqual({
    changes: [
      ['calme', '+', 1],
      ['appels', '=', 3],
      ['calme', '+', -2],
    ],
    needs: [],
    found: [],
  });
});

it('reads steps of several digits, conditions with 0, and what stands beside an id', () => {
  expect(effect('calme+10 if="calme>0"')).toEqual({ changes: [['calme', '+', 10]], needs: [['calme', '>', 0]], found: [] });
  expect(effect('#fin calme-12')).toEqual({ changes: [['calme', '+', -12]], needs: [], found: ['unknown-attribute branching #fin '] });
});

it('reads conditions with all signs', () => {
  const signs = ['<', '<=', '=', '!=', '>=', '>', '≤', '≥', '≠'];
  expect(signs.map((sign) => effect(`if="calme ${sign} 3"`).needs[0]?.[1])).toEqual(['<', '<=', '=', '!=', '>=', '>', '<=', '>=', '!=']);
  expect(effect('if="calme>=1; appels=-2"').needs).toEqual([
    ['calme', '>=', 1],
    ['appels', '=', -2],
  ]);
});

it('keeps what is right beside a mistake, which is reported at its own place', () => {
  expect(effect('calme+2 if="calme>1; calme" appels=x')).toEqual({
    changes: [['calme', '+', 2]],
    needs: [['calme', '>', 1]],
    found: ['unknown-attribute branching appels appels+1 at 29', 'bad-condition calme at 9'],
  });
});

it.each([
  ['an unknown value in a step', 'calmes+1', ['unknown-state calmes calme']],
  ['an unknown value in a condition', 'if="calmes>1"', ['unknown-state calmes calme']],
  ['an unknown value in a setting', 'calmes=1', ['unknown-state calmes calme']],
  ['a word like “if”', 'iff=x', ['unknown-attribute branching iff if']],
  ['a number that is too long in a condition', 'if="calme>1234567"', ['bad-condition calme>1234567']],
  ['a value in capitals', 'Calme+1 if="Calme>1"', ['unknown-state Calme calme', 'unknown-state Calme calme at 9']],
  ['a condition without a number', 'if="calme"', ['bad-condition calme']],
  ['an empty condition', 'if', ['bad-condition ']],
  ['a text as a number', 'calme=deux', ['unknown-attribute branching calme calme+1']],
  ['a number that is too long', 'calme=1234567', ['unknown-attribute branching calme calme+1']],
  ['letters behind a number', 'calme=12x', ['unknown-attribute branching calme calme+1']],
  ['an id', '#fin', ['unknown-attribute branching #fin ']],
])('reports %s', (_, text, found) => expect(effect(text)).toEqual({ changes: [], needs: [], found }));

it('reads numbers of up to six digits, below 0 too', () => {
  expect(effect('calme=123456 appels=-123456 if="calme<123456; appels>-123456"')).toEqual({
    changes: [
      ['calme', '=', 123456],
      ['appels', '=', -123456],
    ],
    needs: [
      ['calme', '<', 123456],
      ['appels', '>', -123456],
    ],
    found: [],
  });
});
