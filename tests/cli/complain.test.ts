import { expect, test } from 'vitest';
import { complain } from '../../build/cli/complain.ts';
import type { CommandContext } from '../../build/cli/context.ts';

function called(json: boolean): { readonly code: number; readonly out: string[]; readonly err: string[] } {
  const [out, err]: [string[], string[]] = [[], []];
  const context = { language: 'fr', print: (text: string) => out.push(text), complain: (text: string) => err.push(text) };
  const code = complain(['pas de \u001bzip', 'trop grand'], json ? { json } : {}, context as unknown as CommandContext);
  return { code, out, err };
}

test('each reason on a line, safe for the terminal', () => {
  const { code, out, err } = called(false);
  expect([code, out, err.length]).toEqual([1, [], 2]);
  expect(err).toEqual(['erreur pas de ␛zip', 'erreur trop grand']);
});

test('as JSON the reasons are what they were', () => {
  const { code, out, err } = called(true);
  expect([code, err, out]).toEqual([1, [], [JSON.stringify({ errors: ['pas de \u001bzip', 'trop grand'] }, null, 2)]]);
});
