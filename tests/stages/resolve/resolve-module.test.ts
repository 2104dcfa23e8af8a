import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { Cohort } from '../../../build/model/course.ts';
import { cohortsOf } from '../../../build/model/selection.ts';
import { openCourse } from '../../../build/open-course.ts';
import { renderModule } from '../../../build/stages/render/render-module.ts';
import { DEFAULT_ACCENT, resolveCourse } from '../../../build/stages/resolve/resolve-module.ts';
import { resolveVariant } from '../../../build/stages/resolve/resolve-variants.ts';
import { activityTypes } from '../../../build/types/activities.ts';
import { depot, rames } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

const COURSE_FILE = { id: 'depot', title: 'Le dépôt', lang: 'fr', organisation: '', profile: 'moodle', competencies: [], targets: [] };

const BODY = `# Le quai {#quai}

Demandez à {{chef}}, [le plan]({{plan}}).

:::callout{only=soir}
La lumière est coupée à 22 h.
:::

:::choice{#frein competency=freiner}
Que dit {{chef}} ?

- [x] Le patin de {{chef}}
- [ ] La cloche
:::

# La nuit {#nuit only=soir}

Tout dort.
`;

function build(cohort: Cohort | null, body = BODY) {
  const project = depot({ ...rames(body), 'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n' });
  const diagnostics = new Diagnostics();
  const path = join(project, 'modules/depot');
  const course = openCourse(path, { provisional: false }, engine, diagnostics);
  const [module] = course?.modules ?? [];
  if (!course || !module) throw new Error('no course');
  const { built } = resolveVariant(course, module, cohort, activityTypes, diagnostics);
  const { html } = renderModule(built, resolveCourse(course.source.course.value, cohort), course.source.folder, engine);
  return { built, diagnostics, html };
}

/** Two sessions; what the second knows of the first, for a cohort. @param found gets what is reported */
function sharedWith(cohort: Cohort | null, first: string, second: string, found: string[] = []) {
  const quais = `---\nid: quais\ntitle: Les quais\ncompletion: visited\n---\n# Quai {#quai-1}\n\n${first}\n`;
  const courses = 'id: depot\ntitle: Le dépôt\nlang: fr\nmodules: [quais, rames]\nvariables: { chef: le chef }\n';
  const project = depot({
    ...rames(`# Le soir {#soir}\n\n${second}\n`),
    'quais.md': quais,
    'course.yaml': courses,
    'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n',
  });
  const diagnostics = new Diagnostics();
  const course = openCourse(join(project, 'modules/depot'), { provisional: false }, engine, diagnostics);
  expect(diagnostics.list).toEqual([]);
  if (!course) throw new Error('no course');
  const contents = course.modules.map((module) => resolveVariant(course, module, cohort, activityTypes, diagnostics).built.content);
  found.push(...diagnostics.list.map(({ code, at }) => `${code} ${at.file}`));
  return contents;
}

const SCALE =
  ':::scale{#matin levels="non; oui"}\nQue dit {{chef}} ?\n\n- Freiner\n:::\n\n:::open-question{#mot}\nUn mot de {{chef}} ?\n:::';
const AGAIN = '::scale{#apres again="quais/matin"}\n\n::recap{#bilan words="quais/mot" before-after="quais/matin; apres" proof}';

test('a session knows of another only what it names there, with the levels but without the fields', () => {
  const [quais, soiree] = sharedWith(soir({ variables: { chef: 'Mme Roy' }, modules: { quais: { title: 'Le matin' } } }), SCALE, AGAIN);
  expect(quais?.shared).toEqual({ named: ['matin', 'mot'], elsewhere: [] });
  expect(soiree?.shared?.elsewhere).toEqual([
    {
      id: 'matin',
      type: 'scale',
      title: 'Que dit Mme\u00a0Roy\u202f?',
      module: 'Le matin',
      by: ['apres', 'bilan'],
      options: expect.objectContaining({ levels: expect.any(Array) }),
    },
    { id: 'mot', type: 'open-question', title: 'Un mot de Mme\u00a0Roy\u202f?', module: 'Le matin', by: ['bilan'], options: {} },
  ]);
  const [apres, bilan] = soiree?.activities ?? [];
  expect(apres).toMatchObject({ title: 'Que dit Mme\u00a0Roy\u202f?', slots: [{ part: 'c', type: 'likert', text: 'Freiner' }] });
  expect(bilan?.slots).toEqual([{ part: 'a', type: 'long-fill-in', right: [], text: 'Freiner' }]);
});

