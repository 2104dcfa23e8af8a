import { describe, expect, it } from 'vitest';
import { definition as schema } from '../../../../templates/mind-map/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const TRAM = `:::mind-map{#ligne fill min=2}
Qui la fait rouler ?

- La **ligne** 3
  - Au dépôt
    - L'atelier
  - Sur la voie
:::`;
const readMap = (text: string) => readActivity('mind-map', schema, text);

describe('reading a mind map', () => {
  it('takes the outer item for the centre, and its items for branches to fill in', () => {
    const { options, found, activity } = readMap(TRAM);
    expect([found, activity?.points]).toEqual([[], 0]);
    expect(options).toMatchObject({
      centre: { html: 'La <strong>ligne</strong> 3', text: 'La ligne 3' },
      branches: [{ text: 'Au dépôt' }, { text: 'Sur la voie', trail: '' }],
    });
    expect((options.branches as { trail: string }[])[0]?.trail).toContain('L’atelier');
    expect(options.fields).toEqual([{ token: 'zz', maxCharacters: 1000 }]);
  });

  it('typesets the text of a branch', () => {
    const { options } = readMap(TRAM.replace('Au dépôt', "À l'*abri*"));
    expect(options.branches).toMatchObject([{ html: 'À l’<em>abri</em>', text: 'À l’abri' }, {}]);
  });

  it('takes all lists of an item for its nodes', () => {
    const both = TRAM.replace("    - L'atelier", "    - L'atelier\n\n    1. La fosse\n    2. la fosse").replace(
      '  - Sur la voie',
      '\n  1. Sur la voie',
    );
    const { options, reports } = readMap(both);
    const branches = options.branches as { text: string; trail: string }[];
    expect(branches.map(({ text }) => text)).toEqual(['Au dépôt', 'Sur la voie']);
    expect(branches[0]?.trail).toMatch(/<ul>.*L’atelier.*<ol>.*La fosse/s);
    expect(reports).toEqual(['item-twice:9:1 item=la fosse']);
  });

  it('leaves a map to read as its list, without a button', () => {
    const { options } = readMap(TRAM.replace(' fill', ''));
    expect([options.html, options.prompt]).toEqual([expect.stringContaining('L’atelier'), '<p>Qui la fait rouler\u202f?</p>']);
    const { button } = schema;
    expect(options.branches).toBeUndefined();
    expect([options, { fill: true }].map((one) => typeof button === 'function' && button(one))).toEqual([false, true]);
  });

  it.each([
    ['no list', ':::mind-map{#q}\nQuoi ?\n:::', ['no-branch:1:1']],
    ['no branch', ':::mind-map{#q}\n- Un\n:::', ['no-branch:2:1']],
    ['two centres', ':::mind-map{#q}\n- Un\n  - Deux\n- Trois\n:::', ['two-centres:4:1 item=Trois']],
    ['three centres', ':::mind-map{#q}\n- Un\n  - Deux\n- Trois\n- Quatre\n:::', ['two-centres:4:1 item=Trois']],
    ['a long second centre', `:::mind-map{#q}\n- Un\n  - Deux\n- ${'T'.repeat(61)}\n:::`, [`two-centres:4:1 item=${'T'.repeat(60)}`]],
    ['nothing in four levels', ':::mind-map{#q}\n- a\n  - b\n    - c\n      - d\n:::', []],
    ['feedback below a branch', ':::mind-map{#q}\n- a\n  - b\n    > Non.\n:::', ['stray-quote:3:1']],
    ['a branch twice on a lower level', ':::mind-map{#q}\n- a\n  - b\n    - c\n    - C\n:::', ['item-twice:5:1 item=C']],
    ['too many levels', ':::mind-map{#q}\n- a\n  - b\n    - c\n      - d\n        - e\n:::', ['tree-too-deep:6:1 limit=4']],
    [
      'two levels too many',
      ':::mind-map{#q}\n- a\n  - b\n    - c\n      - d\n        - e\n          - f\n:::',
      ['tree-too-deep:6:1 limit=4'],
    ],
    ['a branch twice', ':::mind-map{#q}\n- a\n  - b\n  - B\n:::', ['item-twice:4:1 item=B']],
    [
      'a box and an attribute',
      ':::mind-map{#q}\n- a\n  - [x] b\n  - c {points=1}\n:::',
      ['needless-box:3:1 item=b', 'unknown-attribute:4:8 name=mind-map key=points near='],
    ],
    ['a paragraph in an item', ':::mind-map{#q}\n- a\n  - b\n\n    Perdu.\n:::', ['blocks-in-item:5:1 item=b']],
    ['text behind the list', ':::mind-map{#q}\n- a\n  - b\n\nPerdu.\n:::', ['text-after-answers:5:1']],
    ['more asked for than taken', TRAM.replace('min=2', 'min=3 max=2'), ['min-over-max:1:1 min=3 max=2']],
  ])('reports %s', (_, text, reports) => expect(readMap(text).reports).toEqual([reports].flat()));
});
