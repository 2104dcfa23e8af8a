import { expect, it } from 'vitest';
import type { Lock } from '../../build/model/lock.ts';
import { END, VARIABLE_IN_TEXT } from '../../build/model/markers.ts';
import { retiredParts } from '../../build/sheets/retired.ts';

it('lists parts that are gone from activities that remain, with their tokens', () => {
  const lock = {
    version: 2,
    line: 'abc12',
    modules: {
      rames: {
        pages: [],
        activities: [
          { id: 'frein', parts: [{ text: 'le patin' }, { text: 'la cloche', key: 'x', gone: true }, { text: '', gone: true }] },
          { id: 'quai', gone: true, parts: [{ text: 'le quai', gone: true }] },
        ],
      },
      voies: { pages: [], activities: [{ id: 'voie', parts: [{ text: 'la voie' }] }] },
    },
  } as unknown as Lock;
  expect(retiredParts(lock)).toEqual({ rames: { frein: [{ token: 'b', text: 'la cloche', key: 'x' }] } });
});

it('lists a first part, and each of several', () => {
  const parts = ['le patin', 'la cloche', 'le phare'].map((text, index) => ({ text, ...(index !== 1 && { gone: true }) }));
  const lock = { version: 2, line: 'abc12', modules: { rames: { pages: [], activities: [{ id: 'frein', parts }] } } } as unknown as Lock;
  expect(retiredParts(lock)).toEqual({
    rames: {
      frein: [
        { token: 'a', text: 'le patin' },
        { token: 'c', text: 'le phare' },
      ],
    },
  });
});

it('names the variables of a part and of its key as authors write them', () => {
  const variable = `${VARIABLE_IN_TEXT}chef${END}`;
  const parts = [{ text: `voir ${variable}`, key: variable, gone: true }];
  const lock = { version: 2, line: 'abc12', modules: { rames: { pages: [], activities: [{ id: 'frein', parts }] } } } as unknown as Lock;
  expect(retiredParts(lock)).toEqual({ rames: { frein: [{ token: 'a', text: 'voir {{chef}}', key: '{{chef}}' }] } });
});
