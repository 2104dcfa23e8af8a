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

/** Applies the fix of a problem on the last line of a text, or on another one. @returns null if there is none */
function fixed(code: string, text: string, values: Problem['values'], { line = text.split('\n').length, column = 1 } = {}): string | null {
  const fix = fixOf({ code, line, column, values }, text, () => new Set(['frein-2']));
  return fix && `${fix.kind} « ${fix.shown} »: ${replaceIn(text, fix.changes)}`;
}

test.each<[string, string, Problem['values'], string | null]>([
  ['missing-id', '# Quai', { suggestion: '{#quai}' }, 'add « {#quai} »: # Quai {#quai}'],
  ['missing-id', '# Le {x} quai {icon=door}', { suggestion: '{#quai}' }, 'add « {#quai} »: # Le {x} quai {#quai icon=door}'],
  ['missing-id', ':::choice  ', { suggestion: '{#a}' }, 'add « {#a} »: :::choice{#a}  '],
  ['missing-id', ':::choice{title="{x}"}', { suggestion: '{#a}' }, 'add « {#a} »: :::choice{#a title="{x}"}'],
  ['missing-id', ':::choice', { suggestion: '' }, null],
  [
    'duplicate-id',
    ':::choice{#frein}\n:::\n:::choice{#frein}',
    { id: 'frein' },
    'replace « #frein-3 »: :::choice{#frein}\n:::\n:::choice{#frein-3}',
  ],
  ['invalid-id', ':::choice{#Le Frein}', { id: 'Le Frein' }, 'replace « #le-frein »: :::choice{#le-frein}'],
  ['invalid-id', ':::choice{#É!}', { id: '!' }, null],
  [
    'words-without-quotes',
    '::figure{alt=Le  quai (vide).}',
    { fit: '"Le quai (vide)."' },
    'replace « "Le quai (vide)." »: ::figure{alt="Le quai (vide)."}',
  ],
  ['nothing-to-close', 'a\n  ::: ', {}, 'remove «  »: a\n'],
  ['unclosed-brace', ':::choice{#a  ', {}, 'add « } »: :::choice{#a}  '],
  ['unclosed-quote', ':::choice{title="a }  ', {}, 'replace « "} »: :::choice{title="a"}'],
  ['not-a-directive', ':: :choice {#a}', {}, 'replace « :::choice{#a} »: :::choice{#a}'],
  ['not-a-directive', '::: fin', {}, 'replace « ::: »: :::'],
  ['body-after-two-colons', '::choice{#a}', {}, 'replace « ::: »: :::choice{#a}'],
  ['item-without-box', '  *  Oui', {}, 'replace « - [ ] »: - [ ] Oui'],
  ['item-without-box', '- [Oui](#a)', {}, null],
  ['needless-box', '  - [X]  Oui', {}, 'remove «  »:   - Oui'],
  ['needless-box', '- Oui', {}, null],
  ['feedback-without-sign', '  => Oui', {}, 'replace « > »: > Oui'],
  ['feedback-without-sign', '» Oui', {}, 'replace « > »: > Oui'],
  ['feedback-without-sign', ' Oui', {}, 'replace « > »: > Oui'],
  ['stray-quote', '- a\n\n\n> b', {}, 'remove «  »: - a\n> b'],
  ['stray-quote', '> a\n \n> b', {}, 'remove «  »: > a\n> b'],
  ['stray-quote', '12) a\n\n> b', {}, 'remove «  »: 12) a\n> b'],
  ['stray-quote', 'a\n\n> b', {}, null],
  ['stray-quote', '- a\n> b', {}, null],
  ['heading-jump', '#### Nuit', { fit: '###' }, 'replace « ### »: ### Nuit'],
  ['blank-before-address', '[a] (b) [c] \u00a0(d)', {}, 'replace « ]( »: [a](b) [c] \u00a0(d)'],
  ['blank-before-address', '[a] (b c)', {}, null],
  ['weight-missing', '- [x] a  ', {}, 'add « {weight=0} »: - [x] a {weight=0}  '],
  ['table-without-line', '  | a | b \\| c |  ', {}, 'add « |---|---| »:   | a | b \\| c |  \n|---|---|'],
  ['table-without-line', 'a | b | c', {}, 'add « |---|---| »: a | b | c\n|---|---|---|'],
  ['highlight', 'a ==b c== d', { content: 'b c' }, 'replace « **b c** »: a **b c** d'],
  ['single-tilde', 'a ~b~', { content: 'b' }, 'replace « ~~b~~ »: a ~~b~~'],
  ['no-space-after-sign', '-a', { sign: '-' }, 'replace « -  »: - a'],
  ['address-without-https', '[a](www.b.fr)', { address: 'www.b.fr' }, 'replace « https://www.b.fr »: [a](https://www.b.fr)'],
  ['address-without-mailto', '[a](b@c.fr)', { address: 'b@c.fr' }, 'replace « mailto:b@c.fr »: [a](mailto:b@c.fr)'],
])('%s in %j: the fix is exact', (code, text, values, result) => {
  expect(fixed(code, text, values)).toBe(result);
});

