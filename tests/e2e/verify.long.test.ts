import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coursePackage } from '../helpers/shared-packages.ts';
import { checked, observed, pagesOf } from './verify-played.ts';

const PATIENCE = 180_000;

test.each(['scorm2004-3', 'scorm2004-4'])(
  'our own session of %s has nothing but the note about 2004',
  { timeout: PATIENCE },
  async (target) => {
    const { findings, played } = await checked(readFileSync(coursePackage('seance-1', target)));
    expect(findings.map(({ rule }) => rule)).toEqual(['standard-2004']);
    expect(played.state === 'played' && played.launches.map(({ calls }) => calls.at(-1)?.method)).toEqual(['Terminate']);
  },
);

test('a page that never pauses is left, and the check ends', { timeout: PATIENCE }, async () => {
  const { launch } = observed(
    await checked(pagesOf({ atteler: '<p>Quai</p><script>setTimeout(() => { for (;;); }, 200)</script>' })),
    'atteler',
  );
  expect(launch?.calls).toEqual([]);
});