test('a session knows the answers of another with the title of their question and the names of its parts', () => {
  const writing = ':::writing{#note title="La note du chef"}\nDeux parties.\n\n## Avant {#avant}\n\nUn mot.\n\n## Après\n\nUn autre.\n:::';
  const map = ':::mind-map{#carte fill}\nQui passe ?\n\n- Le quai\n  - Les rames\n    - La 3\n  - Les gens\n:::';
  const [, soiree] = sharedWith(null, `${writing}\n\n${map}`, '::recap{#bilan words="quais/note; quais/carte"}');
  expect(soiree?.shared?.elsewhere.map(({ title, options }) => [title, options])).toEqual([
    ['La note du chef', { fields: ['Avant', 'Après'].map((text, at) => ({ token: 'ab'[at], text })) }],
    ['Qui passe\u202f?', { branches: ['Les rames', 'Les gens'].map((text, at) => ({ token: 'ab'[at], text })) }],
  ]);
});

test('what another session has for other cohorts only is left out', () => {
  const known = (cohort: Cohort | null) =>
    sharedWith(cohort, SCALE.replace('{#mot}', '{#mot only=soir}'), AGAIN)[1]?.shared?.elsewhere.map(({ id }) => id);
  expect([known(soir()), known(null)]).toEqual([['matin', 'mot'], ['matin']]);
  const [matin = '', mot = ''] = SCALE.split('\n\n:::open');
  const first = `${matin}\n\n# La nuit {#nuit only=soir}\n\n:::open${mot}`;
  expect([soir(), null].map((one) => sharedWith(one, first, AGAIN)[1]?.shared?.elsewhere.map(({ id }) => id))).toEqual([
    ['matin', 'mot'],
    ['matin'],
  ]);
});

test('what is wrong with a question is reported in its own session, once', () => {
  const found: string[] = [];
  const first = ':::open-question{#mot}\nVoir [la nuit](#nuit). Un mot ?\n:::\n\n# La nuit {#nuit only=soir}\n\nTout dort.';
  const [, soiree] = sharedWith(null, first, '::recap{#bilan words="quais/mot"}', found);
  expect([soiree?.shared?.elsewhere.map(({ id }) => id), found]).toEqual([['mot'], ['page-left-out quais.md']]);
});

test('sessions that name nothing of each other carry nothing of that', () => {
  const contents = sharedWith(null, SCALE, ':::open-question{#avis}\nUn avis ?\n:::');
  expect(contents.map(({ shared }) => shared)).toEqual([undefined, undefined]);
});

function soir(more: Partial<Cohort['file']> = {}): Cohort {
  return { name: 'soir', file: { title: 'Soir', tags: ['soir'], variables: {}, theme: {}, modules: {}, includes: {}, ...more } };
}

test('variables are put in as plain text, wherever they stand', () => {
  const { built, html, diagnostics } = build(soir({ variables: { chef: '<b>Mme « Roy »</b>', plan: 'https://exemple.fr/?a=1&b="2"' } }));
  expect(diagnostics.list).toEqual([]);
  expect(html).toContain('Demandez à &lt;b&gt;Mme «\u00a0Roy\u00a0»&lt;/b&gt;');
  expect(html).toContain('href="https://exemple.fr/?a=1&amp;b=&quot;2&quot;"');
  expect(html).not.toContain('<b>Mme');
  expect(built.content.activities[0]?.title).toBe('Que dit <b>Mme «\u00a0Roy\u00a0»</b>\u202f?');
});

test('an activity is known by its title beside its question', () => {
  const { built } = build(soir(), '# Le quai {#quai}\n\n:::open-question{#carnet title="L\'avis de {{chef}}"}\nQu\'en dites-vous ?\n:::\n');
  expect(built.content.activities[0]).toMatchObject({ heading: 'L’avis de le chef de dépôt', title: 'Qu’en dites-vous\u202f?' });
});

test('an address from a variable is checked once it is known', () => {
  const { diagnostics } = build(soir({ variables: { plan: 'javascript:alert(1)' } }));
  expect(diagnostics.list.map(({ code }) => code)).toEqual(['refused-address']);
});

test('a variable inside an address is no more than one part of it', () => {
  const plan = 'nuit/été?a=1&b="<2>"#fin';
  const inside = '# Le quai {#quai}\n\n[Le plan](https://exemple.fr/{{plan}}/carte?de={{plan}})\n';
  const { html, diagnostics } = build(soir({ variables: { plan } }), inside);
  const part = 'nuit%2F%C3%A9t%C3%A9%3Fa%3D1%26b%3D%22%3C2%3E%22%23fin';
  expect(html).toContain(`href="https://exemple.fr/${part}/carte?de=${part}"`);
  expect(diagnostics.list).toEqual([]);
});

