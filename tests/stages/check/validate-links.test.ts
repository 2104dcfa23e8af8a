import { expect, test } from 'vitest';
import { lookAtPage } from '../../helpers/look-at.ts';

const page = (body: string): readonly string[] => lookAtPage(body).found;

test.each<[string, string, string[]]>([
  ['a link to none behind one to a page', '[a](#quai), [b](#quais)', ['unknown-page 8']],
  ['a link to a heading of a block', ':::callout\n## Titre {#titre}\n\n[ici](#titre)\n:::', ['unknown-page 11']],
  [
    'links between the scenes of a story',
    ':::branching{#choix}\n## Un {#un}\nUn mot.\n\n- [Oui](#fin)\n- [Non](#fin)\n\n## Fin {#fin ending=good}\nFin.\n:::',
    [],
  ],
])('%s', (_, body, found) => {
  expect(page(body)).toEqual(found);
});

test('a link inside an activity with a near miss may lead to a heading of that activity', () => {
  const story = (link: string) => page(`:::branching{#choix}\n## Un {#un}\n• [Oui](#${link})\n\n## Deux {#deux ending=good}\nFin.\n:::`);
  expect(story('deux').filter((code) => code.startsWith('unknown-page'))).toEqual([]);
  expect(story('trois')).toContain('unknown-page 10');
  expect(page('[Oui](#deux)\n\n:::branching{#choix}\n## Un {#un}\n• [Oui](#deux)\n\n## Deux {#deux ending=good}\nFin.\n:::')).toContain(
    'unknown-page 8',
  );
  expect(page(':::branching{#choix}\n## Un {#un}\n• [Oui](#deux)\n\n## Deux {#deux ending=good}\nFin.\n:::\n\n[Oui](#deux)')).toContain(
    'unknown-page 16',
  );
});
