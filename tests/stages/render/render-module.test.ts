import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { filesOf, openCourse } from '../../../build/open-course.ts';
import { depot, type Files, rames } from '../../bad-input/depot-project.ts';
import { renderDepot } from '../../helpers/depot-page.ts';
import { engine } from '../../helpers/engine.ts';

/** The words on the buttons of a page's activities. */
function buttonsOf(body: string): string[] {
  const diagnostics = new Diagnostics();
  const folder = join(depot(rames(`# Le quai {#quai}\n\n${body}`)), 'modules/depot');
  const course = openCourse(folder, { provisional: false }, engine, diagnostics);
  const [module] = course?.modules ?? [];
  expect(diagnostics.list).toEqual([]);
  if (!course || !module) throw new Error('The course could not be read.');
  const page = filesOf(course, module, null, 'scorm12', engine).find(({ name }) => name === 'index.html');
  if (!page || !('data' in page)) throw new Error('The module has no page.');
  const html = Buffer.from(page.data).toString();
  return [...html.matchAll(/data-action="check">([^<]*)</g)].map(([, words = '']) => words);
}

const map = (id: string, place: string): string =>
  `:::stakeholder-map{#${id} x="Intérêt; faible; fort" y="Pouvoir; faible; fort"}\nOù ?\n\n${place}- La régie\n- Le quartier\n:::\n`;

test('a button promises a check only where something is right or wrong', () => {
  expect(buttonsOf(`${map('modele', '## fort, fort\n')}\n${map('libre', '')}`)).toEqual(['Vérifier ma réponse', 'Enregistrer ma carte']);
});

/** The first page of a session, and the whole of it. */
function rendered(body: string, front = '', more: Files = {}) {
  const files = rames(`# Le quai {#quai}\n\n${body}\n`);
  return renderDepot({
    ...files,
    'rames.md': String(files['rames.md']).replace('completion: visited', `completion: visited\n${front}`),
    ...more,
  });
}
const steps = ({ html }: { html: string }): string[] => [...html.matchAll(/<div class="c-screen[^>]*>/g)].map(([tag]) => tag);

test('a page is split into steps, unless there is only one, or its pace is that of pages', () => {
  const two = `## Un\n\nUne rame[^a]. ${'Elle part au quai. '.repeat(12)}\n\n## Deux\n\nUn tram.\n\n[^a]: Rouge.`;
  expect([
    steps(rendered(two, 'pace: steps')).length,
    steps(rendered(two, 'pace: page')).length,
    steps(rendered('Une rame.', 'pace: steps')).length,
  ]).toEqual([2, 0, 0]);
  const { html } = rendered(two, 'pace: steps');
  expect(html.indexOf('class="c-notes"')).toBeGreaterThan(html.lastIndexOf('Un tram.'));
  expect(html.slice(html.lastIndexOf('Un tram.'), html.indexOf('class="c-notes"'))).toContain('</div>');
});

test('types of the first page are separate from those of later pages', () => {
  const choice = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
  const page = rendered(`${choice}\n\n# La nuit {#nuit}\n\n:::callout\nTout dort.\n:::`);
  expect([page.firstTypes, page.types, Object.keys(page.rest)]).toEqual([['choice'], ['callout', 'choice'], ['nuit']]);
  expect([page.html.includes('Quel frein'), page.html.includes('Tout dort'), page.rest.nuit?.includes('Tout dort')]).toEqual([
    true,
    false,
    true,
  ]);
  expect([page.plain.includes('Quel frein'), page.plain.includes('Tout dort')]).toEqual([true, true]);
});

test('a quotation that is an alert uses the type of callouts', () => {
  expect(rendered('> [!NOTE]\n> Un tram.').types).toEqual(['callout']);
  expect(rendered('> Un tram.').types).toEqual([]);
});

test('minutes of pages come from the notes, and only icons in use are drawn', () => {
  const page = rendered('Une rame.\n\n:::trainer\n**8 min** : le tour.\n:::\n\n# La nuit {#nuit}\n\nx');
  expect(page.pageMinutes).toEqual({ quai: 8, nuit: 0 });
  const drawn = new Set([...page.html.matchAll(/<symbol id="i-([^"]+)"/g)].map(([, name]) => name));
  expect([...page.html.matchAll(/href="#i-([^"]+)"/g)].every(([, name]) => drawn.has(name))).toBe(true);
  expect(page.html).not.toContain('<!--icons-->');
});

test('feedback continues the headings of its activity', () => {
  const page = rendered(
    ':::choice{#frein title="Le frein"}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n\n:::after\n## Pourquoi\n\nIl freine.\n:::\n:::',
  );
  expect(page.content.activities[0]?.after).toMatch(/<h3[ >]/);
});

test('a page opens with its pictogram on a land, unless it has none, or a picture of its own', () => {
  const picture = { 'assets/quai.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>' };
  const openers = (icon: string, body: string): (string | undefined)[] => {
    const { plain } = rendered(`Un.\n\n# La nuit {#nuit${icon}}\n\n${body}\n\n# Le jour {#jour icon=sun}\n\nTrois.`, '', picture);
    return [...plain.matchAll(/class="c-opener[^"]*" data-disc="(\d)"/g)].map(([, disc]) => disc);
  };
  const own = ':::beside{src=assets/quai.svg alt="Un quai"}\nDeux.\n:::';
  expect(openers(' icon=tram', 'Deux.\n\n# Le soir {#soir}\n\nDeux.')).toEqual(['3', '1']);
  expect([openers(' icon=tram', 'Deux.'), openers('', 'Deux.'), openers(' icon=tram', own)]).toEqual([['3', '4'], ['4'], ['4']]);
});

test('a page that is one piece opens without a land if a picture is among its first two parts', () => {
  const picture = { 'quai.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>' };
  const discs = (...texts: string[]): number => {
    const { plain } = rendered(`Un.\n\n# La nuit {#nuit icon=tram}\n\n${texts.join('\n\n')}`, 'pace: page', picture);
    return plain.match(/class="c-opener/g)?.length ?? 0;
  };
  const shot = '![Un quai](quai.svg)';
  const tip = ':::callout\nTrois.\n:::';
  expect(discs('::figure{src=quai.svg alt="Un quai"}')).toBe(0);
  expect(discs('::image-compare{before=quai.svg after=quai.svg before-alt="vide" after-alt="plein" caption="Le quai"}')).toBe(0);
  expect([discs('Deux.'), discs(shot), discs(tip, shot), discs('Deux.', tip, shot)]).toEqual([1, 0, 0, 1]);
});
