import { describe, expect, it } from 'vitest';
import { tokenMarker } from '../../../../build/model/markers.ts';
import { definition as openQuestion } from '../../../../templates/open-question/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const { check: _, ...withoutCheck } = openQuestion;
const openOf = (attributes: string, body = 'Racontez votre tournée.') =>
  readActivity('open-question', openQuestion, `:::open-question{#tournee ${attributes}}\n${body}\n:::`);
/** The form alone, as a type with several fields uses it. */
const fieldsOf = (body: string, attributes = '') =>
  readActivity('writing', withoutCheck, `:::writing{#carnet ${attributes}}\n${body}\n:::`);

describe('a single field', () => {
  it('takes 2 000 characters unless the author sets another limit', () => {
    const { options, found, activity } = openOf('');
    expect(found).toEqual([]);
    expect(options.prompt).toBe('<p>Racontez votre tournée.</p>');
    expect(options.fields).toEqual([{ token: tokenMarker(0), maxCharacters: 2000 }]);
    expect(activity?.seenBy).toBe('trainer');
    expect(activity?.points).toBe(0);
  });

  it('takes eight characters a word, or what is written', () => {
    expect(openOf('min-words=15 max-words=120').options.fields).toEqual([
      { token: tokenMarker(0), maxCharacters: 960, minWords: 15, maxWords: 120 },
    ]);
    expect(openOf('max-words=120 max-characters=500').options.fields).toEqual([
      { token: tokenMarker(0), maxCharacters: 500, maxWords: 120 },
    ]);
  });

  it('is named the same whatever its question says', () => {
    expect(openOf('').activity?.parts).toEqual(openOf('', 'Tout autre chose ?').activity?.parts);
  });

  it('leaves quotations out of its question', () => {
    const { options, found } = openOf('', '> Un mot.\n\nRacontez.');
    expect([options.prompt, found]).toEqual(['<p>Racontez.</p>', ['stray-quote:2']]);
  });

  it('says who reads it', () => expect(openOf('seen-by=me').activity?.seenBy).toBe('me'));

  it.each([
    ['more asked for than allowed', openOf('min-words=50 max-words=20'), 'more-than-allowed:1:1 min=50 max=20'],
    ['a heading', openOf('', '## Lundi'), 'one-field:1:1'],
    ['an unknown reader', openOf('seen-by=tous'), 'bad-attribute:1:27 key=seen-by value=tous example=seen-by=trainer, seen-by=me'],
    [
      'no limit at all',
      openOf('max-characters=0'),
      'bad-attribute:1:27 key=max-characters value=0 example=max-characters=1000 english=max-characters=1000',
    ],
    ['a directive', openOf('', 'Avant.\n\n:::open-question{#dedans}\n:::'), 'inner-activity:4:1 name=open-question outer=open-question'],
  ])('reports %s', (_name, { reports }, expected) => expect(reports).toEqual([expected]));
});

describe('several fields', () => {
  const BODY = `Trois jours au dépôt.

## Lundi {#lundi max-words=50}
Qui est sorti ?
## Mardi {min-words=5}
## Mercredi`;

  it('reads one for each heading, its own limits first', () => {
    const { options, activity, found } = fieldsOf(BODY, 'max-words=100');
    expect(found).toEqual([]);
    expect(options.prompt).toBe('<p>Trois jours au dépôt.</p>');
    expect(options.fields).toEqual([
      {
        token: tokenMarker(0),
        title: 'Lundi',
        text: 'Lundi',
        html: '<p>Qui est sorti\u202f?</p>',
        id: 'lundi',
        maxCharacters: 400,
        maxWords: 50,
      },
      { token: tokenMarker(1), title: 'Mardi', text: 'Mardi', html: '', maxCharacters: 800, minWords: 5, maxWords: 100 },
      { token: tokenMarker(2), title: 'Mercredi', text: 'Mercredi', html: '', maxCharacters: 800, maxWords: 100 },
    ]);
    expect(activity?.parts).toEqual([{ text: '#lundi' }, { text: 'Mardi' }, { text: 'Mercredi' }]);
    expect(fieldsOf('## Lundi {min-words=5 max-words=50 max-characters=90}').options.fields).toMatchObject([
      { minWords: 5, maxWords: 50, maxCharacters: 90 },
    ]);
    const [monday, tuesday] = fieldsOf('Racontez.\n\n## Lundi {recall=" mot " max-characters=50}\n\n## Mardi').options.fields as object[];
    expect(monday).toStrictEqual({ token: tokenMarker(0), title: 'Lundi', text: 'Lundi', html: '', recall: 'mot', maxCharacters: 50 });
    expect(tuesday).toStrictEqual({ token: tokenMarker(1), title: 'Mardi', text: 'Mardi', html: '', maxCharacters: 2000 });
  });

  it('takes limits from one on', () => {
    const limits = '## Lundi {max-characters=1 min-words=1}\n\n## Mardi {max-words=1}';
    expect(fieldsOf(`Racontez.\n\n${limits}`)).toMatchObject({
      found: [],
      options: {
        fields: [
          { maxCharacters: 1, minWords: 1 },
          { maxCharacters: 8, maxWords: 1 },
        ],
      },
    });
  });

  it.each([
    ['an unknown key', BODY.replace('min-words=5', 'mots=5'), 'unknown-attribute:6:11 name=writing key=mots near='],
    [
      'a value that is no number',
      BODY.replace('min-words=5', 'min-words=cinq'),
      'bad-attribute:6:11 key=min-words value=cinq example=min-words=120',
    ],
    [
      'a part of a number',
      BODY.replace('min-words=5', 'min-words=1.5'),
      'bad-attribute:6:11 key=min-words value=1.5 example=min-words=120',
    ],
    ['nothing', BODY.replace('min-words=5', 'max-words=0'), 'bad-attribute:6:11 key=max-words value=0 example=max-words=120'],
    ['a recall of nothing', BODY.replace('min-words=5', 'recall=" "'), 'bad-attribute:6:11 key=recall value= example=recall=ma-definition'],
    ['a bare recall', BODY.replace('min-words=5', 'recall'), 'bad-attribute:6:11 key=recall value= example=recall=ma-definition'],
    ['a bare key', BODY.replace('min-words=5', 'min-words'), 'bad-attribute:6:11 key=min-words value=true example=min-words=120'],
  ])('reports %s', (_name, body, expected) => expect(fieldsOf(body).reports).toEqual([expected]));
});

it('keeps what stands behind a bar in the title of a field', () => {
  const { options, activity, found } = fieldsOf('Racontez.\n\n## Le départ | à *quai*\nUne phrase.');
  expect(found).toEqual([]);
  expect(options.fields).toMatchObject([{ title: 'Le départ | à <em>quai</em>', text: 'Le départ | à quai' }]);
  expect(activity?.parts).toMatchObject([{ text: 'Le départ | à quai' }]);
});
