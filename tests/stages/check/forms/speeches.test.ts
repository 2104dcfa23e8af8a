import { expect, test } from 'vitest';
import { definition } from '../../../../templates/scene/type.ts';
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

test('a face has its usual expression, or the one of this moment', () => {
  const { options } = read(':::scene\n## nadia\nBonjour.\n\n## nadia {expression=tired}\nEncore.\n:::');
  const faces = (options as unknown as Read).speeches.map(({ speaker }) => decodeURIComponent(speaker.now ?? speaker.face));
  expect(faces.map((face) => /kit:([\w-]+)\?/.exec(face)?.[1])).toEqual(['nadia-smile', 'nadia-tired']);
});

test.each([
  [':::scene\nIl pleut.\n:::', ['no-speech:1']],
  [':::scene\n## nadia\n:::', ['empty-card:2']],
  [':::scene\n## paul\nBonjour.\n:::', ['unknown-person:2']],
  [':::scene\n## nadia | au loin\nBonjour.\n:::', ['unknown-person:2']],
  [':::scene\n## nadia {#un expression=angry}\nBonjour.\n:::', ['unknown-attribute:2', 'unknown-feature:2']],
])('%s', (text, codes) => expect(read(text).found).toEqual(codes));
