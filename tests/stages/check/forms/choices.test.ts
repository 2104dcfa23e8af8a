import { describe, expect, it, test } from 'vitest';
import { pictogramPath } from '../../../../build/kit/kit-path.ts';
import { assetMarker, tokenMarker } from '../../../../build/model/markers.ts';
import { definition as choice } from '../../../../templates/choice/type.ts';
import { definition as numeric } from '../../../../templates/numeric/type.ts';
import { definition as shortText } from '../../../../templates/short-text/type.ts';
import { definition as trueFalse } from '../../../../templates/true-false/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const choiceOf = (text: string) => readActivity('choice', choice, text);

interface Choice {
  readonly token: string;
  readonly html: string;
  readonly text: string;
  readonly right: boolean;
  readonly feedback?: string;
}

const BREAD = `:::choice{#levain}
Quel ingrédient fait lever ce pain ?

- [ ] Le sel
> Non : il *freine* la pousse.
- [x] Le levain
- [ ] L'eau
:::`;

describe('choices', () => {
  it('gives a line its weight, with a comma or a point, beside its pictogram', () => {
    const lines =
      '- [x] Le levain {weight=100 icon=bread}\n- [ ] La levure {weight=33,3}\n- [ ] Le sel {weight=-25.5}\n- [ ] L’eau {weight=0}';
    const { found, options, activity } = choiceOf(`:::choice{#levain}\nQuoi ?\n\n${lines}\n:::`);
    expect([found, options.multiple]).toEqual([[], false]);
    expect((options.choices as { weight?: number }[]).map(({ weight }) => weight)).toEqual([100, 33.3, -25.5, 0]);
    expect(activity?.parts).toEqual(choiceOf(`:::choice{#levain}\nQuoi ?\n\n${lines.replace(/ \{.*?\}/g, '')}\n:::`).activity?.parts);
  });

  it('has weights for all lines or for none', () => {
    const of = (lines: string) => choiceOf(`:::choice{#levain}\nQuoi ?\n\n${lines}\n:::`).found;
    expect(of('- [x] Le levain {weight=100}\n- [ ] Le sel')).toEqual(['weight-missing:5']);
    expect(of('- [x] Le levain {weight=100}\n- [ ] Le sel {weight=150}')).toEqual(['bad-weight:5']);
    expect(of('- [x] Le levain {weight=90}\n- [ ] Le sel {weight=0}')).toEqual(['weight-sum:4']);
    expect(of('- [x] Un {weight=33.3}\n- [x] Deux {weight=33.3}\n- [x] Trois {weight=33.3}\n- [ ] Dix {weight=0}')).toEqual([]);
    expect(of('- [x] Un {weight=50}\n- [x] Deux {weight=50}\n- [ ] Dix {weight=10}')).toEqual(['weight-of-other-box:6']);
    expect(of('- [x] Un {weight=100}\n- [x] Deux {weight=0}\n- [ ] Dix {weight=-10}')).toEqual(['weight-of-other-box:5']);
  });

  it('has none in a statement, a checklist or an expected mistake', () => {
    const statement = ':::true-false{#pain}\n- [x] Il lève. {weight=50}\n:::';
    expect(readActivity('true-false', trueFalse, statement).found).toEqual(['unknown-attribute:2']);
  });

  it('gives a line its pictogram, which changes nothing of what it is recognised by', () => {
    const drawn = choiceOf(BREAD.replace('- [x] Le levain', '- [x] Le levain {icon=bread}'));
    expect(drawn.found).toEqual([]);
    expect(drawn.activity?.parts).toEqual(choiceOf(BREAD).activity?.parts);
    expect((drawn.options.choices as { icon?: string }[]).map(({ icon }) => icon)).toEqual([
      undefined,
      assetMarker(pictogramPath('bread')),
      undefined,
    ]);
    const unseen = ':::short-text{#pain answer=seigle}\nQuel pain ?\n\n- [ ] Le blé {icon=bread}\n:::';
    expect(readActivity('short-text', shortText, unseen).found).toEqual(['unknown-attribute:4']);
  });

  it('reads the question, the lines with a box and their feedback', () => {
    const { options, activity, found } = choiceOf(BREAD);
    const choices = options.choices as Choice[];
    expect(found).toEqual([]);
    expect(options.prompt).toBe('<p>Quel ingrédient fait lever ce pain\u202f?</p>');
    expect(choices.map(({ text, right }) => [text, right])).toEqual([
      ['Le sel', false],
      ['Le levain', true],
      ["L'eau", false],
    ]);
    expect(choices[0]?.feedback).toBe('<p>Non\u00a0: il <em>freine</em> la pousse.</p>');
    expect(choices[2]?.html).toBe('L’eau');
    expect(choices.map(({ token }) => token)).toEqual([0, 1, 2].map(tokenMarker));
    expect(activity?.parts).toEqual([{ text: 'Le sel' }, { text: 'Le levain', key: 'x' }, { text: "L'eau" }]);
  });

  it('is a group of radios with one tick, of boxes with two or with `multiple`', () => {
    expect(choiceOf(BREAD).options.multiple).toBe(false);
    expect(choiceOf(BREAD.replace('[ ] Le sel', '[x] Le sel')).options.multiple).toBe(true);
    expect(choiceOf(BREAD.replace('{#levain}', '{#levain multiple}')).options.multiple).toBe(true);
  });

  it('keeps a list without boxes in the question', () => {
    const { options, found } = choiceOf(`:::choice{#tram}
Le conducteur note :

- un frein qui grince
- une porte lente

Que signale-t-il d'abord ?

- [x] Le frein
- [ ] La porte
:::`);
    expect(found).toEqual([]);
    expect(options.prompt).toContain('<li>une porte lente</li>');
    expect(options.choices).toHaveLength(2);
  });

  it('leaves a quotation before the choices out of the question', () => {
    const { options, found } = choiceOf(BREAD.replace('Quel ingrédient', '> Un mot.\n\nQuel ingrédient'));
    expect([options.prompt, found]).toEqual([choiceOf(BREAD).options.prompt, ['stray-quote:2']]);
  });

  it('joins lists that differ only in their marker', () => {
    expect(choiceOf(BREAD.replace("- [ ] L'eau", "\n* [ ] L'eau")).options.choices).toHaveLength(3);
  });

  it('leaves variables to the cohort', () => {
    const { options, activity } = choiceOf(BREAD.replace('Le sel', 'Demander à {{boulanger}}'));
    expect((options.choices as Choice[])[0]?.text).not.toContain('{{');
    expect(activity?.parts[0]?.text).toBe('Demander à {{boulanger}}');
  });

  it('quotes at most 60 characters of a line', () => {
    const long = 'x'.repeat(61);
    const of = (line: string) => choiceOf(BREAD.replace("- [ ] L'eau", line)).values;
    expect([of(`- ${long}`), of(`- [ ] ${long}\n  - froide`)]).toEqual([{ item: long.slice(1) }, { item: long.slice(1) }]);
  });

  it.each([
    ['no right answer', BREAD.replace('[x]', '[ ]'), 'no-right-choice:1:1'],
    ['one choice', ':::choice{#q}\nPain ?\n\n- [x] Oui\n:::', 'too-few-choices:1:1 has=1'],
    ['no list at all', ':::choice{#q}\nPain ?\n:::', 'too-few-choices:1:1 has=0'],
    ['boxes forgotten', ':::choice{#q}\nPain ?\n\n- Oui\n- Non\n:::', 'too-few-choices:1:1 has=0'],
    ['a line without a box', BREAD.replace("- [ ] L'eau", "- L'eau"), "item-without-box:7:1 item=L'eau"],
    ['the same line twice', BREAD.replace("L'eau", 'le  sel.'), 'item-twice:7:1 item=le sel.'],
    ['an empty line without a box', BREAD.replace("- [ ] L'eau", '-'), 'empty-item:7:1'],
    ['an empty line', BREAD.replace("- [ ] L'eau", '- [ ]'), 'empty-item:7:1'],
    ['a text after the choices', BREAD.replace("L'eau\n", "L'eau\n\nChoisissez bien.\n"), 'text-after-answers:9:1'],
    ['a list in a choice', BREAD.replace("L'eau\n", "L'eau\n  - froide\n"), "blocks-in-item:8:1 item=L'eau"],
    ['the first of two blocks in a choice', BREAD.replace("L'eau\n", "L'eau\n  - froide\n\n  Tard.\n"), "blocks-in-item:8:1 item=L'eau"],
    ['an attribute on a choice', BREAD.replace("L'eau\n", "L'eau {right}\n"), 'unknown-attribute:7:14 name=choice key=right near='],
    ['an id on a choice', BREAD.replace("L'eau\n", "L'eau {#eau}\n"), 'unknown-attribute:7:14 name=choice key=#eau near='],
    ['a directive', BREAD.replace("L'eau\n", "L'eau\n\n:::choice{#dedans}\n:::\n"), 'inner-activity:9:1 name=choice outer=choice'],
    ['a stray quote', BREAD.replace("L'eau\n", "L'eau\n\n> Perdu ?\n"), 'stray-quote:9:1'],
  ])('reports %s', (_, text, reports) => expect(choiceOf(text).reports).toEqual([reports].flat()));
});

test('a type reports a line at its place', () => {
  const { reports } = readActivity('numeric', numeric, ':::numeric{#levain answer=2}\nCombien ?\n\n- [ ] 3\n- [ ] trois\n:::');
  expect(reports).toEqual(['not-a-number:5:1 text=trois']);
});

describe('true-false', () => {
  it('takes ticked lines for true, and asks for one at least', () => {
    const { options, found } = readActivity(
      'true-false',
      trueFalse,
      ':::true-false{#depot}\n- [x] Le tram a deux cabines.\n- [ ] Il recule.\n:::',
    );
    expect(found).toEqual([]);
    expect((options.choices as Choice[]).map(({ right }) => right)).toEqual([true, false]);
    expect(options).not.toHaveProperty('multiple');
    expect(readActivity('true-false', trueFalse, ':::true-false{#depot}\nVrai ?\n:::').found).toEqual(['no-statement:1']);
  });
});
