import { expect, test } from 'vitest';
import { compareVersions } from '../../build/versions/compare-versions.ts';
import { versionStrings } from '../../build/versions/strings.ts';
import { version } from './compare/made-version.ts';

const strings = versionStrings('fr');

test('packages of an unknown cohort are noted in their order; one of no cohort is known', () => {
  const unknown = (name: string) => version({ name, cohort: undefined });
  const file = (name: string): string => strings.format('note.cohort', { file: name });
  expect(compareVersions(unknown('a.zip'), unknown('b.zip'), strings)).toMatchObject({ notes: [file('a.zip'), file('b.zip')] });
  expect(compareVersions(version({ name: 'a.zip', cohort: '' }), unknown('b.zip'), strings)).toMatchObject({
    old: { cohort: '' },
    notes: [file('b.zip')],
  });
});
