import { expect, test } from 'vitest';
import { rames } from '../../../bad-input/depot-project.ts';
import { depotMessages } from '../../../helpers/depot-page.ts';

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

test('a page is measured by what it shows before any answer, and says so', () => {
  const text = depotMessages({
    ...rames(`# Le quai {#quai}\n\n${Array.from({ length: 6 }, (_, n) => question(`q${n}`)).join('\n')}\n`),
    'course.yaml': COURSE,
  });
  expect(text).toMatch(/^notice long-page rames\.md:6:1/m);
  // Six questions of 4 words, each with choices of 3 and 4 words.
  expect(text).toMatch(/Le quai/);
  expect(text).toMatch(/\b6\b/);
});

test('what shows one part at a time has no height of its own, and a page as a whole has no limit', () => {
  const six = Array.from({ length: 6 }, (_, n) => question(`q${n}`)).join('\n');
  expect(noticed(`:::quiz{#bilan}\n${question('q', 20)}\n:::`)).toEqual([]);
  const whole = depotMessages({ ...rames(`# Le quai {#quai}\n\n${six}\n`), 'course.yaml': `${COURSE}pace: page\n` });
  expect(whole).toBe('');
});
