import { expect, test } from 'vitest';
import type { ValidActivity } from '../../../build/model/source.ts';
import { rames } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';

function read(attributes: string, { type = 'choice', page = '{#quai}', body = '- [x] Le patin\n- [ ] La cloche' } = {}) {
  const pages = `# Le dépôt {#depot-page}\n\n# Le quai ${page}\n\n:::${type}{#frein ${attributes}}\nQuel frein ?\n\n${body}\n:::\n`;
  const { course, found } = checkDepot(rames(pages));
  const node = course?.modules[0]?.module.pages[1]?.nodes[0];
  return { found, activity: node?.kind === 'activity' ? node.activity : ({} as ValidActivity) };
}

test('an activity has defaults', () => {
  const { activity, found } = read('');
  expect(found).toEqual([]);
  expect(activity).toMatchObject({
    id: 'frein',
    type: 'choice',
    title: 'Quel frein\u202f?',
    points: 1,
    attempts: 0,
    competencies: [],
    required: true,
    seenBy: 'trainer',
  });
  expect(activity).not.toHaveProperty('heading');
  expect([activity.at.line, activity.at.column]).toEqual([10, 1]);
  expect(read('', { type: 'cards', body: '## Un\n\nMot.\n\n## Deux\n\nMot.' }).activity.points).toBe(0);
});

test('without an id the one that is suggested comes from its title, else from its type', () => {
  const missing = (text: string) => checkDepot(rames(`# Le quai {#quai}\n\n${text}\n`)).values;
  const choices = '- [x] Le patin\n- [ ] La cloche\n:::';
  expect(missing(`:::choice\nQuel frein ?\n\n${choices}`)).toEqual({ name: 'choice', suggestion: '{#quel-frein}' });
  expect(missing(`:::choice{title="?!"}\n${choices}`)).toEqual({ name: 'choice', suggestion: '{#choice}' });
});

test('what its attributes say', () => {
  const { activity } = read('title="Le frein : lequel" points=3 attempts=2 competency=freiner required=no');
  expect(activity).toMatchObject({
    heading: 'Le frein\u00a0: lequel',
    points: 3,
    attempts: 2,
    competencies: ['freiner'],
    required: false,
  });
  expect([read('points=0').activity.points, read('points=2', { type: 'open-question', body: '' }).activity.points]).toEqual([0, 0]);
  expect(read('competency=frener').found).toEqual(['unknown-competency rames.md:10:1']);
  expect(read('competency="frener; freiner; roulr"').found).toEqual(Array(2).fill('unknown-competency rames.md:10:1'));
});

test('on a page that goes further it is optional and unscored, unless it says otherwise', () => {
  const page = '{#quai further}';
  expect(read('', { page }).activity).toMatchObject({ points: 0, required: false });
  expect(read('points=2 required', { page }).activity).toMatchObject({ points: 2, required: true });
});

test('where nothing is right or wrong there are no points; some types have them only if asked', () => {
  expect(read('seen-by=me', { type: 'open-question', body: '' }).activity).toMatchObject({ points: 0, seenBy: 'me' });
  const body = '## Le matin\n\n- freiner\n- sonner';
  expect(read('', { type: 'checklist', body: '- [ ] freiner\n- [ ] sonner' }).activity.points).toBe(0);
  expect(read('', { type: 'mind-map', body }).activity.points ?? 0).toBe(0);
});

test('a type may have points only if they are asked for, or only if something is right or wrong', () => {
  const story = { type: 'branching', body: '## Un {#un}\nUn tram.\n\n- [Oui](#fin)\n\n## Fin {#fin ending=good}\nFin.' };
  expect([read('', story), read('points=2', story)].map(({ activity }) => activity.points)).toEqual([0, 2]);
  const map = (place: string) =>
    read('x="Intérêt; faible; fort" y="Pouvoir; faible; fort"', { type: 'stakeholder-map', body: `${place}- La régie\n- Le quartier` });
  expect([map('## fort, fort\n'), map('')].map(({ activity }) => activity.points)).toEqual([1, 0]);
});

test('what follows an answer is no part of the body of an activity', () => {
  const after = ':::after\nBien vu.\n:::';
  expect(read('', { body: `- [x] Le patin\n- [ ] La cloche\n\n${after}` })).toMatchObject({
    found: [],
    activity: { after: '<p>Bien vu.</p>' },
  });
  const inner = read('', { body: '- [x] Le patin\n- [ ] La cloche\n\n:::accordion{#replis}\n## Un\n\nMot.\n:::' });
  expect(inner.found).toEqual(['inner-activity rames.md:16:1']);
  expect(checkDepot(rames(`# Le quai {#quai}\n\n:::callout\nUn tram.\n\n${after}\n:::\n`)).found).not.toEqual([]);
});

test('checks of a type run, unless an attribute that they need was wrong', () => {
  const checked = (attributes: string) => read(attributes, { body: '- [ ] Le patin\n- [ ] La cloche' }).found;
  expect(checked('')).toEqual(['no-right-choice rames.md:10:1']);
  const lines = { type: 'numeric', body: '- [x] 3\n- [ ] deux' };
  expect(read('', lines).found).toEqual(['not-a-number rames.md:14:1']);
  const words = (attributes: string) => read(attributes, { type: 'cloze', body: 'Le [[patin]] freine.' }).found;
  expect([words('distractors="sable; cloche"'), words('mode=drag distractors="sable; cloche"')]).toEqual([
    ['warning distractors-unused rames.md:10:1'],
    [expect.stringMatching(/^bad-attribute/)],
  ]);
});
