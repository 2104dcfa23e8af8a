import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundShape, isTable, rowAt, sectionsOf } from '../../../../build/stages/check/body/form-body.ts';
import { definition as branching } from '../../../../templates/branching/type.ts';
import { definition as choice } from '../../../../templates/choice/type.ts';
import { definition as cloze } from '../../../../templates/cloze/type.ts';
import { definition as numeric } from '../../../../templates/numeric/type.ts';
import { definition as openQuestion } from '../../../../templates/open-question/type.ts';
import { definition as shortText } from '../../../../templates/short-text/type.ts';
import { definition as trueFalse } from '../../../../templates/true-false/type.ts';
import { definition as writing } from '../../../../templates/writing/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';
import { readText } from '../../../helpers/read-text.ts';

const line = fc.constantFrom(
  ...[
    'Le pain [[lève]] au [[four / fournil]].',
    '- [x] levain',
    '- [ ] levure',
    '> Non.',
    '- sel',
    '1. [ ] eau',
    '',
    '## Lundi {#lundi max-words=5}',
    '### Mie',
  ],
  ...[
    '[[',
    ']] [[ ]]',
    '`[[x]]`',
    '| a | b |\n|---|---|\n| [[c]] | d |',
    '{{boulanger}}',
    '- [ ] {{pain}} {x=1}',
    '- [x]',
    ':::',
    ':::choice{#autre}',
    '::audio{}',
    '    code',
    '- [Je pétris](#fin) {levain+1 if="levain<9"}',
    '- [Je reviens](#lundi)',
    '## Fin {#fin ending=good}',
  ],
);
const body = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) }), {
    maxLength: 12,
  })
  .map((lines) => lines.join('\n'));

describe('any text in an activity ends in options or diagnostics', () => {
  it.each([
    ['choice', choice, 'multiple'],
    ['true-false', trueFalse, ''],
    ['short-text', shortText, 'answer=levain'],
    ['numeric', numeric, 'answer=12'],
    ['cloze', cloze, 'mode=list distractors=sel'],
    ['open-question', openQuestion, 'max-words=20'],
    ['writing', writing, 'min-words=2'],
    ['branching', branching, 'state="levain=1"'],
  ] as const)('%s', (name, schema, attributes) => {
    fc.assert(
      fc.property(body, (text) => {
        const { activity, found } = readActivity(name, schema, `:::${name}{#fournil ${attributes}}\n${text}\n:::`);
        return activity !== undefined || found.length > 0;
      }),
    );
  });
});

it('finds the line of a row below the header and its rule', () => {
  const table = { kind: 'table', at: { file: 'rames.md', line: 7, column: 1 } } as Parameters<typeof rowAt>[0];
  expect([rowAt(table, 0), rowAt(table, 2)]).toEqual([
    { file: 'rames.md', line: 9, column: 1 },
    { file: 'rames.md', line: 11, column: 1 },
  ]);
});

describe('the parts of a body', () => {
  const bodyOf = (text: string) => {
    const [block] = readText(`:::scene\n${text}\n:::`).blocks;
    return block?.kind === 'directive' ? block.directive.body : [];
  };
  const kinds = (blocks: readonly { readonly kind: string; readonly at?: { readonly line: number } }[]): unknown[] =>
    blocks.map(({ kind, at }) => `${kind} ${at?.line}`);
  const TABLE = '| a |\n|---|\n| b |';

  it('are what stands before the first table, without quotations, and what follows', () => {
    const around = aroundShape(bodyOf(`Une rame.\n\n> Non.\n\n- sel\n\n${TABLE}\n\n> Après.\n\n${TABLE}`), isTable);
    expect([kinds(around.before), around.shape?.at.line, kinds(around.rest)]).toEqual([['prose 2', 'list 6'], 8, ['quote 12', 'table 14']]);
  });

  it('are all before where there is no table', () => {
    const around = aroundShape(bodyOf('Une rame.\n\n> Non.\n\nDeux.'), isTable);
    expect([kinds(around.before), around.shape, around.rest]).toEqual([['prose 2', 'prose 6'], undefined, []]);
  });

  it('are sections below each ##, deeper headings inside', () => {
    const { before, sections } = sectionsOf(bodyOf('Une rame.\n\n- sel\n\n## Un\n\nA.\n\n### Plus\n\n## Deux\n\n> B.'));
    expect(kinds(before)).toEqual(['prose 2', 'list 4']);
    expect(sections.map(({ heading, blocks }) => [heading.title.text, kinds(blocks)])).toEqual([
      ['Un', ['prose 8', 'heading 10']],
      ['Deux', ['quote 14']],
    ]);
  });
});
