import { expect, test } from 'vitest';
import type { Block } from '../../../../build/model/source.ts';
import { readText } from '../../../helpers/read-text.ts';

type Tree = string | [name: string, ...Tree[]];

const tree = (blocks: readonly Block[]): Tree[] =>
  blocks.map((block): Tree => {
    if (block.kind === 'heading') return `# ${block.title.text}`;
    if (block.kind !== 'directive') return block.kind;
    const { name, at, lastLine, isUnclosed, body } = block.directive;
    return [`${name} ${at.line}-${lastLine}${isUnclosed ? ' open' : ''}`, ...tree(body)];
  });

test.each<[string, string, Tree[], string[]]>([
  [
    'a bare `:::` closes the one opened last',
    ':::a\nx\n\n:::b\ny\n:::\nz\n:::\n\nw',
    [['a 1-8', 'prose', ['b 4-6', 'prose'], 'prose'], 'prose'],
    [],
  ],
  ['one without a body', 'x\n\n::a{#b}\n\ny', ['prose', ['a 3-3'], 'prose'], []],
  ['a body below two colons', '::a\nx\n:::\n\ny', [['a 1-3', 'prose'], 'prose'], ['body-after-two-colons 1:1']],
  ['nothing to close', 'x\n\n:::', ['prose'], ['nothing-to-close 3:1']],
  ['one that stays open', ':::a\nx', [['a 1-2 open', 'prose']], ['unclosed-directive 1:1']],
  [
    'two that stay open',
    ':::a\nx\n\n:::b\ny',
    [['a 1-5 open', 'prose', ['b 4-5 open', 'prose']]],
    ['unclosed-directive 4:1', 'unclosed-directive 1:1'],
  ],
  [
    'a page inside one that stays open is a page again',
    ':::a\nx\n\n# Le quai\n\ny\n\n# Le tram',
    [['a 1-3 open', 'prose'], '# Le quai', 'prose', '# Le tram'],
    ['unclosed-over-page 1:1'],
  ],
  ['a page inside a closed one', ':::a\n# Le quai\n:::', [['a 1-3', '# Le quai']], []],
  ['a heading of another level', ':::a\n## Le quai', [['a 1-2 open', '# Le quai']], ['unclosed-directive 1:1']],
  ['one in a quotation in a list', '- une\n\n  > citée\n  > ::: non', ['list'], ['directive-in-list 4:5']],
  ['one in a quotation', '> citée\n> ::: non', ['quote'], ['directive-in-list 2:3']],
  ['a line without a name that is closed', '::: 12\nx\n:::\n\ny', [[' 1-3', 'prose'], 'prose'], ['not-a-directive 1:1']],
  ['a page below a line without a name', '::: 12\n\n# Le quai', ['# Le quai'], ['not-a-directive 1:1']],
  ['a page right below one that stays open', ':::a\n# Le quai\n\nx', [['a 1-1 open'], '# Le quai', 'prose'], ['unclosed-over-page 1:1']],
  ['a definition that nothing uses', 'x\n\n[Remarque]: importante', ['prose'], ['unused-reference 3:1']],
  ['no directive', '::: 12', [], ['not-a-directive 1:1']],
  [
    'what follows a line without a name',
    '::: 12\nx\n\n:::b\ny',
    ['prose', ['b 4-5 open', 'prose']],
    ['not-a-directive 1:1', 'unclosed-directive 4:1'],
  ],
])('%s', (_, text, expected, found) => {
  const read = readText(text);
  expect([tree(read.blocks), read.found]).toEqual([expected, found]);
});

test('a directive has its first line as its place, also as a block', () => {
  const { blocks } = readText('x\n\n:::a\ny\n:::\n\n  ::b');
  expect(blocks.slice(1).map((block) => [block.kind, block.at.line, block.at.column])).toEqual([
    ['directive', 3, 1],
    ['directive', 7, 1],
  ]);
});

test('a page in an open directive: its title and line are reported', () => {
  expect(readText(':::a\n\n# Le quai\n\n# Le tram').values).toEqual({ name: 'a', heading: 'Le quai', line: 3 });
});

test('directives are nested at most twelve deep', () => {
  const nested = (depth: number) => readText(`${':::a\n'.repeat(depth)}x\n${':::\n'.repeat(depth)}`);
  expect(nested(12).found).toEqual([]);
  expect(nested(13).found[0]).toBe('too-deep 13:1');
  expect(nested(13).values).toEqual({ limit: 12 });
});

test('attributes of a line, their positions, and a brace that is not closed', () => {
  const attributes = (text: string) => {
    const { blocks, found } = readText(text);
    const [block] = blocks;
    const read = block?.kind === 'directive' ? block.directive.attributes : undefined;
    return [read?.id, read?.entries.map(({ key, value, at }) => `${key}=${value} ${at.line}:${at.column}`), found];
  };
  expect(attributes('::a{#b points=2}')).toEqual(['b', ['points=2 1:8'], []]);
  expect(attributes('::a{#b points=2')).toEqual(['b', ['points=2 1:8'], ['unclosed-brace 1:4']]);
  expect(attributes('::a')).toEqual([undefined, [], []]);
});

test('a line that is wrong is reported with its name or its text', () => {
  expect([':::a\nx', '::a\nx\n:::', `::: ${'1'.repeat(70)}`].map((text) => readText(text).values)).toEqual([
    { name: 'a' },
    { name: 'a' },
    { line: `::: ${'1'.repeat(56)}` },
  ]);
});

test('only the last brace closes the attributes of a directive', () => {
  const { blocks, found } = readText('::a{titre="Un } quai" b=c}');
  const [block] = blocks;
  expect(block?.kind === 'directive' && block.directive.attributes.entries.map(({ key, value }) => [key, value])).toEqual([
    ['titre', 'Un } quai'],
    ['b', 'c'],
  ]);
  expect(found).toEqual([]);
});
