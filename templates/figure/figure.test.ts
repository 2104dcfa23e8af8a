import { expect, it } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { definition as schema } from './type.ts';

it.each([
  ['::figure{src=four.png}', ['missing-alt:1']],
  ['::figure{src=four.png alt="Le four, porte ouverte"}', []],
  ['::figure{src=four.png decorative}', []],
  ['::figure{src=four.png alt=""}', ['bad-attribute:1']],
  ['::figure{src=four.tiff alt="Le four"}', ['bad-attribute:1']],
  ['::figure{alt="Le four"}', ['missing-attribute:1']],
])('%s', (text, codes) => expect(readActivity('figure', schema, text).found).toEqual(codes));
