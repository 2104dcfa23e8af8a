import { afterAll, expect, test, vi } from 'vitest';
import { fixOf } from '../../../build/studio/editor/fixes.ts';
import type { Problem } from '../../../build/studio/engine/calls.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';
import { DiskRequest, openCourse } from '../../helpers/studio-course.ts';

const none = (): ReadonlySet<string> => new Set();

vi.stubGlobal('XMLHttpRequest', DiskRequest);
afterAll(() => vi.unstubAllGlobals());

const COURSE = `id: depot
title: Une journée au dépôt
lang: fr
competencies: [{ id: freiner, title: Freiner à temps }]
people: [{ id: marc, name: Marc, role: conducteur }]
variables: { contact: la messagerie }
modules: [matin]
`;
const PATH = 'modules/depot/matin.md';
const QUESTION = `:::choice{#frein}
Quand freine-t-on ?

- [x] Avant l'arrêt
- [ ] Après l'arrêt
:::
`;
const session = (body: string): string => `---\nid: matin\ntitle: Le matin\nduration: 20min\n---\n\n# Au quai {#quai}\n\n${body}`;
const { engine } = openCourse(
  new Map([
    ['modules/depot/course.yaml', COURSE],
    [PATH, session(QUESTION)],
    ['modules/depot/assets/quai.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'],
  ]),
  'modules/depot',
);
const check = (text: string): readonly Problem[] => engine.change(new Map([[PATH, text]])).problems;

/** Texts with one mistake each; some also cause another problem, which goes with it. */
const MISTAKES: readonly (readonly [string, string])[] = [
  ['missing-id', QUESTION.replace('{#frein}', '')],
  ['missing-id', QUESTION.replace('{#frein}', '{points=2}')],
  ['missing-id', `${QUESTION}\n# Le soir\n\nUn texte.\n`],
  ['missing-id', `${QUESTION}\n# Le soir {icon=door}\n\nUn texte.\n`],
  ['duplicate-id', `${QUESTION}\n${QUESTION}`],
  ['invalid-id', QUESTION.replace('#frein', '#Frein_1')],
  ['attribute-twice', QUESTION.replace('#frein', '#frein points=2 points=3')],
  ['attribute-twice', QUESTION.replace('#frein', '#frein #autre')],
  ['unknown-attribute', QUESTION.replace('#frein', '#frein point=2')],
  ['unknown-attribute', QUESTION.replace('#frein', 'id=frein')],
  ['unknown-attribute', QUESTION.replace('#frein', '#frein melange="bien sûr"')],
  ['unknown-directive', QUESTION.replace('choice', 'choise')],
  ['unknown-page', `${QUESTION}\nVoir [le quai](#quais).\n`],
  ['unknown-competency', QUESTION.replace('#frein', '#frein competency=freinner')],
  ['unknown-activity', `:::scale{#avant levels="non; oui"}\nOù en êtes-vous ?\n\n- Freiner\n:::\n\n::scale{#apres again=avan}\n`],
  ['unknown-variable', `${QUESTION}\nÉcrivez à {{contacts}}.\n`],
  ['missing-asset', `${QUESTION}\n![Le quai](assets/quais.svg)\n`],
  ['words-without-quotes', `${QUESTION}\n::figure{src=assets/quai.svg alt=Le quai vide}\n`],
  ['space-in-attribute', QUESTION.replace('#frein', '#frein points = 2')],
  ['unclosed-directive', QUESTION.replace(/:::\n$/, '')],
  ['unclosed-directive', `${QUESTION.replace(/:::\n$/, '')}\n${QUESTION.replace('#frein', '#autre')}`],
  ['unclosed-over-page', `${QUESTION.replace(/:::\n$/, '')}\n# Le soir {#soir}\n\nUn texte.\n`],
  ['nothing-to-close', `${QUESTION}\n:::\n`],
  ['unclosed-brace', QUESTION.replace('#frein}', '#frein')],
  ['unclosed-quote', QUESTION.replace('#frein', '#frein title="Le frein')],
  ['not-a-directive', QUESTION.replace(/:::\n$/, '::: fin\n')],
  ['not-a-directive', QUESTION.replace(':::choice', ':: :choice')],
  ['body-after-two-colons', QUESTION.replace(':::choice', '::choice')],
  ['item-without-box', QUESTION.replace('- [ ] ', '- ')],
  ['feedback-without-sign', QUESTION.replace("l'arrêt\n- [ ]", "l'arrêt\n→ Oui, toujours.\n- [ ]")],
  ['stray-quote', QUESTION.replace("l'arrêt\n- [ ]", "l'arrêt\n\n> Oui, toujours.\n- [ ]")],
  ['no-space-after-sign', `${QUESTION}\nDes étapes :\n\n-Une étape\n`],
  ['pasted-bullet', `${QUESTION}\n• Une étape\n• Une autre\n`],
  ['underlined-title', `${QUESTION}\nLe soir au dépôt\n----------------\n`],
  ['heading-jump', `${QUESTION}\n## Le soir\n\n#### La nuit\n\nUn texte.\n`],
  ['address-without-https', `${QUESTION}\nVoir [le site](www.exemple.org/quai).\n`],
  ['address-without-mailto', `${QUESTION}\nÉcrire [au dépôt](depot@exemple.org).\n`],
  ['blank-before-address', `${QUESTION}\nVoir [le quai] (#quai).\n`],
  ['weight-missing', QUESTION.replace("Avant l'arrêt", "Avant l'arrêt {weight=100}")],
  ['table-without-line', `${QUESTION}\n| Frein | Effet |\n| Fort | Court |\n`],
  ['highlight', `${QUESTION}\nUn frein ==très fort== ici.\n`],
  ['single-tilde', `${QUESTION}\nUn frein ~très faible~ ici.\n`],
];

test('the text without a mistake has no error', () => {
  expect(check(session(QUESTION)).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(MISTAKES)('%s is removed by its fix (%#)', (code, body) => {
  const text = session(body);
  const problems = check(text);
  const problem = problems.find((one) => one.code === code);
  if (!problem) throw new Error(`Not reported; only ${problems.map((one) => `${one.code} ${one.line}`).join(', ')}`);
  const fix = fixOf(problem, text, none);
  if (!fix) throw new Error(`No fix for ${JSON.stringify(problem)}`);
  const after = check(replaceIn(text, fix.changes));
  expect(after.filter((one) => one.code === code && JSON.stringify(one.values) === JSON.stringify(problem.values))).toEqual([]);
  const errors = (list: readonly Problem[]): number => list.filter(({ severity }) => severity === 'error').length;
  expect(errors(after), JSON.stringify(after.map((one) => one.problem))).toBeLessThanOrEqual(
    Math.max(0, errors(problems) - (problem.severity === 'error' ? 1 : 0)),
  );
});

test('a problem that an author has to decide has no fix', () => {
  expect(fixOf({ code: 'no-right-choice', line: 9, column: 1, values: {} }, session(QUESTION), none)).toBeNull();
  expect(fixOf({ code: 'unknown-page', line: 9, column: 1, values: { page: 'nowhere', near: '' } }, session(QUESTION), none)).toBeNull();
});
