import { expect, test } from 'vitest';
import { versionHelp } from '../../build/cli/version-help.ts';

test('each text stands in both languages, in its own words', () => {
  expect(Object.keys(versionHelp.en)).toEqual(Object.keys(versionHelp.fr));
  const same = Object.entries(versionHelp.fr).filter(([key, text]) => text === versionHelp.en[key as keyof typeof versionHelp.en]);
  expect(same).toEqual([]);
});

test.each(['fr', 'en'] as const)('arguments and options are named as commander reads them (%s)', (language) => {
  const { old, now, course, cohort, note, which } = versionHelp[language];
  expect([old, now, course]).toEqual([expect.stringMatching(/^<\w+>$/), ...Array(2).fill(expect.stringMatching(/^\[\w+\]$/))]);
  expect([cohort, note, which].map((text) => text.split(' ')[0])).toEqual(['--cohort', '--note', '--which']);
  for (const option of [cohort, note, which]) expect(option).toMatch(/^--\w+ <[\w|]+>$/);
});

test.each(['fr', 'en'] as const)('exit codes are 0, 1, 2 and 70, in this order (%s)', (language) => {
  const codes = (text: string): string[] => [...text.matchAll(/^ +(\d+)/gm)].map(([, code = '']) => code);
  expect([codes(versionHelp[language].exitsDiff), codes(versionHelp[language].exitsRelease)]).toEqual(Array(2).fill(['0', '1', '2', '70']));
});