test('the address of a picture, too', () => {
  const body = '# Le quai {#quai}\n\n![Le plan]({{plan}})\n';
  const found = (plan: string) => build(soir({ variables: { plan } }), body).diagnostics.list.map(({ code, at }) => `${code} ${at.line}`);
  expect(found('https://exemple.fr/plan.png')).toEqual(['remote-picture 6']);
  expect(found('HTTP://exemple.fr/plan.png')).toEqual(['remote-picture 6']);
  expect(found('data:image/svg+xml,<svg/>')).toEqual(['refused-address 6']);
  expect(found('javascript:alert(1)')).toEqual(['refused-address 6']);
  expect(found('')).toEqual(['empty-address 6']);
});

test('variables in definitions and in alternative texts of pictures are text', () => {
  const words = ':term[La consigne de {{chef}}]{def="Ce que dit {{chef}} : le matin."}';
  const body = `# Le quai {#quai}\n\n${words} ![Le plan de {{ chef }}](plan.svg)\n`;
  const { html, diagnostics } = build(soir({ variables: { chef: 'Mme "Roy" <b>' } }), body);
  expect(diagnostics.list.map(({ code }) => code)).toEqual(['missing-asset']);
  expect(html).toContain('data-def="Ce que dit Mme &quot;Roy&quot; &lt;b&gt;\u00a0: le matin."');
  expect(html).toContain('>La consigne de Mme &quot;Roy&quot; &lt;b&gt;</dfn>');
  expect(html).toContain('alt="Le plan de Mme &quot;Roy&quot; &lt;b&gt;"');
});

test('parts of other cohorts are left out, and numbers stay the same in all', () => {
  const base = build(null, BODY.replace('[le plan]({{plan}})', 'le plan'));
  const evening = build(soir(), BODY.replace('[le plan]({{plan}})', 'le plan'));
  expect(base.built.content.pages.map(({ id, n }) => [id, n])).toEqual([['quai', 0]]);
  expect(evening.built.content.pages.map(({ id, n }) => [id, n])).toEqual([
    ['quai', 0],
    ['nuit', 1],
  ]);
  expect(base.html).not.toContain('22 h');
  expect(evening.html).toContain('22\u00a0h');
  expect(base.built.content.activities).toEqual(evening.built.content.activities);
});

test('a cohort changes the rules of a module', () => {
  const { built } = build(
    soir({
      modules: { rames: { pass: 80, completion: 'activities', title: 'Les rames du soir', duration: '45min' } },
      variables: { plan: 'https://exemple.fr' },
    }),
  );
  expect(built.content).toMatchObject({ pass: 80, completion: 'activities', title: 'Les rames du soir', minutes: 45, id: 'rames' });
});

test('an address in an attribute is checked once it is known, and an empty one leaves an optional link out', () => {
  const body = '# Le quai {#quai}\n\n:::word-cloud{#mots wall="{{plan}}"}\nQue voyez-vous ?\n:::\n';
  const built = (plan: string) => build(soir({ variables: { plan } }), body);
  expect(built('https://exemple.fr/?a=1&b="2"').html).toContain('href="https://exemple.fr/?a&#x3D;1&amp;b&#x3D;&quot;2&quot;"');
  expect(built('').html).not.toContain('target="_blank"');
  expect(built('').diagnostics.list).toEqual([]);
  for (const plan of ['javascript:alert(1)', 'http://exemple.fr']) {
    expect(built(plan).diagnostics.list.map(({ code }) => code)).toEqual(['refused-address']);
  }
});

test('the screen and the paper each show their own blocks, with the notes that these call', () => {
  const body = `# Le quai {#quai}

Le quai[^a].

:::text{only=paper}
Au dos de la feuille[^b].
:::

:::text{only="paper; soir"}
La feuille du soir.
:::

:::accordion{#freins}
## Le frein
:::text{only=screen}
Touchez le frein.
:::
Il serre.
:::

[^a]: Une voie.
[^b]: Le verso.
`;
  const { built, html, diagnostics } = build(null, body);
  expect(diagnostics.list).toEqual([]);
  const [page] = built.pages;
  const [screen, paper] = [JSON.stringify(page?.nodes), JSON.stringify(page?.paper)];
  expect(screen).toContain('Touchez');
  expect(screen).not.toMatch(/feuille|verso/);
  expect(html).not.toMatch(/feuille|verso/);
  expect(paper).toMatch(/Au dos.*verso/);
  expect(paper).not.toMatch(/Touchez|du soir/);
  expect(JSON.stringify(build(soir(), body).built.pages[0]?.paper)).toContain('du soir');
  expect(build(null).built.pages[0]).not.toHaveProperty('paper');
});

