import { describe, expect, it } from 'vitest';
import { tokenMarker } from '../../../../build/model/markers.ts';
import { definition as matching } from '../../../../templates/matching/type.ts';
import { rames } from '../../../bad-input/depot-project.ts';
import { checkDepot } from '../../../helpers/check-depot.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

interface Pair {
  readonly token: string;
  readonly left?: string;
  readonly leftText: string;
  readonly rightText: string;
  readonly target: string;
  readonly feedback?: string;
}

const matchingOf = (text: string) => readActivity('matching', matching, text);

const BREAD = `:::matching{#pains}
Quelle farine pour quel pain ?

| Pain | Farine | Retour |
|---|---|---|
| Pain *noir* | Seigle | Il lève peu. |
| Baguette | Froment | |
| Pain de campagne | froment | |
| | L'avoine | |
:::`;

describe('pairs', () => {
  it('reads the question, the columns and the rows', () => {
    const { options, activity, found } = matchingOf(BREAD);
    const pairs = options.pairs as Pair[];
    expect(found).toEqual([]);
    expect(options.prompt).toBe('<p>Quelle farine pour quel pain\u202f?</p>');
    expect(options.columns).toEqual(['Pain', 'Farine', 'Retour']);
    expect(pairs.map(({ left, leftText, rightText }) => [left, leftText, rightText])).toEqual([
      ['Pain <em>noir</em>', 'Pain noir', 'Seigle'],
      ['Baguette', 'Baguette', 'Froment'],
      ['Pain de campagne', 'Pain de campagne', 'froment'],
      [undefined, '', 'L’avoine'],
    ]);
    expect(pairs[0]?.feedback).toBe('<p>Il lève peu.</p>');
    expect(pairs[1]).not.toHaveProperty('feedback');
    expect(activity?.parts).toEqual([
      { text: 'Pain noir', key: 'Seigle' },
      { text: 'Baguette', key: 'Froment' },
      { text: 'Pain de campagne', key: 'froment' },
      { text: "L'avoine" },
    ]);
  });

  it('makes one target of equal right cells, and a target of each lure', () => {
    const { options } = matchingOf(BREAD);
    expect((options.pairs as Pair[]).map(({ target }) => target)).toEqual([0, 1, 1, 3].map(tokenMarker));
    expect(options.targets).toEqual([
      { token: tokenMarker(0), html: 'Seigle', text: 'Seigle' },
      { token: tokenMarker(1), html: 'Froment', text: 'Froment' },
      { token: tokenMarker(3), html: 'L’avoine', text: 'L’avoine' },
    ]);
  });

  it('makes one target of three equal right cells, and one of two equal lures', () => {
    const { options } = matchingOf(BREAD.replace('| Seigle | Il lève peu. |', '| Froment | |').replace(/:::$/, "| | l'avoine | |\n:::"));
    expect((options.pairs as Pair[]).map(({ target }) => target)).toEqual([0, 0, 0, 3, 3].map(tokenMarker));
    expect((options.targets as { text: string }[]).map(({ text }) => text)).toEqual(['Froment', 'L’avoine']);
  });

  it('keeps links and glossary words out of labels, which are buttons', () => {
    const { options } = matchingOf(BREAD.replace('Seigle', '[Seigle](https://exemple.fr) *bis*'));
    expect((options.targets as { html: string }[])[0]?.html).toBe('Seigle <em>bis</em>');
    expect((options.pairs as { right: string }[])[0]?.right).toContain('href=');
  });

  it('keeps a glossary word out of labels, and a bare address out of cards', () => {
    const { options } = matchingOf(
      BREAD.replace('Seigle', 'Du :term[seigle]{def="Une céréale."}').replace(
        'Baguette',
        'https://exemple.fr et [ici](https://exemple.fr/ici)',
      ),
    );
    expect((options.targets as { html: string }[])[0]?.html).toBe('Du seigle');
    const [rye, baguette] = options.pairs as { left: string; leftText: string; right: string }[];
    expect(rye?.right).toContain('<dfn');
    expect(baguette?.left).toMatch(/^https:\/\/exemple\.fr et <a [^>]*href="https:\/\/exemple\.fr\/ici"[^>]*>ici<\/a>$/);
  });

  it('typesets the texts of both sides', () => {
    const { options } = matchingOf(BREAD.replace('Baguette', "L'*épi*"));
    expect((options.pairs as Pair[])[1]).toMatchObject({ left: 'L’<em>épi</em>', leftText: 'L’épi' });
  });

  it('uses the alternative text of a picture as its text', () => {
    const { options } = matchingOf(BREAD.replace('Seigle', '![Un épi de seigle](seigle.svg)'));
    expect((options.targets as { text: string }[])[0]?.text).toBe('Un épi de seigle');
  });

  it('leaves variables to the cohort', () => {
    const { options, activity } = matchingOf(BREAD.replace('Seigle', 'Farine de {{meunier}}'));
    expect((options.pairs as Pair[])[0]?.rightText).not.toContain('{{');
    expect(activity?.parts[0]?.key).toBe('Farine de {{meunier}}');
  });

  it.each([
    ['no table', ':::matching{#q}\nReliez.\n:::', ['no-table:1:1 name=matching']],
    ['one pair', ':::matching{#q}\n| a | b |\n|---|---|\n| Pain | Four |\n| | Moule |\n:::', ['too-few-pairs:1:1 has=1']],
    ['one column', ':::matching{#q}\n| a |\n|---|\n| Pain |\n| Four |\n:::', ['wrong-columns:1:1 has=1']],
    [
      'four columns',
      ':::matching{#q}\n| a | b | c | d |\n|---|---|---|---|\n| Pain | Four | x | y |\n| Tram | Rail | x | y |\n:::',
      ['wrong-columns:1:1 has=4'],
    ],
    ['the same answer everywhere', ':::matching{#q}\n| a | b |\n|---|---|\n| Pain | Four |\n| Tarte | Four |\n:::', ['one-target:1:1']],
    ['a row of empty cells', BREAD.replace("| | L'avoine | |", '| | | |'), ['empty-pair:9:1']],
    ['a right cell that is missing', BREAD.replace('| Froment |', '| |'), ['missing-right:7:1 left=Baguette']],
    ['a lure with feedback', BREAD.replace("L'avoine | |", "L'avoine | Non. |"), ["feedback-of-lure:9:1 right=L'avoine"]],
    ['a lure that is an answer', BREAD.replace("L'avoine", 'SEIGLE'), ['lure-is-right:9:1 right=SEIGLE']],
    ['a left cell twice', BREAD.replace('Pain de campagne', 'baguette'), ['item-twice:8:1 item=baguette']],
    ['nearly equal right cells', BREAD.replace('| froment |', '| Froments |'), ['nearly-equal:8:1 one=Froment other=Froments']],
    [
      'a row with too many cells',
      BREAD.replace('| Froment | |', '| Froment | Oui | Non |'),
      ['too-many-cells:7:1 cells=4 columns=3 row=| Baguette | Froment | Oui | Non |'],
    ],
    ['a text behind the table', BREAD.replace(/:::$/, '\nBon courage.\n:::'), ['text-after-answers:11:1']],
    [
      'a directive behind the table',
      BREAD.replace(/:::$/, '\n:::matching{#dedans}\n:::\n:::'),
      ['inner-activity:11:1 name=matching outer=matching'],
    ],
  ])('reports %s', (_, text, reports) => expect(matchingOf(text).reports).toEqual([reports].flat()));
});

it.each<[string, string, object]>([
  ['| | |', 'empty-pair', {}],
  [`| ${'x'.repeat(70)} | |`, 'missing-right', { left: 'x'.repeat(60) }],
  [`| | ${'y'.repeat(70)} | Retour |`, 'feedback-of-lure', { right: 'y'.repeat(60) }],
])('reports the row %s, with the beginning of its text', (row, code, values) => {
  const table = `| Pain | Farine | Retour |\n|---|---|---|\n| Noir | Seigle | |\n| Blanc | Blé | |\n${row}`;
  const { found, values: reported } = checkDepot(rames(`# Le quai {#quai}\n\n:::matching{#pains}\nQuelle farine ?\n\n${table}\n:::\n`));
  expect([found.map((one) => one.split(':').slice(0, 2).join(':')), reported]).toEqual([[`${code} rames.md:15`], values]);
});
