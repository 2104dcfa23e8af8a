import { expect, test } from 'vitest';
import type { Block } from '../../../../build/model/source.ts';
import { readText } from '../../../helpers/read-text.ts';

/** Headings and items as they were separated: `text|second {attributes} [box]`. */
function shown(blocks: readonly Block[]): string[] {
  const keys = (attributes: { id?: string; entries: readonly { key: string }[] } | undefined): string =>
    attributes ? ` {${[attributes.id ?? [], attributes.entries.map(({ key }) => key)].flat(2).join()}}` : '';
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'directive') return [block.directive.name, ...shown(block.directive.body)];
    if (block.kind === 'heading') return [`${block.title.text}${block.second ? `|${block.second.text}` : ''}${keys(block.attributes)}`];
    if (block.kind === 'list')
      return block.items.map(
        ({ text, checked, attributes }) => `- ${text}${keys(attributes)}${checked === undefined ? '' : ` [${checked}]`}`,
      );
    return [block.kind];
  });
}

const inside = (...lines: string[]): string => [':::cards', ...lines, ':::'].join('\n');

test.each<[string, string, string[], string[]]>([
  ['a heading', '# Le quai {#quai only=mardi}', ['Le quai {quai,only}'], []],
  ['a heading that is all attributes', '# {#quai}', [' {quai}'], []],
  ['a variable is no attribute', '# Le quai {{nom}}', ['Le quai {{nom}}'], []],
  ['neither is a brace behind a backslash', '# Le quai \\{a}', ['Le quai {a}'], []],
  ['an open brace', '# Le quai {#quai', ['Le quai {quai}'], ['unclosed-brace 1:11']],
  ['an open brace behind another', '# Le {x y} quai {#quai', ['Le {x y} quai {quai}'], ['unclosed-brace 1:17']],
  ['attributes without a space', '# Quai{#quai}', ['Quai {quai}'], []],
  ['empty attributes', '# Le quai {}', ['Le quai {}'], []],
  ['empty attributes behind a bar', inside('## Rame | tram {}'), ['cards', 'Rame|tram {}'], []],
  ['a bar in a body after two colons', '::cards\n## Rame | tram\n:::', ['cards', 'Rame|tram'], ['body-after-two-colons 1:1']],
  ['a bar below a directive in a list', '- une\n\n  > :::cards\n\n## Rame | tram', ['- une', 'Rame | tram'], ['directive-in-list 3:5']],
  ['a bar behind a stray end', `:::\n\n${inside('## Rame | tram')}`, ['cards', 'Rame|tram'], ['nothing-to-close 1:1']],
  ['a dash in a heading', '# -Le frein', ['-Le frein'], []],
  ['a heading without its space', '##Le frein', ['prose'], ['no-space-after-sign 1:1']],
  ['an open brace before a number', '# Le quai {1', ['Le quai {1'], []],
  ['an open brace in code', '# Le quai `{a`', ['Le quai {a'], []],
  ['an open brace behind a backslash', '# Le quai \\{a', ['Le quai {a'], []],
  ['a bar outside a directive', '## Rame | tram', ['Rame | tram'], []],
  ['a bar in a directive', inside('## Rame | un tram | neuf {#a}'), ['cards', 'Rame|un tram | neuf {a}'], []],
  ['no bar in a directive', inside('## Rame {#a}'), ['cards', 'Rame {a}'], []],
  ['a bar without spaces around it', inside('## Rame |tram'), ['cards', 'Rame |tram'], []],
  ['a brace in the middle of a heading', '# Le {#quai} ici', ['Le {#quai} ici'], ['unread-braces 1:6']],
  ['a bar in another level', inside('### Rame | tram'), ['cards', 'Rame | tram'], []],
  ['boxes', '- [x] une\n- [ ] deux\n- [X] trois\n- quatre', ['- une [true]', '- deux [false]', '- trois [true]', '- quatre'], []],
  ['attributes of an item outside a directive', '- une {#a}', ['- une {#a}'], ['unread-braces 1:7']],
  ['attributes of an item inside', inside('- [x] une {#a}'), ['cards', '- une {a} [true]'], []],
  ['a paragraph is no item', inside('Une.', '', 'Deux {#a}'), ['cards', 'prose', 'prose'], ['unread-braces 4:6']],
  ['neither is the second paragraph of an item', inside('- une {#a}', '', '  deux {#b}'), ['cards', '- une {a}'], ['unread-braces 4:8']],
  ['a heading after a directive', `${inside('x')}\n\n## Rame | tram`, ['cards', 'prose', 'Rame | tram'], []],
  ['a quotation is text', '> # Le quai {#quai}\n\n# Ici {#ici}', ['quote', 'Ici {ici}'], ['unread-braces 1:13']],
])('%s', (_, text, expected, found) => {
  const read = readText(text);
  expect([shown(read.blocks), read.found]).toEqual([expected, found]);
});

test.each<[string, string, string[]]>([
  ['a body after two colons', '::cards\n## Rame\n:::', ['body-after-two-colons 1:1']],
  ['nothing between them', '::figure\n:::', ['nothing-to-close 2:1']],
  ['a page between them', '::cards\n\n# Le quai\n\nUne rame.\n:::', ['nothing-to-close 6:1']],
  ['an include', '::include{file="a.md"}\nUne rame.\n:::', ['nothing-to-close 3:1']],
  ['another directive between them', '::cards\nUne rame.\n\n:::choice\nx\n:::\n\nLa fin.\n:::', ['nothing-to-close 9:1']],
  ['what follows an answer', '::cards\nUne rame.\n\n:::after\nx\n:::\n:::', ['body-after-two-colons 1:1']],
  ['a band', '::cards\nUne rame.\n\n:::band\nx\n:::\n:::', ['body-after-two-colons 1:1']],
  ['one inside a body', ':::cards\n::figure\nUne rame.\n:::', []],
  ['one inside a body, below another', ':::cards\n:::callout\nx\n:::\n::figure\nUne rame.\n:::', []],
  ['an answer below one', '::figure\n\n:::after\nx\n:::', []],
  ['one without a name', '::  {#a}\nUne rame.\n:::', ['not-a-directive 1:1', 'nothing-to-close 3:1']],
  ['one inside a body, and a stray end', ':::cards\n::figure\nx\n:::\n\ny\n:::', ['nothing-to-close 7:1']],
  ['a body behind a stray end', ':::\n\n::cards\nx\n:::', ['nothing-to-close 1:1', 'body-after-two-colons 3:1']],
  ['a rule below a heading', '# Quai\n---', []],
  ['a line of signs below another', 'Le quai\n===', ['underlined-title 1:1']],
  ['a rule below a line', 'Un quai.\n\nLe frein\n---', ['underlined-title 3:1']],
  ['a rule below an empty line', 'Le frein\n\n---', []],
  ['the last one', '::figure\n\nUne.\n\n::cards\nUne rame.\n:::', ['body-after-two-colons 5:1']],
])('colons: %s', (_, text, found) => {
  expect(readText(text).found).toEqual(found);
});
