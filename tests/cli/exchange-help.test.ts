import { expect, test } from 'vitest';
import { exchangeHelp } from '../../build/cli/exchange-help.ts';

test('each text stands in both languages, in its own words', () => {
  expect(Object.keys(exchangeHelp.en)).toEqual(Object.keys(exchangeHelp.fr));
  const same = Object.entries(exchangeHelp.fr).filter(([key, text]) => text === exchangeHelp.en[key as keyof typeof exchangeHelp.en]);
  expect(same.map(([key]) => key)).toEqual(['to']);
});

test.each(['fr', 'en'] as const)('arguments and options are named as commander reads them (%s)', (language) => {
  const { files, as, source, to, exportOut } = exchangeHelp[language];
  expect([files, source]).toEqual([expect.stringMatching(/^<\w+\.\.\.>$/), expect.stringMatching(/^<\w+\|\w+>$/)]);
  expect([as, to, exportOut].map((text) => text.split(' ')[0])).toEqual(['--as', '--to', '--out']);
  for (const option of [as, to, exportOut]) expect(option).toMatch(/^--\w+ <\w+>$/);
});

test.each(['fr', 'en'] as const)('exit codes are 0, 1, 2 and 70, in this order (%s)', (language) => {
  const codes = (text: string): string[] => [...text.matchAll(/^ +(\d+)/gm)].map(([, code = '']) => code);
  expect([codes(exchangeHelp[language].exitsImport), codes(exchangeHelp[language].exitsExport)]).toEqual(
    Array(2).fill(['0', '1', '2', '70']),
  );
});
