import type { Kind } from '../../build/versions/kinds.ts';
import type { Chosen } from './replace.ts';

type Texts = Readonly<Record<string, string | null>>;

/** A change of a course, as an author makes it. */
export interface Case {
  readonly name: string;
  /** Kinds that `diff` has to name; the first one decides about the risk. */
  readonly kinds: readonly [Kind, ...Kind[]];
  /** Files of the course before, besides those of `COURSE`. */
  readonly before?: Texts;
  readonly after: Texts;
  readonly old?: Chosen;
  readonly now?: Chosen;
  /** The newer package is online, and the older one replaces it. */
  readonly back?: true;
}

const course = (more = '', head = 'title: Au dépôt'): string => `id: depot
${head}
lang: fr
pace: page
competencies: [{ id: freiner, title: Freiner à temps }, { id: ouvrir, title: Ouvrir les portes }]
modules: [rames]
${more}`;

/** Only sessions that are shown in steps have a cover. */
const STEPS = course().replace('pace: page', 'pace: steps');

const FRONT = 'completion: activities\nduration: 20min';

const BRAKE = `:::choice{#frein competency=freiner attempts=3}
Que serre-t-on au quai ?

- [x] Le frein de service
- [ ] Le frein à main
- [ ] Le klaxon
:::
`;

const PAIRS = `:::matching{#paires}
Reliez chaque mot à son sens.

| Mot | Sens |
|---|---|
| Bogie | Chariot qui porte la caisse |
| Caténaire | Fil qui porte le courant |
| Attelage | Crochet entre deux rames |
:::
`;

const STORY = `:::open-question{#recit max-characters=300 seen-by=me}
Racontez un retour au dépôt.
:::
`;

const DOOR = `:::choice{#porte competency=ouvrir}
Qui ferme les portes ?

- [x] Le conducteur
- [ ] Le voyageur
- [ ] Le vent
:::
`;

const PLATFORM = ['# Le quai {#quai}', 'Une rame attend.', BRAKE, PAIRS];
const TERMINUS = ['# Le terminus {#terminus}', 'Une rame repart.', STORY, DOOR];

const session = (pages: readonly string[], front = FRONT, id = 'rames', title = 'Les rames'): string =>
  `---\nid: ${id}\ntitle: ${title}\n${front}\n---\n\n${pages.join('\n\n')}\n`;

const BODY = [...PLATFORM, ...TERMINUS];

/** The course that most cases change. */
export const COURSE: Readonly<Record<string, string>> = { 'course.yaml': course(), 'rames.md': session(BODY) };

/** Changes some words of the session. */
function words(...changes: readonly (readonly [from: string, to: string])[]): Texts {
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`no ${from}`);
    return before.replace(from, to);
  }, session(BODY));
  return { 'rames.md': text };
}

const svg = (width: number): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 3"><path d="M0 0h3v3z"/></svg>`;
const PICTURE = words(['Une rame attend.', 'Une rame attend.\n\n![Le plan du dépôt.](plan.svg)']);

const two = (more = ''): string => course(more).replace('[rames]', '[rames, voies]');
const TRACKS = session(['# La voie {#voie}', BRAKE.replace('#frein', '#rail').replace('au quai', 'en voie')], FRONT, 'voies', 'Les voies');
const ONE = 'package: one-sco\n';

/** The last build, which would restore a lost lock. */
const FORGOTTEN: Texts = { '../../dist/depot/course.lock.yaml': null, '../../dist/build.json': null };

/** Two sessions in one package of two items, or in one item of two chapters. */
const DAY: Texts = { 'course.yaml': two(), 'voies.md': TRACKS };
const WHOLE: Chosen = { whole: true };

