import { describe, expect, it } from 'vitest';
import { pictogramPath } from '../../../../build/kit/kit-path.ts';
import { assetMarker, tokenMarker } from '../../../../build/model/markers.ts';
import { definition as categorize } from '../../../../templates/categorize/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

interface Placed {
  readonly token: string;
  readonly text: string;
  readonly groups: readonly string[];
  readonly feedback?: string;
}

const categorizeOf = (text: string) => readActivity('categorize', categorize, text);

const BAKERY = `:::categorize{#fournil}
Qui fait quoi ?

## Au fournil
- L'apprenti
> Il pétrit.
- Le patron
## Au **magasin**
- La vendeuse
- le Patron.
> Il encaisse le soir.
:::`;

describe('groups', () => {
  it('gives a group its pictogram, which changes nothing of what it is recognised by', () => {
    const drawn = categorizeOf(BAKERY.replace('## Au fournil', '## Au fournil {icon=fire}'));
    expect(drawn.found).toEqual([]);
    expect(drawn.activity?.parts).toEqual(categorizeOf(BAKERY).activity?.parts);
    expect((drawn.options.groups as { icon?: string }[]).map(({ icon }) => icon)).toEqual([assetMarker(pictogramPath('fire')), undefined]);
  });

  it('reads the question, the groups and their items', () => {
    const { options, found } = categorizeOf(BAKERY);
    expect(found).toEqual([]);
    expect(options.prompt).toBe('<p>Qui fait quoi\u202f?</p>');
    expect(options.groups).toEqual([
      { token: tokenMarker(0), title: 'Au fournil', text: 'Au fournil' },
      { token: tokenMarker(3), title: 'Au <strong>magasin</strong>', text: 'Au magasin' },
    ]);
    const items = options.items as Placed[];
    expect(items.map(({ text }) => text)).toEqual(['L’apprenti', 'Le patron', 'La vendeuse']);
    expect(items[0]?.feedback).toBe('<p>Il pétrit.</p>');
    expect(items[2]).not.toHaveProperty('feedback');
    const marked = categorizeOf(
      BAKERY.replace('La vendeuse', "L'*autre*")
        .replace('> Il pétrit.', '> Il pétrit.\n')
        .replace('- Le patron', '- Le patron\n> Il dort.'),
    );
    expect((marked.options.items as object[]).slice(1)).toMatchObject([
      { text: 'Le patron', feedback: '<p>Il dort.</p><p>Il encaisse le soir.</p>' },
      { html: 'L’<em>autre</em>', text: 'L’autre' },
    ]);
  });

  it('makes one part of an item that stands in two groups, with its feedback wherever it is written', () => {
    const { options, activity } = categorizeOf(BAKERY);
    const patron = (options.items as Placed[])[1];
    expect(options.multiple).toBe(true);
    expect(patron?.groups).toEqual([tokenMarker(0), tokenMarker(3)]);
    expect(patron?.feedback).toBe('<p>Il encaisse le soir.</p>');
    expect(activity?.parts).toEqual([
      { text: 'Au fournil' },
      { text: "L'apprenti", key: 'Au fournil' },
      { text: 'Le patron', key: 'Au fournil | Au magasin' },
      { text: 'Au magasin' },
      { text: 'La vendeuse', key: 'Au magasin' },
    ]);
  });

  it('names the groups of an item in the order of the text', () => {
    const { options, activity } = categorizeOf(BAKERY.replace(/:::$/, '## Au four\n- le patron\n:::'));
    const [first, second, third] = (options.groups as { token: string }[]).map(({ token }) => token);
    expect((options.items as Placed[])[1]).toMatchObject({ text: 'Le patron', groups: [first, second, third] });
    expect(activity?.parts[2]).toEqual({ text: 'Le patron', key: 'Au fournil | Au magasin | Au four' });
  });

  it('offers one group an item where none stands in two', () => {
    const { options, found } = categorizeOf(BAKERY.replace('- le Patron.\n> Il encaisse le soir.\n', ''));
    expect([found, options.multiple]).toEqual([[], false]);
  });

  it('keeps apart what differs by a word', () => {
    const { options, found } = categorizeOf(BAKERY.replace('le Patron.', 'Les patrons'));
    expect([found, options.items]).toEqual([[], expect.objectContaining({ length: 4 })]);
  });

  it('joins lists separated by a blank line or another marker', () => {
    const { items } = categorizeOf(BAKERY.replace('- Le patron', '\n* Le patron')).options as { items: Placed[] };
    expect(items.map(({ text }) => text)).toEqual(['L’apprenti', 'Le patron', 'La vendeuse']);
    const named = categorizeOf(BAKERY.replace('Au **magasin**', 'Au magasin | au *four*'));
    expect([named.options.groups, named.activity?.parts[3]]).toMatchObject([
      [{}, { title: 'Au magasin | au <em>four</em>', text: 'Au magasin | au four' }],
      { text: 'Au magasin | au four' },
    ]);
  });

  it.each([
    ['no group', ':::categorize{#q}\n- Un\n- Deux\n:::', ['too-few-groups:1:1 has=0']],
    ['one group', ':::categorize{#q}\n## Un\n- a\n- b\n:::', ['too-few-groups:1:1 has=1']],
    ['an empty group', BAKERY.replace('## Au **', '## À la caisse\n## Au **'), ['empty-category:8:1 title=À la caisse']],
    ['two groups of one name', BAKERY.replace('Au **magasin**', 'AU FOURNIL'), ['group-twice:8:1 title=AU FOURNIL']],
    ['a group without a name', BAKERY.replace('## Au **magasin**', '##'), ['card-without-title:8:1 name=categorize']],
    [
      'two groups without a name, once each',
      BAKERY.replace('## Au **magasin**', '##').replace('## Au fournil', '##'),
      ['card-without-title:4:1 name=categorize', 'card-without-title:8:1 name=categorize'],
    ],
    ['items that differ in an accent', BAKERY.replace('La vendeuse', 'L’apprentî'), ["nearly-equal:9:1 one=L'apprenti other=L’apprentî"]],
    ['items that differ in a plural', BAKERY.replace('La vendeuse', 'Le patrons'), ['nearly-equal:9:1 one=Le patron other=Le patrons']],
    [
      'an item twice in a group',
      BAKERY.replace('La vendeuse', 'Le « chef »').replace('le Patron', 'Le "chef"'),
      ['item-twice:10:1 item=Le "chef".'],
    ],
    ['a group without a name and items', BAKERY.replace('## Au **', '##\n## Au **'), ['card-without-title:8:1 name=categorize']],
    ['a deeper heading in a group', BAKERY.replace('- La vendeuse', '### Caisse\n- La vendeuse'), ['text-in-group:9:1 title=Au magasin']],
    ['a text in a group', BAKERY.replace('- La vendeuse', 'Au magasin :\n\n- La vendeuse'), ['text-in-group:9:1 title=Au magasin']],
    ['a page in a group', BAKERY.replace('- La vendeuse', '# Magasin\n- La vendeuse'), ['heading-in-activity:9:1']],
    [
      'a directive in a group',
      BAKERY.replace(/:::$/, ':::categorize{#dedans}\n:::\n:::'),
      ['inner-activity:12:1 name=categorize outer=categorize'],
    ],
    ['an attribute of a group', BAKERY.replace('Au fournil', 'Au fournil {right}'), ['unknown-attribute:4:16 name=## key=right near=']],
    [
      'an attribute of an item',
      BAKERY.replace('La vendeuse', 'La vendeuse {right}'),
      ['unknown-attribute:9:16 name=categorize key=right near='],
    ],
    ['feedback of a group', BAKERY.replace('Au fournil\n', 'Au fournil\n> Ici on cuit.\n'), ['stray-quote:5:1']],
    ['a box', BAKERY.replace('- La vendeuse', '- [x] La vendeuse'), ['needless-box:9:1 item=La vendeuse']],
  ])('reports %s', (_, text, reports) => expect(categorizeOf(text).reports).toEqual([reports].flat()));
});
