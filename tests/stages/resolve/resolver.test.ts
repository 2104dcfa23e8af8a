import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { cohortsOf } from '../../../build/model/selection.ts';
import type { Node, ValidModule } from '../../../build/model/source.ts';
import { resolveCourse } from '../../../build/stages/resolve/resolve-module.ts';
import { Resolver } from '../../../build/stages/resolve/resolver.ts';
import { type Files, rames } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { engine } from '../../helpers/engine.ts';

const NORD: Files = {
  'cohorts/nord.yaml': 'title: Nord\ntags: [nord]\nvariables: { chef: Nadia }\n',
  'cohorts/soir.yaml': 'title: Le soir\ntags: [nuit, tard]\n',
};
const choice = (id: string, more = '', words = 'Quel frein') =>
  `:::choice{#${id}${more}}\n${words} ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n`;

function resolve(body: string, { cohort, medium }: { cohort?: string; medium?: 'paper' | 'screen' } = {}) {
  const { course } = checkDepot({ ...rames(body), ...NORD });
  const [numbered] = course?.modules ?? [];
  if (!course || !numbered) throw new Error('no course');
  const diagnostics = new Diagnostics();
  const file = course.source.course.value;
  const [one = null] = cohort === undefined ? [] : cohortsOf(course.source, [cohort]);
  const module: ValidModule = numbered.module;
  const world = { file, course: resolveCourse(file, one), cohort: one, types: engine.types, numbers: numbered.numbers, diagnostics };
  const resolver = new Resolver(module, world, medium);
  const pages = module.pages.filter(({ only }) => resolver.shown(only)).map((page) => resolver.page(page));
  return {
    pages,
    resolver,
    found: diagnostics.list.map(({ severity, code, at, values }) => [severity, code, at.line, values.page, values.cohort].join(' ').trim()),
  };
}

const text = (nodes: readonly Node[] = []): string =>
  nodes
    .map((node) =>
      node.kind === 'activity'
        ? `[${node.activity.id}]`
        : node.kind === 'block'
          ? `<${node.type}>`
          : node.html.replace(/<[^>]*>/g, '').trim(),
    )
    .join(' | ');

describe('pages', () => {
  test('variables, pictogram, minutes, and that they go further', () => {
    const body =
      '# Le quai de {{chef}} {#quai icon=bread}\n\nVoir {{chef}}.\n\n:::trainer\n**5 min** : le tour.\n:::\n\n# Plus {#plus further}\n\nUn tram.\n';
    const { pages } = resolve(body, { cohort: 'nord' });
    expect(pages.map(({ id, title, minutes, further, nodes }) => [id, title, minutes, further, text(nodes)])).toEqual([
      ['quai', 'Le quai de Nadia', 5, undefined, 'Voir Nadia.'],
      ['plus', 'Plus', 0, true, 'Un tram.'],
    ]);
    expect([pages[0]?.icon !== undefined, pages[1] && 'icon' in pages[1]]).toEqual([true, false]);
  });

  test('blocks and activities for others are left out; a page of which nothing is left is reported', () => {
    const body = `# Le quai {#quai}\n\n:::callout{only=nord}\nUn tram.\n:::\n\n${choice('frein', ' only=nord')}\n# Vide {#vide}\n`;
    expect(text(resolve(body, { cohort: 'nord' }).pages[0]?.nodes)).toBe('<callout> | [frein]');
    const base = resolve(body);
    expect([text(base.pages[0]?.nodes), base.found]).toEqual(['', ['warning empty-page 6 Le quai']]);
    expect(base.resolver.activities).toEqual([]);
    expect(resolve(body, { medium: 'paper' }).found).toEqual([]);
  });

  test('a cohort sees what is for one of its tags, whatever its name', () => {
    const callout = (only: string, words: string) => `:::callout{only="${only}"}\n${words}.\n:::\n\n`;
    const body = `# Le quai {#quai}\n\n${callout('nord; nuit', 'Un')}${callout('nord', 'Deux')}# Vide {#vide}\n\n${callout('nord', 'Trois')}`;
    const { pages, found } = resolve(body, { cohort: 'soir' });
    expect([pages.map(({ nodes }) => text(nodes)), found]).toEqual([['<callout>', ''], ['warning empty-page 16 Vide soir']]);
  });

  test('what is only for paper or for the screen', () => {
    const body =
      '# Le quai {#quai}\n\n:::callout{only=paper}\nUn.\n:::\n\n:::figure-less\n:::\n\n:::quote{only=screen}\nDeux.\n:::\n\n:::accordion{#tours}\n## Un\nTrois.\n:::\n'.replace(
        ':::figure-less\n:::\n\n',
        '',
      );
    expect(text(resolve(body).pages[0]?.nodes)).toBe('<quote> | [tours]');
    expect(text(resolve(body, { medium: 'paper' }).pages[0]?.nodes)).toBe('<callout> | [tours]');
  });

  test('footnotes come after the run of nodes that refers to them', () => {
    const { pages } = resolve('# Le quai {#quai}\n\nUn tram[^a].\n\nUne rame.\n\n[^a]: Rouge.\n');
    expect(pages[0]?.nodes.map((node) => (node.kind === 'prose' ? /Rouge/.test(node.html) : null))).toEqual([false, true]);
  });
});

