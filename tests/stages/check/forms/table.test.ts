import { describe, expect, it } from 'vitest';
import { definition as table } from '../../../../templates/table/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const tableOf = (text: string) => readActivity('table', table, text);

const OVEN = `:::table{caption="Qui apporte quoi"}
| Qui | Quoi |
|---|---:|
| La *commune* | Le local |
| Les boulangers | |
:::`;

describe('table', () => {
  it('reads cells as HTML, empty ones included', () => {
    expect(tableOf(OVEN)).toMatchObject({
      found: [],
      options: {
        columns: ['Qui', 'Quoi'],
        rows: [
          ['La <em>commune</em>', 'Le local'],
          ['Les boulangers', ''],
        ],
      },
    });
  });

  it('takes the alignment of its columns, and nothing from what is no table', () => {
    expect(tableOf(OVEN).options.aligns).toEqual(['', 'right']);
    expect(tableOf(OVEN.replace('---:', '---')).options).not.toHaveProperty('aligns');
    expect(tableOf(':::table{caption=Rien}\nUn texte.\n:::').options).toMatchObject({ columns: [], rows: [] });
  });

  it.each([
    ['no table', ':::table{caption=Rien}\nUn texte.\n:::', 'no-table:1:1 name=table'],
    ['a text beside it', OVEN.replace('| Qui', 'Voici :\n\n| Qui'), 'text-beside-table:2:1'],
    [
      'the first of two texts beside it',
      OVEN.replace('| Qui', 'Voici :\n\n| Qui').replace('\n:::', '\n\nVoilà.\n:::'),
      'text-beside-table:2:1',
    ],
    ['a second table', OVEN.replace('\n:::', '\n\n| a | b |\n|---|---|\n| c | d |\n:::'), 'text-beside-table:7:1'],
    ['a directive beside it', OVEN.replace('\n:::', '\n\n:::table{caption=b}\n| a |\n|---|\n| b |\n:::\n:::'), 'text-beside-table:7:1'],
    [
      'a row with too many cells',
      OVEN.replace('| Le local |', '| Le local | Le bois |'),
      'too-many-cells:4:1 cells=3 columns=2 row=| La *commune* | Le local | Le bois |',
    ],
    [
      'no caption',
      OVEN.replace('{caption="Qui apporte quoi"}', ''),
      'missing-attribute:1:1 name=table key=caption example=caption="Qui apporte quoi" english=caption="Who brings what"',
    ],
  ])('reports %s', (_, text, reports) => expect(tableOf(text).reports).toEqual([reports].flat()));
});
