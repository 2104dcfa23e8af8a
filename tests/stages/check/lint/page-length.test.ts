import { expect, test } from 'vitest';
import { rames } from '../../../bad-input/depot-project.ts';
import { depotMessages } from '../../../helpers/depot-page.ts';
import { lookAt, valuesOf } from '../../../helpers/look-at.ts';

const COURSE = 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\n';

const question = (id: string, lines = 2): string =>
  `:::choice{#${id}}\nQuel frein ${id} ?\n\n- [x] Le patin ${id}\n${Array.from({ length: lines - 1 }, (_, n) => `- [ ] La cloche ${id} ${n}`).join('\n')}\n:::\n`;
const noticed = (text: string): string[] =>
  [
    ...depotMessages({ ...rames(`# Le quai {#quai}\n\n${text}\n`), 'course.yaml': COURSE }).matchAll(/^(?:notice|error|warning) (\S+)/gm),
  ].map(([, code = '']) => code);

test('five required activities are enough for a page', () => {
  const five = Array.from({ length: 5 }, (_, n) => question(`q${n}`)).join('\n');
  expect(noticed(five)).toEqual([]);
  expect(noticed(`${five}\n${question('q5')}`)).toEqual(['long-page']);
  expect(noticed(`${five}\n${question('q5').replace('}', ' required=no}')}`)).toEqual([]);
});

test('nine hundred words are enough for a page', () => {
  const text = (count: number): string =>
    Array.from({ length: count / 100 }, (_, n) => `## Voie ${n}\n\n${'rail '.repeat(98)}`).join('\n\n');
  expect(noticed(text(900))).toEqual([]);
  expect(noticed(`${text(900)}\n\nEncore un.`)).toEqual(['long-page']);
});

test('a step fits on two screens of a phone', () => {
  expect(noticed(`${'rail '.repeat(250)}\n\n${question('q')}`)).toEqual([]);
  expect(noticed(`${'rail '.repeat(330)}\n\n${question('q')}`)).toEqual(['long-step']);
  expect(noticed(`${'rail '.repeat(330)}\n\n## Plus loin\n\n${question('q')}`)).toEqual([]);
  expect(noticed(question('q', 20))).toEqual(['long-step']);
});

test('a step of 52 lines just fits, and one word more does not', () => {
  expect(noticed('rail '.repeat(364))).toEqual([]);
  expect(noticed('rail '.repeat(365))).toEqual(['long-step']);
  const questions = `Un mot.\n\n${question('q', 12)}\n${question('r', 12)}`;
  const { found } = lookAt({ ...rames(`# Le quai {#quai}\n\n${'rail '.repeat(365)}\n`), 'course.yaml': COURSE });
  expect(found).toEqual(['long-step 6']);
  expect(noticed(questions)).toEqual([]);
});

test('each step that is too long is reported', () => {
  const steps = ['un', 'deux', 'trois'].map((name) => `## ${name}\n\n${'rail '.repeat(name === 'deux' ? 9 : 365)}`);
  const { found } = lookAt({
    ...rames(`# Le quai {#quai}\n\n${steps.slice(0, 2).join('\n\n')}\n\n# La voie {#voie}\n\n${steps.slice(1).join('\n\n')}`),
    'course.yaml': COURSE,
  });
  expect(found).toEqual(['long-step 6', 'long-step 16']);
  expect(noticed(`${question('q', 20)}\n## Suite\n\nUn mot.\n\n${question('r', 20)}`)).toEqual(['long-step', 'long-step']);
});

test('a page and a step are measured by what they show before any answer', () => {
  const valuesIn = (text: string, code: string) => {
    const looked = lookAt({ ...rames(`# Le quai {#quai}\n\n${text}\n`), 'course.yaml': COURSE });
    return [looked.found, valuesOf(looked, code)];
  };
  const six = Array.from({ length: 6 }, (_, n) => question(`q${n}`)).join('\n');
  // Six questions of 4 words, each with choices of 3 and 4 words; 2 words between them.
  const page = { page: 'Le quai', activities: 6, words: 6 * 11 + 2, most: 5, limit: 900 };
  expect(valuesIn(`${six}\nDeux mots.\n`, 'long-page')).toEqual([['long-page 6'], page]);
  expect(valuesIn(`Un mot.\n\n${question('q', 20)}`, 'long-step')).toEqual([
    ['long-step 10'],
    { step: 'Quel frein q\u202f?', screens: 2.4 },
  ]);
});

test('what shows one part at a time has no height of its own, and a page as a whole has no limit', () => {
  const six = Array.from({ length: 6 }, (_, n) => question(`q${n}`)).join('\n');
  expect(noticed(`:::quiz{#bilan}\n${question('q', 20)}\n:::`)).toEqual([]);
  const items = Array.from({ length: 20 }, (_, n) => `- Wagon ${n}`).join('\n');
  expect(noticed(`:::categorize{#tri}\nOù ?\n\n## Quai\n${items}\n\n## Voie\n- Rail\n:::`)).toEqual([]);
  const scenes = Array.from({ length: 20 }, (_, n) => `## Scène ${n} {#s${n}}\nUn tram.\n\n- [Suite](#s${n + 1})\n`).join('\n');
  expect(noticed(`:::branching{#choix}\nQue faire ?\n\n${scenes}\n## Fin {#s20 ending=good}\nArrivé.\n:::`)).toEqual([]);
  expect(noticed(`:::order{#ordre}\nQuel ordre ?\n\n${items.replaceAll('- ', '1. ')}\n:::`)).toEqual(['long-step']);
  const whole = depotMessages({ ...rames(`# Le quai {#quai}\n\n${six}\n`), 'course.yaml': `${COURSE}pace: page\n` });
  expect(whole).toBe('');
});
