import fc from 'fast-check';
import { describe, it } from 'vitest';
import { read as readBlanks } from '../../../build/markdown/forms/blanks.ts';
import { read as readChoices } from '../../../build/markdown/forms/choices.ts';
import { read as readFields } from '../../../build/markdown/forms/fields.ts';
import { read as readScenes } from '../../../build/markdown/forms/scenes.ts';
import * as branching from '../../../templates/branching/schema.ts';
import * as choice from '../../../templates/choice/schema.ts';
import * as cloze from '../../../templates/cloze/schema.ts';
import * as numeric from '../../../templates/numeric/schema.ts';
import * as openQuestion from '../../../templates/open-question/schema.ts';
import * as shortText from '../../../templates/short-text/schema.ts';
import * as trueFalse from '../../../templates/true-false/schema.ts';
import * as writing from '../../../templates/writing/schema.ts';
import { readActivity } from '../../helpers/read-activity.ts';

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
    ['choice', choice, readChoices, 'multiple'],
    ['true-false', trueFalse, readChoices, ''],
    ['short-text', shortText, readChoices, 'answer=levain'],
    ['numeric', numeric, readChoices, 'answer=12'],
    ['cloze', cloze, readBlanks, 'mode=list distractors=sel'],
    ['open-question', openQuestion, readFields, 'max-words=20'],
    ['writing', writing, readFields, 'min-words=2'],
    ['branching', branching, readScenes, 'state="levain=1"'],
  ] as const)('%s', (name, schema, form, attributes) => {
    fc.assert(
      fc.property(body, (text) => {
        const { activity, found } = readActivity(name, schema, form, `:::${name}{#fournil ${attributes}}\n${text}\n:::`);
        return activity !== undefined || found.length > 0;
      }),
    );
  });
});
