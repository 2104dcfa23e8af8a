import { describe, expect, it } from 'vitest';
import { pictogramPath } from '../../../../build/kit/kit-path.ts';
import { assetMarker, tokenMarker } from '../../../../build/model/markers.ts';
import type { Node } from '../../../../build/model/source.ts';
import { definition as timeline } from '../../../../templates/timeline/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const timelineOf = (text: string) => readActivity('timeline', timeline, text);

interface Card {
  readonly token: string;
  readonly title: string;
  readonly second?: string;
  readonly nodes: readonly Node[];
}

const TRAM = `:::timeline{#ligne}
Trois dates : ouvrez-les.

## 1911 | Le *premier* tram
Il relie la gare au marché.

### En chiffres
Une demi-heure.

## 1958
La ligne ferme.

## 2012 | Le retour
:::`;

const cardsOf = (text: string): Card[] => timelineOf(text).options.cards as Card[];

describe('cards', () => {
  it('gives a card its pictogram, which changes nothing of what it is recognised by', () => {
    const plain = timelineOf(':::timeline{#ligne}\n## 1911 | Le tram\n:::');
    const drawn = timelineOf(':::timeline{#ligne}\n## 1911 | Le tram {icon=tram}\n:::');
    expect(drawn.activity?.parts).toEqual(plain.activity?.parts);
    expect((drawn.options.cards as { icon: string }[]).map(({ icon }) => icon)).toEqual([assetMarker(pictogramPath('tram'))]);
    expect(timelineOf(':::timeline{#ligne}\n## 1911 {icon=trm colour=red}\nUn tram.\n:::').found).toEqual([
      'unknown-attribute:2',
      'unknown-pictogram:2',
    ]);
  });

  it('splits the body at each ##, its title at the first bar', () => {
    const { options, activity, found } = timelineOf(TRAM);
    expect(found).toEqual([]);
    expect(options.prompt).toBe('<p>Trois dates\u00a0: ouvrez-les.</p>');
    expect(cardsOf(TRAM).map(({ title, second }) => [title, second])).toEqual([
      ['1911', 'Le <em>premier</em> tram'],
      ['1958', undefined],
      ['2012', 'Le retour'],
    ]);
    expect(cardsOf(TRAM).map(({ token }) => token)).toEqual([0, 1, 2].map(tokenMarker));
    expect(activity?.parts).toEqual([{ text: '1911 | Le premier tram' }, { text: '1958' }, { text: '2012 | Le retour' }]);
  });

  it('keeps deeper headings as content', () => {
    const [first] = cardsOf(TRAM);
    expect(first?.nodes).toHaveLength(1);
    expect(first?.nodes[0]).toMatchObject({ kind: 'prose', html: expect.stringContaining('<h3>En chiffres</h3>') });
    expect(cardsOf(TRAM)[2]?.nodes).toEqual([]);
  });

  it('keeps what stands in a card: here another timeline, with parts of its own', () => {
    const text = TRAM.replace('La ligne ferme.', 'Avant :\n\n:::timeline{#travaux}\n## Mai\nOn creuse.\n:::\n\nAprès.');
    const { activity, found } = timelineOf(text);
    expect(found).toEqual([]);
    expect(cardsOf(text)[1]?.nodes.map((node) => node.kind)).toEqual(['prose', 'activity', 'prose']);
    expect(activity?.parts).toHaveLength(3);
  });

  it('needs nothing before its first ##', () => {
    expect(timelineOf(':::timeline{#ligne}\n## 1911\nIl roule.\n:::').options.prompt).toBe('');
  });

  it('leaves variables to the cohort', () => {
    const text = TRAM.replace('## 1958', '## {{annee}}');
    expect(cardsOf(text)[1]?.title).not.toContain('{{');
    expect(timelineOf(text).activity?.parts[1]?.text).toBe('{{annee}}');
  });

  it.each([
    ['no card', ':::timeline{#ligne}\nRien que du texte.\n:::', 'no-card:1:1 name=timeline'],
    ['### instead of ##', ':::timeline{#ligne}\n### 1911\nIl roule.\n:::', 'no-card:1:1 name=timeline'],
    ['an empty card', TRAM.replace('La ligne ferme.\n', ''), 'empty-card:10:1 title=1958'],
    ['a card without a title', TRAM.replace('## 1958', '##'), 'card-without-title:10:1 name=timeline'],
    ['a card without anything', TRAM.replace('## 1958\nLa ligne ferme.', '##'), 'card-without-title:10:1 name=timeline'],
    ['an attribute on a card', TRAM.replace('## 1958', '## 1958 {right}'), 'unknown-attribute:10:10 name=## key=right near='],
    ['an id on a card', TRAM.replace('## 1958', '## 1958 {#fermeture}'), 'unknown-attribute:10:10 name=## key=#fermeture near='],
    ['a page in it', TRAM.replace('Une demi-heure.', '# Une page'), 'heading-in-activity:8:1'],
    ['a page before its cards', TRAM.replace('Trois dates : ouvrez-les.', '# Une page'), 'heading-in-activity:2:1'],
    [
      'a directive before its cards',
      TRAM.replace('Trois dates : ouvrez-les.', ':::timeline{#tot}\n## a\nb\n:::'),
      'inner-activity:2:1 name=timeline outer=timeline',
    ],
    ['an unknown directive in a card', TRAM.replace('Une demi-heure.', '::horloge{}'), 'unknown-directive:8:1 name=horloge near='],
  ])('reports %s', (_, text, reports) => expect(timelineOf(text).reports).toEqual([reports].flat()));
});
