import { describe, expect, it } from 'vitest';
import { definition as callout } from '../../../../templates/callout/type.ts';
import { definition } from '../../../../templates/definition/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const calloutOf = (text: string) => readActivity('callout', callout, text);

const NOTE = `:::callout{kind=tip title="Avant l'aube"}
Allumez le four **tôt**.

- bois sec
- porte fermée
:::`;

describe('prose', () => {
  it('is the whole body', () => {
    const { options, found } = calloutOf(NOTE);
    expect(found).toEqual([]);
    expect(options).toMatchObject({ kind: 'tip', title: 'Avant l’aube' });
    expect(options.html).toBe('<p>Allumez le four <strong>tôt</strong>.</p>\n<ul>\n<li>bois sec</li>\n<li>porte fermée</li>\n</ul>');
  });

  it('keeps a quotation: a block holds no feedback', () => {
    expect(calloutOf(':::callout\n> Bois sec, pain droit.\n:::')).toMatchObject({
      found: [],
      options: { html: expect.stringContaining('<blockquote>') },
    });
  });

  it.each([
    ['nothing in it', ':::callout{kind=tip}\n:::', 'empty-block:1:1 name=callout'],
    ['a directive', NOTE.replace('- bois sec', ':::callout\nDedans.\n:::'), 'inner-activity:4:1 name=callout outer=callout'],
    [
      'an unknown kind',
      NOTE.replace('tip', 'astuce'),
      'bad-attribute:1:12 key=kind value=astuce example=kind=info, kind=tip, kind=warning, kind=law',
    ],
    [
      'an unknown attribute',
      NOTE.replace('title', 'titre'),
      'unknown-attribute:1:21 name=callout key=titre near=title keys=kind, title, only',
    ],
  ])('reports %s', (_, text, reports) => expect(calloutOf(text).reports).toEqual([reports].flat()));

  it('reports a definition of nothing', () => {
    expect(readActivity('definition', definition, ':::definition\nUne pièce.\n:::').found).toEqual(['missing-attribute:1']);
  });
});
