// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkList } from '../../../src/player/progress.ts';
import { resultParts } from '../../../src/player/results.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';
import { wholePercent } from '../../../src/player/widgets/whole-percent.ts';
import { bakery } from '../../helpers/bakery.ts';
import { overviewOf } from '../../helpers/overview.ts';

test.each([
  [66.67, undefined, 67],
  [66.4, 60, 66],
  [59.6, 60, 59],
  [60, 60, 60],
  [60.4, 60, 60],
  [66.55, 66.6, 66],
  [99.6, undefined, 99],
  [99.6, 60, 99],
  [100, 100, 100],
  [0, 60, 0],
])('%d %% with a mark of %s is shown as %i', (percent, mark, shown) => expect(wholePercent(percent, mark)).toBe(shown));

test('a score just below the pass mark is not shown as the mark', () => {
  useStrings(JSON.parse(readFileSync('src/strings/fr.json', 'utf8')));
  const content = bakery({ pass: 60 });
  const parts = resultParts(content, { ...overviewOf().progress(), score: 59.6, status: 'incomplete' }, 2, linkList);
  const words = parts.flatMap((part) =>
    [...part.querySelectorAll('p')].map(({ textContent }) => (textContent ?? '').replaceAll('\u00a0', ' ')),
  );
  expect(words.find((one) => one.startsWith('Score'))).toBe('Score : 59 %.');
});
