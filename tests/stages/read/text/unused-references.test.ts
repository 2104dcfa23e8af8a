import { expect, test } from 'vitest';
import { readText } from '../../../helpers/read-text.ts';

test.each<[string, string, string[]]>([
  ['used', 'Voir [le quai][plan].\n\n[plan]: https://example.org', []],
  ['used by its own name', 'Voir [plan].\n\n[plan]: https://example.org', []],
  ['used with other spaces and case', 'Voir [ici][Le  Plan].\n\n[le plan]: https://example.org', []],
  ['used behind a dash without a space', '-[plan]: voir\n\n[plan]: https://example.org', []],
  ['used, with a number before its definition', 'Voir [plan].\n\n1.  [plan]: https://example.org', []],
  ['not used, in numbered lists', '12) [Remarque]: importante', ['unused-reference 1:5']],
  ['used with a line end', 'Voir [ici][le\tplan].\n\n[Le   plan]: https://example.org', []],
  ['used with several spaces', 'Voir [ici][le  plan  bleu].\n\n[le plan bleu]: https://example.org', []],
  ['in code', '```\n[plan]: x\n```\n\nVoir [ici][rame].\n\n[rame]: https://example.org', []],
  ['nothing that is defined', 'Une rame [1].', []],
  ['used with spaces in its brackets', 'Voir [ici][ plan ].\n\n[ plan]: https://example.org', []],
  ['used, with a space before its definition in a numbered list', 'Voir [plan].\n\n123)   [plan]: https://example.org', []],
  ['not used, twice', '[un]: a\n[deux]: b\n\n[deux]', ['unused-reference 1:1']],
  ['not used', 'Une rame.\n\n[Remarque]: importante', ['unused-reference 3:1']],
  ['not used, in a list', '- [Remarque]: importante', ['unused-reference 1:3']],
  ['not used, in a quotation', '> [Remarque]: importante', ['unused-reference 1:3']],
  ['named only behind a backslash', 'Voir \\[plan].\n\n[plan]: https://example.org', ['unused-reference 3:1']],
  ['used by another definition’s line', '[plan]: https://example.org\n\n[a]: https://example.org [plan]', []],
])('%s', (_, text, found) => {
  expect(readText(text).found.filter((one) => one.startsWith('unused'))).toEqual(found);
});

test('the name is reported as it is written', () => {
  expect(readText('[Remarque]: importante').values).toEqual({ name: 'Remarque' });
});
