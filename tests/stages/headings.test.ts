import { join } from 'node:path';
import { expect, test } from 'vitest';
import { activityTypes } from '../../build/activities.ts';
import { Diagnostics } from '../../build/diagnostics.ts';
import { openFolder } from '../../build/disk.ts';
import { prepareCourse } from '../../build/prepare-course.ts';
import { renderModule } from '../../build/stages/render.ts';
import { resolveCourse, resolveModule } from '../../build/stages/resolve.ts';
import { depot, rames } from '../bad-input/depot-project.ts';

const QUESTION = ':::open-question{#avis title="Votre avis"}\nQu\'en dites-vous ?\n:::';

const BODY = `# Le quai {#quai}

:::reveal{#lettres}
## Lettre 1
### Ce qu'elle dit
Elle parle du tram.

## Lettre 2
${QUESTION}
:::

## Le dépôt

:::accordion{#voitures}
## Rame 1
### Ses freins
Un patin.

## Rame 2
Une cloche.
:::
`;

/** The page as the build makes it. */
function pageOf(body: string): string {
  const path = join(depot(rames(body)), 'modules/depot');
  const diagnostics = new Diagnostics();
  const prepared = prepareCourse(path, { provisional: false, builtBefore: [] }, diagnostics);
  const [module] = prepared?.modules ?? [];
  if (!prepared || !module) throw new Error('no course');
  const file = prepared.source.course.value;
  const course = resolveCourse(file, null);
  const built = resolveModule(module.module, { file, course, cohort: null, types: activityTypes(), numbers: module.numbers, diagnostics });
  expect(diagnostics.list).toEqual([]);
  const { html } = renderModule(built, course, openFolder(path), activityTypes());
  const [, page = ''] = html.split('data-page="quai"');
  return page;
}

/** Headings of the page in order, each with its level. */
function headings(body: string): string[] {
  return [...pageOf(body).matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/g)].map(([, level, words]) => `${level} ${words?.replace(/<[^>]*>/g, '')}`);
}

test('no level is left out where a part has no heading of its own', () => {
  expect(headings(BODY).slice(0, 5)).toEqual(['1 Le quai', '2 Ce qu’elle dit', '2 Votre avis', '2 Le dépôt', '3 Ses freins']);
});

test('no level is left out by a heading in a question or in a box, whatever stands above it', () => {
  const question = (id: string, more = ''): string =>
    `:::choice{#${id}${more}}\n### Un cas\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::`;
  const box = ':::callout\n### À savoir\nUn mot.\n#### En détail\nEt deux.\n:::';
  const body = `# Le quai {#quai}\n\n${question('un')}\n\n${box}\n\n## La voie\n\n${question('deux', ' title="Le frein"')}\n\n${box}\n`;
  expect(headings(body).slice(0, 8)).toEqual([
    '1 Le quai',
    '2 Un cas',
    '2 À savoir',
    '3 En détail',
    '2 La voie',
    '3 Le frein',
    '4 Un cas',
    '3 À savoir',
  ]);
});

test('the button of a question promises a check only where its quiz tells at once', () => {
  const question = (id: string): string => `:::choice{#${id}}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::`;
  const quiz = (review: string): string =>
    `# Le quai {#quai}\n\n::::quiz{#bilan ${review}}\n${question('un')}\n::::\n\n${question('deux')}\n`;
  const buttons = (body: string): string[] => [...pageOf(body).matchAll(/data-action="check">(.*?)</g)].map(([, words = '']) => words);
  expect(buttons(quiz('review=end'))).toEqual(['Valider ma réponse', 'Vérifier ma réponse']);
  expect(buttons(quiz('review=now'))).toEqual(['Vérifier ma réponse', 'Vérifier ma réponse']);
});