test('a cohort gets its own file wherever the session includes another', () => {
  const files = {
    ...rames('# Le quai {#quai}\n\nAvant.\n\n::include{file=cadres.md}\n\nAprès.\n'),
    'cadres.md': 'Les cadres[^a].\n\n:::callout\nDe jour.\n:::\n\n::include{file=fin.md}\n\n[^a]: De base.\n',
    'soir.md': 'Les cadres du soir[^a].\n\n::include{file=fin.md}\n\n[^a]: Du soir.\n',
    'fin.md': 'Fin.\n',
    'nuit.md': 'Fin de nuit.\n',
    'cohorts/nuit.yaml': 'title: Nuit\nincludes: { cadres.md: soir.md, fin.md: nuit.md }\n',
    'cohorts/soir.yaml': 'title: Soir\nincludes: { cadres.md: soir.md }\n',
  };
  const diagnostics = new Diagnostics();
  const course = openCourse(join(depot(files), 'modules/depot'), { provisional: false }, engine, diagnostics);
  expect(diagnostics.list).toEqual([]);
  const [module] = course?.modules ?? [];
  if (!course || !module) throw new Error('no course');
  const texts = cohortsOf(course.source, []).map((cohort) => {
    const { built } = resolveVariant(course, module, cohort, activityTypes, diagnostics);
    return renderModule(built, resolveCourse(course.source.course.value, cohort), course.source.folder, engine).html;
  });
  const says = texts.map((html) =>
    ['Avant', 'Les cadres<', 'De jour', 'De base', 'cadres du soir', 'Du soir', 'Fin.', 'Fin de nuit', 'Après'].filter((words) =>
      html.includes(words),
    ),
  );
  expect(says).toEqual([
    ['Avant', 'Les cadres<', 'De jour', 'De base', 'Fin.', 'Après'],
    ['Avant', 'cadres du soir', 'Du soir', 'Fin de nuit', 'Après'],
    ['Avant', 'cadres du soir', 'Du soir', 'Fin.', 'Après'],
  ]);
});

test('the logo of a course is kept, and that of a cohort replaces it', () => {
  const file = { ...COURSE_FILE, theme: { name: 'plain', accent: '#123456', logo: 'assets/depot.svg' } } as never;
  expect(resolveCourse(file, null).theme).toEqual({ name: 'plain', accent: '#123456', logo: 'assets/depot.svg' });
  const evening = { name: 'soir', file: { theme: { logo: 'assets/soir.svg' } } } as never;
  expect(resolveCourse(file, evening).theme.logo).toBe('assets/soir.svg');
  const bare = { ...COURSE_FILE, theme: { name: 'plain' } } as never;
  expect(resolveCourse(bare, null).theme).toStrictEqual({ name: 'plain', accent: DEFAULT_ACCENT });
});

test('a session announces the next one as the cohort has it, with its lead and people only where they are written', () => {
  const head = (front: string, page = '{#nuit}') => {
    const project = depot({
      ...rames('# Le quai {#quai}\n\nUne rame attend.\n'),
      'quais.md': `---\nid: quais\ntitle: L'arrêt\nduration: 20min\ncompletion: visited\n${front}---\n# La nuit ${page}\n\nTout dort.\n`,
      'course.yaml': 'id: depot\ntitle: Le dépôt\nlang: fr\nmodules: [rames, quais]\npeople: [{ id: nadia, name: Nadia }]\n',
      'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n',
    });
    const diagnostics = new Diagnostics();
    const course = openCourse(join(project, 'modules/depot'), { provisional: false }, engine, diagnostics);
    const [module] = course?.modules ?? [];
    if (!course || !module) throw new Error('no course');
    return (cohort: Cohort | null) => resolveVariant(course, module, cohort, activityTypes, diagnostics).built.after;
  };
  expect(head('')(null)).toStrictEqual({ title: 'L’arrêt', minutes: 20 });
  expect(head('')(soir({ modules: { quais: { title: "L'été", duration: 5 } } }))).toStrictEqual({ title: 'L’été', minutes: 5 });
  expect(head('lead: Tout dort.\n')(null)).toStrictEqual({ title: 'L’arrêt', minutes: 20, lead: 'Tout dort.' });
  expect(head('people: [nadia]\n')(null)).toMatchObject({ title: 'L’arrêt', minutes: 20, people: [{ name: 'Nadia' }] });
  const evening = head('', '{#nuit only=soir}');
  expect([evening(null), evening(soir())?.title]).toEqual([undefined, 'L’arrêt']);
});