test('names are replaced by the nearest ones', () => {
  const codes = {
    'unknown-directive': 'name',
    'unknown-page': 'page',
    'unknown-activity': 'id',
    'unknown-competency': 'id',
    'unknown-scene': 'scene',
    'unknown-person': 'name',
    'unknown-pictogram': 'name',
    'unknown-feature': 'value',
    'unknown-state': 'name',
    'unknown-variable': 'name',
    'tag-of-nobody': 'tag',
    'missing-asset': 'file',
    'missing-bank': 'file',
  };
  for (const [code, key] of Object.entries(codes))
    expect([code, fixed(code, 'un pin', { [key]: 'pin', near: 'pain' })]).toEqual([code, 'replace « pain »: un pain']);
  expect(fixed('space-in-attribute', ':::a{b = 2}', { text: 'b = 2', fit: 'b=2' })).toBe('replace « b=2 »: :::a{b=2}');
});

test.each<[string, number, Problem['values'], string | null]>([
  ['unknown-attribute', 15, { key: 'point', near: 'points' }, ':::choice{#a  points=2 b="c d"}'],
  ['unknown-attribute', 23, { key: 'b', near: '' }, ':::choice{#a  point=2}'],
  ['unknown-attribute', 15, { key: 'point', near: '' }, ':::choice{#a  b="c d"}'],
  ['unknown-attribute', 14, { key: 'point', near: '#frein' }, null],
  ['unknown-attribute', 15, { key: 'point', near: '#frein' }, ':::choice{#a  #frein b="c d"}'],
  ['unknown-attribute', 11, { key: '#a', near: '' }, null],
  ['unknown-attribute', 22, { key: 'b', near: '' }, null],
  ['attribute-twice', 11, {}, ':::choice{  point=2 b="c d"}'],
  ['attribute-twice', 10, {}, null],
])('an attribute is replaced or removed where it stands: %s at %i', (code, column, values, result) => {
  const text = ':::choice{#a  point=2 b="c d"}';
  const fix = fixOf({ code, line: 1, column, values }, text, none);
  const after = fix && replaceIn(text, fix.changes);
  expect(after).toBe(result);
});

test.each([
  ['b=""', '{a }'],
  ['b="x \\" y"', '{a }'],
  ['b=c', '{a }'],
  ['b', '{a }'],
  ['b=', '{a }'],
])('an attribute goes with its value: %s', (attribute, after) => {
  const text = `{a ${attribute} }`;
  const fix = fixOf({ code: 'attribute-twice', line: 1, column: 4, values: {} }, text, none);
  expect(fix && replaceIn(text, fix.changes)).toBe(after);
});

test('an id takes the place of the last attribute, not of the brace behind it', () => {
  expect(fixed('unknown-attribute', ':::choice{id=frein}', { key: 'id', near: '#frein' }, { line: 1, column: 11 })).toBe(
    'replace « #frein »: :::choice{#frein}',
  );
});

test('a pasted list ends where its signs end', () => {
  expect(fixed('pasted-bullet', '• a\n  •b\n•  c\nd\n• e', { sign: '•' }, { line: 1 })).toBe('replace « - … »: - a\n  - b\n- c\nd\n• e');
});

test('an underlined title takes the place of both lines', () => {
  const title = (below: string): string | null => fixed('underlined-title', `a\nSoir\n${below}\nb`, { fit: '## Soir' }, { line: 2 });
  expect([title('---'), title(' == '), title('-='), title('')]).toEqual([
    'replace « ## Soir »: a\n## Soir\nb',
    'replace « ## Soir »: a\n## Soir\nb',
    null,
    null,
  ]);
});

test.each([
  [':::quiz{#q}\nUn.\n\n:::choice{#a}\n:::\n', ':::quiz{#q}\nUn.\n:::\n\n:::choice{#a}\n:::\n'],
  [':::quiz{#q}\nUn.\n\n:::after\nx\n:::\n\n', ':::quiz{#q}\nUn.\n\n:::after\nx\n:::\n:::\n\n'],
  [':::quiz{#q}\nUn.\n\n:::choice{#a}\n:::\n\n:::choice{#b}\n:::\n', ':::quiz{#q}\nUn.\n:::\n\n:::choice{#a}\n:::\n\n:::choice{#b}\n:::\n'],
  [':::quiz{#q}\n\n', ':::quiz{#q}\n:::\n\n'],
  [':::quiz{#q}  \n\n', ':::quiz{#q}  \n:::\n\n'],
  [':::quiz{#q}\n:::\n', null],
  ['::video{}\n', null],
])('a directive is closed behind what it holds: %j', (text, after) => {
  const fix = fixOf({ code: 'unclosed-directive', line: 1, column: 1, values: {} }, text, none);
  expect(fix && replaceIn(text, fix.changes)).toBe(after);
});