describe('activities', () => {
  test('have their number, their tokens and the slots of their type', () => {
    const { resolver, pages } = resolve(`# Le quai {#quai}\n\n${choice('frein', ' title="Chez {{chef}}" competency=freiner')}`, {
      cohort: 'nord',
    });
    expect(resolver.activities).toMatchObject([
      {
        id: 'frein',
        n: 0,
        type: 'choice',
        page: 'quai',
        title: 'Quel frein\u202f?',
        heading: 'Chez Nadia',
        points: 1,
        attempts: 0,
        competencies: ['freiner'],
        required: true,
        seenBy: 'trainer',
        slots: [{ type: 'choice', right: [{ type: 'choice', tokens: ['a'] }] }],
      },
    ]);
    expect(resolver.activities[0]?.origins).not.toBe('');
    expect(resolver.activities[0]).not.toHaveProperty('quiz');
    expect(JSON.stringify(pages)).toContain('"token":"a"');
  });

  test('of the learner alone report nothing', () => {
    const open = (more: string) => `:::open-question{#mot${more}}\nUn mot ?\n:::\n`;
    const slots = (more: string) => resolve(`# Le quai {#quai}\n\n${open(more)}`).resolver.activities[0]?.slots.length;
    expect([slots(''), slots(' seen-by=me')]).toEqual([1, 0]);
  });

  test('of a quiz: one try each, in the order of the text, without points if it has none', () => {
    const quiz = (more: string) =>
      `# Le quai {#quai}\n\n:::quiz{#bilan${more}}\n${choice('un')}\n${choice('deux', ' attempts=3', 'Lequel')}:::\n`;
    const shown = (more: string) =>
      resolve(quiz(more)).resolver.activities.map(({ id, quiz: of, points, attempts }) => [id, of, points, attempts]);
    expect(shown('')).toEqual([
      ['bilan', undefined, 1, 0],
      ['un', 'bilan', 1, 1],
      ['deux', 'bilan', 1, 3],
    ]);
    expect(shown(' points=0').map(([id, , points]) => [id, points])).toEqual([
      ['bilan', 0],
      ['un', 0],
      ['deux', 0],
    ]);
  });

  test('a quiz with points that follows one without keeps those of its questions', () => {
    const quiz = (id: string, more: string) => `:::quiz{#${id}${more}}\n${choice(`${id}-un`)}:::\n`;
    const { resolver, pages } = resolve(`# Le quai {#quai}\n\n${quiz('essai', ' points=0')}\n${quiz('bilan', '')}`);
    expect(resolver.activities.map(({ id, points }) => [id, points])).toEqual([
      ['essai', 0],
      ['essai-un', 0],
      ['bilan', 1],
      ['bilan-un', 1],
    ]);
    const [essai] = pages[0]?.nodes ?? [];
    expect(essai).toMatchObject({ activity: { options: { questions: [{ activity: { id: 'essai-un', points: 0 } }] } } });
  });

  test('an answer and what follows it have their footnotes with them', () => {
    const body = choice('frein').replace('La cloche\n', 'La cloche[^a]\n\n:::after\nBien vu[^b].\n:::\n');
    const { resolver, pages } = resolve(`# Le quai {#quai}\n\n${body}\n[^a]: Rouge.\n\n[^b]: Verte.\n`);
    expect(resolver.activities[0]?.after).toContain('Verte.');
    expect(JSON.stringify(pages)).toContain('Rouge.');
    expect(JSON.stringify(resolver.activities[0]?.options)).not.toContain('Rouge.');
  });

  test('what follows an answer has the values of the cohort', () => {
    const body = `# Le quai {#quai}\n\n${choice('frein').replace(/:::\n$/, '\n:::after\nBien vu, {{chef}}.\n:::\n:::\n')}`;
    expect(resolve(body, { cohort: 'nord' }).resolver.activities[0]?.after).toBe('<p>Bien vu, Nadia.</p>');
    const { resolver, pages } = resolve(body.replace(':::after', ':::after{when=right}'), { cohort: 'nord' });
    const cases = [{ when: ['right'], after: '<p>Bien vu, Nadia.</p>' }];
    const [node] = pages[0]?.nodes ?? [];
    expect([resolver.activities[0]?.cases, node?.kind === 'activity' && node.activity.cases]).toEqual([cases, cases]);
    expect(resolver.activities[0]).not.toHaveProperty('after');
  });
});

