import { expect, test } from 'vitest';
import { reasonsAgainst, type State } from '../../build/toolchain/publish.ts';

const READY: State = {
  version: '1.2.0',
  asked: '1.2.0',
  changes: '',
  tags: ['v1.2.0'],
  changelog: '# Changelog\n\n## [1.2.0] - 2027-01-02\n',
};

test('what is ready may be published', () => {
  expect(reasonsAgainst(READY)).toEqual([]);
});

test.each([
  [{ asked: '' }, 'npm run publish:all -- 1.2.0'],
  [{ asked: '1.1.0' }, 'npm run publish:all -- 1.2.0'],
  [{ changes: ' M package.json' }, 'commit'],
  [{ tags: ['', 'v1.1.0'] }, 'v1.2.0'],
  [{ changelog: '# Changelog\n\n## [Unreleased]\n' }, '[1.2.0]'],
])('%j keeps it from being published by mistake', (change, word) => {
  expect(reasonsAgainst({ ...READY, ...change })).toEqual([expect.stringContaining(word)]);
});

test('all reasons are listed at once', () => {
  expect(reasonsAgainst({ version: '1.2.0', asked: '', changes: '?? a', tags: [], changelog: '' })).toHaveLength(4);
});
