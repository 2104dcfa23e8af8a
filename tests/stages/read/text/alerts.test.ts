import { expect, test } from 'vitest';
import { CHOICE, page } from '../../../bad-input/cases.ts';
import { depotMessages, depotPage, depotQuestion, renderDepot } from '../../../helpers/depot-page.ts';

/** Kind, title and text of each callout of a page. */
function callouts(html: string): string[] {
  return [...html.matchAll(/<div class="callout" data-kind="(\w+)" role="note">(.*?)<\/div>\s*<\/div>/gs)].map(
    ([, kind, inside = '']) =>
      `${kind}: ${inside
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()}`,
  );
}

const FIVE = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'caution'].map((name) => `> [!${name}]\n> Un *mot*.`).join('\n\n');

test('alerts are callouts of the kind that fits, with its name in the language of the course', () => {
  expect(callouts(depotPage(FIVE))).toEqual([
    'info: À savoir Un mot .',
    'tip: Conseil Un mot .',
    'info: À savoir Un mot .',
    'warning: Attention Un mot .',
    'warning: Attention Un mot .',
  ]);
  const english = renderDepot({ ...page(FIVE), 'course.yaml': 'id: depot\ntitle: Depot\nlang: en\nmodules: [rames]\n' });
  expect(callouts(english.html).map((callout) => callout.replace(/ Un mot \.$/, ''))).toEqual([
    'info: Good to know',
    'tip: Tip',
    'info: Good to know',
    'warning: Warning',
    'warning: Warning',
  ]);
});

test('an alert has the markup of a callout, letter by letter', () => {
  expect(depotPage('> [!TIP]\n> Sonnez.')).toBe(depotPage(':::callout{kind=tip}\nSonnez.\n:::'));
  expect(depotPage('> [!TIP]\n> > Cité.\n>\n> Sonnez.')).toBe(depotPage(':::callout{kind=tip}\n> Cité.\n\nSonnez.\n:::'));
});

test('an alert may begin on its first line, hold blocks, and stand in a list or a quotation', () => {
  expect(callouts(depotPage('> [!WARNING] Ne courez pas.'))).toEqual(['warning: Attention Ne courez pas.']);
  expect(callouts(depotPage('> [!NOTE]\n> - un\n> - deux\n>\n> > cité'))).toEqual(['info: À savoir un deux cité']);
  expect(callouts(depotPage('- un point\n\n  > [!TIP]\n  > Sonnez.'))).toEqual(['tip: Conseil Sonnez.']);
  expect(callouts(depotPage('> Cité\n>\n> > [!TIP]\n> > Sonnez.'))).toEqual(['tip: Conseil Sonnez.']);
});

test('what an alert has wrong is reported at its line', () => {
  const found = (body: string): string[] => [...depotMessages(page(body)).matchAll(/^error (.*)$/gm)].map(([, place = '']) => place);
  expect(found('> [!NOTE]\n> Une ==rame==.\n\nUne ==rame==.')).toEqual(['highlight rames.md:9:7', 'highlight rames.md:11:5']);
  expect(found('> [!NOTE] Une ==rame==.')).toEqual(['highlight rames.md:8:15']);
  expect(found('> [!NOTE]\n> ##Voie')).toEqual(['no-space-after-sign rames.md:9:3']);
  expect(found('> [!NOTE] ##Voie\n> ##Quai')).toContain('no-space-after-sign rames.md:9:3');
});

test('alerts work in questions, feedback and `:::after`; the package has their styles', () => {
  const body = CHOICE.replace('Quel frein ?', '> [!NOTE]\n> Lisez bien.\n\nQuel frein ?')
    .replace('- [ ]', '> [!TIP]\n> Il frotte.\n- [ ]')
    .replace(/:::\n$/, '\n:::after\n> [!CAUTION]\n> Attention.\n:::\n:::\n');
  const rendered = renderDepot(page(body));
  const { title, feedback, after } = depotQuestion(rendered);
  const { html, types } = rendered;
  expect([html, feedback[0] ?? '', after].map(callouts)).toEqual([
    ['info: À savoir Lisez bien.'],
    ['tip: Conseil Il frotte.'],
    ['warning: Attention Attention.'],
  ]);
  expect(title).toBe('Question à choix');
  expect(types).toEqual(['callout', 'choice']);
  for (const icon of ['info', 'lightbulb', 'triangle-alert']) expect(html).toContain(`<symbol id="i-${icon}"`);
});

test('spaces behind the name leave no line, and a name outside a quotation is text', () => {
  for (const blanks of [' ', '  ', '\t']) expect(depotPage(`> [!TIP]${blanks}\n> Sonnez.`)).toBe(depotPage('> [!TIP]\n> Sonnez.'));
  expect(depotPage('Un quai.\n\n[!NOTE] du texte.')).toBe('<p>Un quai.</p>\n<p>[!NOTE] du texte.</p>');
  expect(depotPage('- [!NOTE] du texte.')).toContain('[!NOTE] du texte.');
});

test('a text without alerts ships nothing for them', () => {
  expect(renderDepot(page(`> Cité.\n\n${CHOICE}`)).types).toEqual(['choice']);
});

test('other names in brackets are reported, unless a mark makes them text', () => {
  expect(depotMessages(page('> [!DANGER]\n> Haute tension.'))).toMatchInlineSnapshot(`
    "error unknown-alert rames.md:8:3
    « [!DANGER] » ne commence pas un encadré : les apprenants liraient ces crochets. Écrivez [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] ou [!CAUTION] ; si c’est bien du texte, mettez « \\ » devant.
    “[!DANGER]” does not begin a callout: learners would read these brackets. Write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]; if it is meant as text, put “\\” before it."
  `);
  const place = (name: string) => /^error \S+ \S+/.exec(depotMessages(page(`> [!${name}]\n> Haute tension.`)))?.[0];
  expect([place('A'.repeat(30)), place('A'.repeat(31)), place('a-b_é')]).toEqual([
    'error unknown-alert rames.md:8:3',
    undefined,
    'error unknown-alert rames.md:8:3',
  ]);
  const two = depotMessages(page('> [!DANGER]\n> Un.\n\n> [!DANGER]\n> Deux.'));
  expect([...two.matchAll(/rames\.md:(\d+)/g)].map(([, line]) => line)).toEqual(['8', '11']);
  expect(depotPage('> \\[!NOTE] est du texte.')).toBe('<blockquote>\n<p>[!NOTE] est du texte.</p>\n</blockquote>');
});