export const CASES: readonly Case[] = [
  // Texts and parts
  { name: 'a text of a page is corrected', kinds: ['page-edited'], after: words(['Une rame attend.', 'Deux rames attendent.']) },
  { name: 'a choice is corrected', kinds: ['part-reworded'], after: words(['Le frein de service', 'Le bon frein de service']) },
  { name: 'a question is reworded', kinds: ['question-reworded'], after: words(['Que serre-t-on au quai', 'Que serre-t-on à quai']) },
  {
    name: 'a question is rewritten',
    kinds: ['question-rewritten'],
    after: words(['Le conducteur', 'La régulation'], ['Le voyageur', 'Une alarme'], ['Le vent', 'Un aimant']),
  },
  { name: 'a choice is added', kinds: ['part-added'], after: words(['- [ ] Le klaxon', '- [ ] Le klaxon\n- [ ] La sonnette']) },
  { name: 'a choice is removed', kinds: ['part-removed'], after: words(['- [ ] Le frein à main\n', '']) },
  { name: 'a choice is replaced', kinds: ['part-replaced'], after: words(['Le klaxon', 'La sonnette']) },
  {
    name: 'a choice changes its meaning by one word',
    kinds: ['part-replaced'],
    after: words(['Le frein de service', 'Sans frein de service']),
  },
  {
    name: 'choices are reordered',
    kinds: ['parts-reordered'],
    after: words(['- [x] Le frein de service\n- [ ] Le frein à main\n', '- [ ] Le frein à main\n- [x] Le frein de service\n']),
  },
  {
    name: 'the key of a question changes',
    kinds: ['key-changed'],
    after: words(['- [x] Le frein de service', '- [ ] Le frein de service'], ['- [ ] Le frein à main', '- [x] Le frein à main']),
  },
  { name: 'a pair is removed', kinds: ['part-removed'], after: words(['| Attelage | Crochet entre deux rames |\n', '']) },
  { name: 'a feedback is added', kinds: ['activity-edited'], after: words(['- [ ] Le klaxon', '- [ ] Le klaxon\n> Il avertit.']) },
  {
    name: 'a package without a new choice comes back',
    kinds: ['going-back', 'part-newer'],
    after: words(['- [ ] Le klaxon', '- [ ] Le klaxon\n- [ ] La sonnette']),
    back: true,
  },
  {
    name: 'a package without a new activity comes back',
    kinds: ['activity-removed'],
    after: words([DOOR, `${DOOR}\n${DOOR.replace('#porte', '#vitre').replace('les portes', 'les vitres')}`]),
    back: true,
  },
  // Activities
  {
    name: 'an activity changes its type',
    kinds: ['type-changed'],
    after: words([DOOR, DOOR.replace(':::choice', ':::checklist').replace('[x]', '[ ]')]),
  },
  {
    name: 'an activity is added',
    kinds: ['activity-added'],
    after: words([DOOR, `${DOOR}\n${DOOR.replace('#porte', '#vitre').replace('les portes', 'les vitres')}`]),
  },
  { name: 'an activity is removed', kinds: ['activity-removed'], after: words([DOOR, '']) },
  { name: 'an activity moves to another page', kinds: ['activity-moved'], after: words([BRAKE, ''], [DOOR, `${DOOR}\n${BRAKE}`]) },
  {
    name: 'a question enters a quiz',
    kinds: ['activity-added', 'quiz-changed'],
    after: words([DOOR, `:::quiz{#bilan}\nUn bilan.\n\n${DOOR}\n:::\n`]),
  },
  { name: 'an activity gets another id', kinds: ['activity-id-changed'], after: words(['#porte', '#fermeture']) },
  {
    name: 'an activity moves to another session',
    kinds: ['activity-left', 'activity-added'],
    after: { ...DAY, ...words([DOOR, '']), 'voies.md': `${TRACKS}\n${DOOR}` },
    before: DAY,
    old: WHOLE,
    now: WHOLE,
  },
  {
    name: 'an activity becomes optional',
    kinds: ['activity-optional'],
    after: words(['#porte competency=ouvrir', '#porte competency=ouvrir required=no']),
  },
  {
    name: 'an activity becomes required',
    kinds: ['activity-required'],
    before: words(['#porte competency=ouvrir', '#porte competency=ouvrir required=no']),
    after: words(),
  },
  {
    name: 'an activity stops counting',
    kinds: ['activity-unscored'],
    after: words(['#porte competency=ouvrir', '#porte competency=ouvrir points=0']),
  },
  {
    name: 'an activity counts from now on',
    kinds: ['activity-scored'],
    before: words(['#porte competency=ouvrir', '#porte competency=ouvrir points=0']),
    after: words(),
  },
  {
    name: 'an activity has more points',
    kinds: ['points-changed'],
    after: words(['#porte competency=ouvrir', '#porte competency=ouvrir points=3']),
  },
  { name: 'fewer attempts are allowed', kinds: ['attempts-changed'], after: words(['attempts=3', 'attempts=1']) },
  {
    name: 'an activity trains another competency',
    kinds: ['trained-on-changed'],
    after: words(['#frein competency=freiner', '#frein competency=ouvrir']),
  },
  { name: 'private texts would go to the trainer', kinds: ['shown-to-trainer'], after: words([' seen-by=me', ' seen-by=trainer']) },
  {
    name: 'texts no longer go to the trainer',
    kinds: ['kept-from-trainer'],
    before: words([' seen-by=me', ' seen-by=trainer']),
    after: words(),
  },
  // Pages
  {
    name: 'a page is added',
    kinds: ['page-added'],
    after: words(['# Le terminus', '# La ligne {#ligne}\n\nLa rame roule.\n\n# Le terminus']),
  },
  {
    name: 'a page without activities is removed',
    kinds: ['page-removed'],
    before: words(['# Le terminus', '# La ligne {#ligne}\n\nLa rame roule.\n\n# Le terminus']),
    after: words(),
  },
  { name: 'pages are reordered', kinds: ['pages-reordered'], after: { 'rames.md': session([...TERMINUS, ...PLATFORM]) } },
  { name: 'a page gets another title', kinds: ['page-renamed'], after: words(['# Le quai', '# Sur le quai']) },
  { name: 'a page gets another id', kinds: ['page-id-changed'], after: words(['{#quai}', '{#plateforme}']) },
  { name: 'a page becomes one for going further', kinds: ['page-further'], after: words(['{#terminus}', '{#terminus further}']) },
  {
    name: 'a page joins the route',
    kinds: ['page-on-route', 'activity-required'],
    before: words(['{#terminus}', '{#terminus further}']),
    after: words(),
  },
  // The session
  {
    name: 'the session gets another title',
    kinds: ['session-renamed'],
    after: { 'rames.md': session(BODY, FRONT, 'rames', 'Les tramways') },
  },
  { name: 'the session gets other minutes', kinds: ['minutes-changed'], after: words(['20min', '25min']) },
  { name: 'a pass mark is set', kinds: ['pass-changed'], after: words([FRONT, `${FRONT}\npass: 80`]) },
  {
    name: 'the pass mark is raised',
    kinds: ['pass-changed'],
    before: words([FRONT, `${FRONT}\npass: 50`]),
    after: words([FRONT, `${FRONT}\npass: 90`]),
  },
  { name: 'the completion rule changes', kinds: ['completion-changed'], after: words(['completion: activities', 'completion: visited']) },
  {
    name: 'a failure closes the session',
    kinds: ['on-fail-changed'],
    before: words([FRONT, `${FRONT}\npass: 50`]),
    after: words([FRONT, `${FRONT}\npass: 50\non-fail: failed`]),
  },
  { name: 'a competency is added', kinds: ['competency-added'], before: words(['#porte competency=ouvrir', '#porte']), after: words() },
  { name: 'a competency is removed', kinds: ['competency-removed'], after: words(['#porte competency=ouvrir', '#porte']) },
  {
    name: 'a competency gets another title',
    kinds: ['competency-renamed'],
    after: { 'course.yaml': course().replace('Freiner à temps', 'Freiner tôt') },
  },
  {
    name: 'the cover gets a promise',
    kinds: ['cover-edited'],
    before: { ...words([FRONT, `${FRONT}\nlead: Une rame.`]), 'course.yaml': STEPS },
    after: words([FRONT, `${FRONT}\nlead: Deux rames.`]),
  },
  // The package
  { name: 'the course gets another title', kinds: ['course-renamed'], after: { 'course.yaml': course('', 'title: Au dépôt du Nord') } },
  { name: 'the course gets another id', kinds: ['course-id-changed'], after: { 'course.yaml': course().replace('id: depot', 'id: tram') } },
  { name: 'a picture is replaced', kinds: ['media-replaced'], before: { ...PICTURE, 'plan.svg': svg(4) }, after: { 'plan.svg': svg(5) } },
  { name: 'a picture is added', kinds: ['media-added'], before: { 'plan.svg': svg(4) }, after: PICTURE },
  { name: 'a picture is removed', kinds: ['media-removed'], before: { ...PICTURE, 'plan.svg': svg(4) }, after: words() },
  { name: 'the colours change', kinds: ['theme-changed'], after: { 'course.yaml': course('theme: { accent: "#7c2d12" }\n') } },
  { name: 'the language changes', kinds: ['language-changed'], after: { 'course.yaml': course().replace('lang: fr', 'lang: en') } },
  { name: 'a package of a cohort replaces that of everybody', kinds: ['cohort-changed'], before: {}, after: {}, now: { cohort: 'soir' } },
  { name: '1.2 becomes 2004', kinds: ['standard-changed'], after: {}, now: { target: 'scorm2004-4' } },
  {
    name: 'the third edition becomes the fourth',
    kinds: ['edition-changed'],
    after: {},
    old: { target: 'scorm2004-3' },
    now: { target: 'scorm2004-4' },
  },
  { name: 'a web page becomes a package', kinds: ['web-changed'], after: {}, old: { target: 'web' } },
  { name: 'the lock is lost', kinds: ['line-changed'], after: { 'course.lock.yaml': null, ...FORGOTTEN } },
  {
    name: 'the session gets another id',
    kinds: ['item-renamed'],
    after: { 'course.yaml': course().replace('[rames]', '[tramways]'), 'rames.md': null, 'tramways.md': session(BODY, FRONT, 'tramways') },
  },
  { name: 'several items become one', kinds: ['shape-changed'], before: DAY, after: { 'course.yaml': two(ONE) }, old: WHOLE, now: WHOLE },
  {
    name: 'one item becomes several',
    kinds: ['shape-changed'],
    before: { ...DAY, 'course.yaml': two(ONE) },
    after: { 'course.yaml': two() },
    old: WHOLE,
    now: WHOLE,
  },
  {
    name: 'a session is added to several items',
    kinds: ['item-added'],
    before: { ...DAY, 'aiguilles.md': null },
    after: {
      'course.yaml': two().replace('voies]', 'voies, aiguilles]'),
      'aiguilles.md': session(['# L’aiguille {#aiguille}', 'Elle dévie.'], 'completion: visited', 'aiguilles', 'Les aiguilles'),
    },
    old: WHOLE,
    now: WHOLE,
  },
  {
    name: 'the items change places',
    kinds: ['items-reordered'],
    before: DAY,
    after: { 'course.yaml': two().replace('[rames, voies]', '[voies, rames]') },
    old: WHOLE,
    now: WHOLE,
  },
  {
    name: 'an activity moves to another chapter',
    kinds: ['activity-chapter'],
    before: { ...DAY, 'course.yaml': two(ONE) },
    after: { ...words([DOOR, '']), 'voies.md': `${TRACKS}\n${DOOR}` },
    old: WHOLE,
    now: WHOLE,
  },
  {
    name: 'a page moves to another chapter',
    kinds: ['page-moved', 'activity-chapter'],
    before: { ...DAY, 'course.yaml': two(ONE) },
    after: { 'rames.md': session(PLATFORM), 'voies.md': `${TRACKS}\n\n${TERMINUS.join('\n\n')}\n` },
    old: WHOLE,
    now: WHOLE,
  },
  {
    name: 'a chapter is removed',
    kinds: ['chapter-removed', 'activity-removed'],
    before: { ...DAY, 'course.yaml': two(ONE) },
    after: { 'course.yaml': course(ONE) },
    old: WHOLE,
    now: WHOLE,
  },
  {
    name: 'a chapter is added',
    kinds: ['chapter-added'],
    before: { ...DAY, 'course.yaml': two(ONE) },
    after: {
      'course.yaml': two(ONE).replace('voies]', 'voies, aiguilles]'),
      'aiguilles.md': session(['# L’aiguille {#aiguille}', 'Elle dévie.'], 'completion: visited', 'aiguilles', 'Les aiguilles'),
    },
    old: WHOLE,
    now: WHOLE,
  },
];
