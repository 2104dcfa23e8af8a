import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { fitHeadings, hasHeading, lastHeading, shiftHeadings, withFitHeadings } from '../../build/html/headings.ts';
import { openCourse } from '../../build/open-course.ts';
import { renderModule } from '../../build/stages/render/render-module.ts';
import { resolveCourse } from '../../build/stages/resolve/resolve-module.ts';
import { resolveVariant } from '../../build/stages/resolve/resolve-variants.ts';
import { activityTypes } from '../../build/types/activities.ts';
import type { Activity } from '../../src/model/course/activity.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

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

/** The module as the build makes it. */
function rendered(body: string) {
  const path = join(depot(rames(body)), 'modules/depot');
  const diagnostics = new Diagnostics();
  const course = openCourse(path, { provisional: false }, engine, diagnostics);
  const [module] = course?.modules ?? [];
  if (!course || !module) throw new Error('no course');
  const { built } = resolveVariant(course, module, null, activityTypes, diagnostics);
  expect(diagnostics.list).toEqual([]);
  return renderModule(built, resolveCourse(course.source.course.value, null), course.source.folder, engine);
}

function pageOf(body: string): string {
  const [, page = ''] = rendered(body).html.split('data-page="quai"');
  return page;
}

/** Levels of the headings in the answer keys, by activity. */
function laterHeadings(body: string): Record<string, string> {
  const { activities } = rendered(body).content;
  return Object.fromEntries(
    activities.map(({ id, after = '', options }) => [
      id,
      [...(JSON.stringify(options) + after).matchAll(/<h(\d)>/g)].map(([, level]) => level).join(''),
    ]),
  );
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

// The 4 that comes second in each is no heading: it stands in the words of a choice.
test('a heading in feedback or in `:::after` continues the levels above it', () => {
  const question = (id: string, more = ''): string =>
    `:::choice{#${id}${more}}\nQuel frein ?\n\n- [x] Le patin\n> ### En bref\n> Oui.\n- [ ] La cloche, ou <h4>\n> Non.\n\n:::after\n### Le frein\nUn mot.\n#### En détail\nEt deux.\n:::\n:::`.replace(
      '<h4>',
      '`<h4>`',
    );
  const quiz = `::::quiz{#bilan title="Bilan"}\n${question('quatre')}\n::::`;
  const body = `# Le quai {#quai}\n\n${question('un')}\n\n## La voie\n\n${question('deux')}\n\n${question('trois', ' title="Le frein"')}\n\n${quiz}\n`;
  expect(laterHeadings(body)).toEqual({ un: '2423', deux: '3434', trois: '4445', quatre: '4445', bilan: '' });
});

test.each([
  [0, '<h1>a</h1>', '<h1>a</h1>'],
  [1, '<h2 id="a">a</h2><h5>b</h5><hr><header>', '<h3 id="a">a</h3><h6>b</h6><hr><header>'],
  [2, '<h5>a</h5>', '<h6>a</h6>'],
  [-1, '<h2>a</h2><h6>b</h6>', '<h2>a</h2><h5>b</h5>'],
  [1, '<h2x>a</h2x>', '<h2x>a</h2x>'],
])('headings shifted by %i: %s', (by, html, shifted) => {
  expect(shiftHeadings(html, by)).toBe(shifted);
});

test('the last heading is found, and any heading in a text', () => {
  expect(['<h2>a</h2><h3 id="b">b</h3><p>c</p>', '<h6>a</h6><h2>b</h2>', '<h7>a</h7>', '<h1>a</h1>', '<hr>', ''].map(lastHeading)).toEqual([
    3,
    2,
    null,
    null,
    null,
    null,
  ]);
  expect(['<h1>', '{"a":"<h6 id="}', '<hr>', 'h2 >', '<h7>'].map(hasHeading)).toEqual([true, true, false, false, false]);
});

test('headings that an activity shows later fit below it; all else stays as it is', () => {
  const options = (level: number) => ({
    html: '<h5>a</h5>',
    after: { html: '<h5>b</h5>', feedback: `<h${level}>c</h${level}>` },
    choices: [null, 1, `<h5>d</h5>`, { feedback: `<h${level}>e</h${level}><h${level + 1}>f</h${level + 1}>`, points: 2 }],
  });
  const activity = (level: number) => ({ id: 'q', after: `<h${level}>g</h${level}>`, options: options(level) }) as unknown as Activity;
  expect(withFitHeadings(activity(5), 3)).toEqual(activity(3));
  const none = { id: 'q', after: '<p>a</p>', options: { choices: [{ feedback: 'b' }] } } as unknown as Activity;
  expect(withFitHeadings(none, 3)).toBe(none);
});

test('headings fit where they are shown, whatever they began with', () => {
  expect(fitHeadings('<h2>a</h2><h5>b</h5><h3 id="c">c</h3>', 4)).toBe('<h4>a</h4><h5>b</h5><h5 id="c">c</h5>');
  expect(fitHeadings('<h4>a</h4><h3>b</h3>', 2)).toBe('<h2>a</h2><h2>b</h2>');
  expect(fitHeadings('<h1>a</h1><h2>b</h2>', 6)).toBe('<h6>a</h6><h6>b</h6>');
  expect(fitHeadings('<h2>a</h2><p>b</p><h2>c</h2>', 3)).toBe('<h3>a</h3><p>b</p><h3>c</h3>');
  expect(fitHeadings('<h2>a\nb</h2>', 3)).toBe('<h3>a\nb</h3>');
  expect(fitHeadings('<hr>', 2)).toBe('<hr>');
});

test('a heading before the first scene of a story follows on what stands above it', () => {
  const story =
    ':::branching{#jour}\n### Le départ\nVous conduisez.\n\n## Le quai {#le-quai}\nUn arrêt.\n\n- [Partir](#fin)\n\n## La fin {#fin ending=good}\nArrivé.\n:::';
  expect(headings(`# Le quai {#quai}\n\n${story}\n`).slice(0, 4)).toEqual(['1 Le quai', '2 Le départ', '2 Le quai', '2  Fin La fin']);
});

test('the button of a question promises a check only if its quiz judges at once', () => {
  const question = (id: string): string => `:::choice{#${id}}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::`;
  const quiz = (review: string): string =>
    `# Le quai {#quai}\n\n::::quiz{#bilan ${review}}\n${question('un')}\n::::\n\n${question('deux')}\n`;
  const buttons = (body: string): string[] => [...pageOf(body).matchAll(/data-action="check">(.*?)</g)].map(([, words = '']) => words);
  expect(buttons(quiz('review=end'))).toEqual(['Valider ma réponse', 'Vérifier ma réponse']);
  expect(buttons(quiz('review=now'))).toEqual(['Vérifier ma réponse', 'Vérifier ma réponse']);
});
