import { expect, test } from 'vitest';
import { definition } from '../../../../templates/scene/type.ts';
import { lookAtPage } from '../../../helpers/look-at.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const read = (text: string) => readActivity('scene', definition, text);

interface Read {
  readonly html: string;
  readonly speeches: readonly {
    readonly speaker: { readonly id: string; readonly face: string; readonly now?: string };
    readonly side: string;
    readonly html: string;
  }[];
}

test('the narration comes first, then who says what; everyone keeps to one side', () => {
  const { options, found } = read(':::scene\nIl pleut.\n\n## Nadia\nBonjour.\n\n## marc\nOui ?\n\n## nadia\nVenez.\n:::');
  const { html, speeches } = options as unknown as Read;
  expect(found).toEqual([]);
  expect(html).toContain('Il pleut.');
  expect(speeches.map(({ speaker, side, html: words }) => [speaker.id, side, words.trim()])).toEqual([
    ['nadia', 'left', '<p>Bonjour.</p>'],
    ['marc', 'right', '<p>Oui\u202f?</p>'],
    ['nadia', 'left', '<p>Venez.</p>'],
  ]);
});

test('of several people each next one is on the other side', () => {
  const ids = ['nadia', 'marc', 'lea', 'paul'];
  const people = ids.map((id) => `{ id: ${id}, name: ${id} }`).join(', ');
  const [node] = lookAtPage(`:::scene\n${[...ids, 'lea'].map((id) => `## ${id}\nOui.\n`).join('\n')}\n:::`, {
    'course.yaml': `id: depot\ntitle: Dépôt\nmodules: [rames]\npeople: [${people}]\n`,
  }).nodes;
  const { speeches } = (node?.kind === 'block' ? node.options : { speeches: [] }) as unknown as Read;
  expect(speeches.map(({ side }) => side)).toEqual(['left', 'right', 'left', 'right', 'left']);
});

test('who speaks twice in a row counts once for the sides', () => {
  const { options } = read(':::scene\n## nadia\nOui.\n\n## nadia\nSi.\n\n## marc\nNon.\n:::');
  expect((options as unknown as Read).speeches.map(({ side }) => side)).toEqual(['left', 'left', 'right']);
});

test('a speech without words stays, so that the sides of the others do not change', () => {
  const { options, found } = read(':::scene\n## nadia\n\n## marc\nNon.\n:::');
  expect(found).toEqual(['empty-card:2']);
  expect((options as unknown as Read).speeches.map(({ speaker, side, html }) => [speaker.id, side, html])).toEqual([
    ['nadia', 'left', ''],
    ['marc', 'right', '<p>Non.</p>'],
  ]);
});

test('a face has its usual expression, or the one of this moment', () => {
  const { options } = read(':::scene\n## nadia\nBonjour.\n\n## nadia {expression=tired}\nEncore.\n:::');
  const faces = (options as unknown as Read).speeches.map(({ speaker }) => decodeURIComponent(speaker.now ?? speaker.face));
  expect(faces.map((face) => /kit:([\w-]+)\?/.exec(face)?.[1])).toEqual(['nadia-smile', 'nadia-tired']);
});

test('an expression counts behind another attribute', () => {
  const { options } = read(':::scene\n## nadia {icon=bread expression=tired}\nBonjour.\n:::');
  expect(decodeURIComponent((options as unknown as Read).speeches[0]?.speaker.now ?? '')).toContain('kit:nadia-tired?');
});

test('what is wrong with a heading is named as it was written', () => {
  expect(
    [':::scene\n## nadia {icon=bread}\nBonjour.\n:::', ':::scene\n## nadia {#un}\nBonjour.\n:::'].map((text) => read(text).values),
  ).toEqual([
    { name: '##', key: 'icon', near: 'expression' },
    { name: '##', key: '#un', near: '' },
  ]);
  expect(read(':::scene\n## nadia\n:::').values).toEqual({ title: 'nadia' });
  expect(read(':::scene\n## nadia | au loin\nBonjour.\n:::').values).toMatchObject({ name: 'nadia | au loin' });
  expect(read(':::scene\nIl pleut.\n:::').values).toEqual({ name: 'scene' });
});

test('a speech of nobody is left out; the others keep their sides', () => {
  const { options, found } = read(':::scene\n## paul\nBonjour.\n\n## marc\nOui.\n\n## nadia {expression=tired}\nNon.\n\n## marc\nSi.\n:::');
  expect(found).toEqual(['unknown-person:2']);
  expect((options as unknown as Read).speeches.map(({ speaker, side }) => [speaker.id, side])).toEqual([
    ['marc', 'left'],
    ['nadia', 'right'],
    ['marc', 'left'],
  ]);
});

test.each([
  [':::scene\nIl pleut.\n:::', ['no-speech:1:1 name=scene']],
  [':::scene\n## nadia\n:::', ['empty-card:2:1 title=nadia']],
  [':::scene\n## nadia {icon=bread expression=tired}\nBonjour.\n:::', ['unknown-attribute:2:11 name=## key=icon near=expression']],
  [':::scene\n## paul\nBonjour.\n:::', ['unknown-person:2:1 name=paul near=']],
  [':::scene\n## nadia | au loin\nBonjour.\n:::', ['unknown-person:2:1 name=nadia | au loin near=']],
  [
    ':::scene\n## nadia {#un expression=angry}\nBonjour.\n:::',
    [
      'unknown-attribute:2:11 name=## key=#un near=',
      'unknown-feature:2:15 key=expression value=angry near= keys=calm, smile, happy, pleased, talking, tired',
    ],
  ],
])('%s', (text, reports) => expect(read(text).reports).toEqual(reports));