describe('a course that is one SCO, and cohorts with files of their own', () => {
  const open = (files: Files) => {
    const { course } = checkDepot(files);
    const [numbered] = course?.modules ?? [];
    if (!course || !numbered) throw new Error('no course');
    const file = course.source.course.value;
    const world = { file, course: resolveCourse(file, null), cohort: null, types: engine.types, diagnostics: new Diagnostics() };
    return { module: numbered.module, numbers: numbered.numbers, world, cohorts: cohortsOf(course.source, []) };
  };

  test('an activity and a quiz have other names there, with their own numbers', () => {
    const body = `# Le quai {#quai}\n\n${choice('frein')}\n:::quiz{#bilan points=0}\n${choice('un')}:::\n`;
    const { module, numbers, world } = open(rames(body));
    const names = new Map(['frein', 'bilan', 'un'].map((id) => [id, `${id}_soir`]));
    const resolver = new Resolver(module, { ...world, numbers: { ...numbers, names } });
    const [page] = module.pages.map((one) => resolver.page(one));
    expect(resolver.activities.map(({ id, n, quiz, points }) => [id, n, quiz, points])).toEqual([
      ['frein_soir', numbers.activities.get('frein'), undefined, 1],
      ['bilan_soir', numbers.activities.get('bilan'), undefined, 0],
      ['un_soir', numbers.activities.get('un'), 'bilan_soir', 0],
    ]);
    expect(text(page?.nodes)).toBe('[frein_soir] | [bilan_soir]');
    expect(resolver.activities[0]).toMatchObject(numbers.lineage.get('frein') ?? { origins: 'none' });
    expect(JSON.stringify(page?.nodes[0])).toContain('"token":"a"');
    expect(new Set(numbers.activities.values()).size).toBe(3);
  });

  test('options that are no texts stay as they are', () => {
    const { module, numbers, world } = open(rames('# Le quai {#quai}\n\nUn.\n'));
    const node = { kind: 'block', type: 'callout', options: { none: null, count: 3, list: [null, true] } } as unknown as Node;
    const [page] = module.pages.map((one) => new Resolver(module, { ...world, numbers }).page({ ...one, nodes: [node] }));
    expect(page?.nodes).toEqual([node]);
  });

  test('a cohort sees the file that takes the place of another', () => {
    const { module, numbers, world, cohorts } = open({
      ...rames('# Le quai {#quai}\n\n::include{file="un.md"}\n'),
      'un.md': 'Un.\n',
      'nord.md': 'Au nord.\n',
      'cohorts/nord.yaml': 'title: Nord\nincludes: { un.md: nord.md }\n',
      'cohorts/sud.yaml': 'title: Sud\n',
    });
    const seen = cohorts.map((cohort) =>
      module.pages.map((page) => text(new Resolver(module, { ...world, cohort, numbers }).page(page).nodes)),
    );
    expect([cohorts.map((one) => one?.name), seen]).toEqual([
      [undefined, 'nord', 'sud'],
      [['Un.'], ['Au nord.'], ['Un.']],
    ]);
  });
});

test('a link to a page that a cohort does not get is reported, for that cohort alone', () => {
  const body = '# Le quai {#quai}\n\nVoir [la nuit](#nuit).\n\n# La nuit {#nuit only=nord}\n\nTout dort.\n';
  expect([resolve(body, { cohort: 'nord' }).found, resolve(body).found.length]).toEqual([[], 1]);
  expect(resolve(body).found).toEqual(['error page-left-out 6 nuit']);
});

test('a title and a heading have the values of the cohort, on the page and for its script', () => {
  const body = `# Le quai {#quai}\n\n${choice('frein', ' title="Le frein de {{chef}}"', 'Que fait {{chef}}')}`;
  const { pages, resolver } = resolve(body, { cohort: 'nord' });
  const [node] = pages[0]?.nodes ?? [];
  const [own] = resolver.activities;
  expect(node?.kind === 'activity' && [node.activity.title, node.activity.heading]).toEqual(['Que fait Nadia\u202f?', 'Le frein de Nadia']);
  expect([own?.title, own?.heading, own?.type, own?.page, own?.n, own?.origins]).toEqual([
    'Que fait Nadia\u202f?',
    'Le frein de Nadia',
    'choice',
    'quai',
    expect.any(Number),
    expect.any(String),
  ]);
});
