import { expect, test } from 'vitest';
import { landLines } from '../../../build/html/lands.ts';
import { FIRST_LAND, LAST_LAND } from '../../../build/toolchain/site/land.ts';

test.each([
  [FIRST_LAND, ['w-sun', 'w-hill', 'w-hill-near']],
  [LAST_LAND, ['w-hill', 'w-town', 'w-hill-near']],
])('a land fills its ground, is no picture for screen readers, and has what is near in front', (land, classes) => {
  const [, attributes = ''] = /^<svg([^>]*)>/.exec(land) ?? [];
  expect(attributes).toMatch(/ preserveAspectRatio="xMidYMax slice" aria-hidden="true"$/);
  expect([...land.matchAll(/<(?:path|circle) class="([^"]*)"/g)].map(([, name]) => name)).toEqual(classes);
});

test('the land at the end shows the town of the covers', () => {
  expect(LAST_LAND).toContain(`<path class="w-town" d="${landLines(0)}" transform="translate(0 84)"></path>`);
});
