import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../../build/diagnostics/diagnostics.ts';
import type { ValidActivity, ValidModule } from '../../../../build/model/source.ts';
import { openCourse } from '../../../../build/open-course.ts';
import { reportShortTimes } from '../../../../build/stages/check/lint/minutes.ts';
import { depot } from '../../../bad-input/depot-project.ts';
import { engine } from '../../../helpers/engine.ts';
import { lookAt } from '../../../helpers/look-at.ts';

const question = (more = ''): string => `:::choice{#frein${more}}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n`;
const write = (more: string): string => `:::open-question{#mot ${more}}\nUn mot ?\n:::\n`;
const words = (count: number): string => `${Array.from({ length: count }, () => 'rail').join(' ')}\n`;

/** Lists the notices on a session's time, with the estimates. @param duration line of the front matter */
function noticed(body: string, duration: string, files: Record<string, string> = {}): string[] {
  const text = `---\nid: rames\ntitle: Rames\n${duration}completion: visited\n---\n# Le quai {#quai}\n\n${body}`;
  const diagnostics = new Diagnostics();
  openCourse(join(depot({ ...files, 'rames.md': text }), 'modules/depot'), { provisional: false }, engine, diagnostics);
  return diagnostics.list.flatMap(({ code, at, values }) =>
    code.startsWith('short-') ? [`${code} ${at.line} ${values.minutes} ${values.estimate}`] : [],
  );
}

test('reading takes a minute for 160 words', () => {
  expect(noticed(words(800), 'duration: 5min\n')).toEqual([]);
  expect(noticed(words(800), 'duration: 4min\n')).toEqual(['short-duration 4 4 5']);
  expect(noticed(words(800), '')).toEqual([]);
  expect(noticed(words(801), 'duration: 5min\n')).toEqual([]);
  // Pages are added up before the minutes are rounded.
  expect(noticed(`${words(400)}\n# Deux {#deux}\n\n${words(400)}`, 'duration: 4min\n')).toEqual(['short-duration 4 4 5']);
});

test('a session and a page are named, each at its own place', () => {
  const text = `---\nid: rames\ntitle: Rames\nduration: 3min\ncompletion: visited\n---\n# Le quai {#quai}\n\n:::trainer\n**2 minutes.**\n:::\n\n${words(640)}`;
  const { found, list } = lookAt({ 'rames.md': text });
  expect([found, list.map(({ severity, values }) => [severity, values])]).toEqual([
    ['short-duration 4', 'short-page-time 7'],
    [
      ['notice', { title: 'Rames', minutes: 3, estimate: 4 }],
      ['notice', { page: 'Le quai', minutes: 2, estimate: 4 }],
    ],
  ]);
});

test('writing takes a minute for 15 words, an activity half a minute more', () => {
  expect(noticed(write('min-words=60'), 'duration: 3min\n')).toEqual(['short-duration 4 3 4']);
  expect(noticed(write('min-words=60'), 'duration: 4min\n')).toEqual([]);
  expect(noticed(write('min-words=60 required=no'), 'duration: 1min\n')).toEqual([]);
  expect(noticed(write('min-words=600'), 'duration: 1min\n')).toEqual(['short-duration 4 1 40']);
  expect(noticed(`${question()}\n${write('')}`, 'duration: 1min\n')).toEqual(['short-duration 4 1 2']);
});

test('a quiz takes the time of the questions that it draws', () => {
  const bank = Array.from({ length: 8 }, (_, n) => question().replace('frein', `frein-${n}`).replace('Quel', `Quel ${n}`)).join('\n');
  const files = { 'banks/freins.md': `---\ntitle: Freins\n---\n${bank}` };
  expect(noticed('::quiz{#bilan bank="banks/freins.md" draw=8}\n', 'duration: 1min\n', files)).toEqual(['short-duration 4 1 6']);
  expect(noticed('::quiz{#bilan bank="banks/freins.md" draw=2}\n', 'duration: 1min\n', files)).toEqual([]);
});

/** Estimates the minutes of an activity with these options, of a type that needs no prompt. */
function estimated(title: string, options: object): unknown {
  const activity = { type: 'mots', title, required: true, parts: [], options } as unknown as ValidActivity;
  const pages = [{ id: 'quai', title: 'Le quai', nodes: [{ kind: 'activity', activity }] }];
  const diagnostics = new Diagnostics();
  const module = { pages, notes: {}, minutes: 1, title: 'Rames' } as unknown as ValidModule;
  reportShortTimes(module, new Map(), { file: 'rames.md', line: 4, column: 1 }, diagnostics);
  return diagnostics.list[0]?.values.estimate;
}

test('a title is read where there is no prompt, and all questions of a type that draws none', () => {
  expect([estimated(words(640), {}), estimated(words(640), { prompt: '<p>Oui ?</p>' })]).toEqual([4, undefined]);
  const prose = { kind: 'prose', html: `<p>${words(320)}</p>` };
  expect(estimated('Mots', { questions: [prose, prose] })).toBe(4);
});

test('what goes further, stands on paper or is for a cohort takes no time', () => {
  const files = { 'cohorts/soir.yaml': 'title: Soir\ntags: [soir]\n' };
  const more = `:::text{only=paper}\n${words(800)}:::\n\n:::text{only=soir}\n${words(800)}:::\n\n# Plus loin {#loin further}\n\n${words(800)}`;
  expect(noticed(`Une rame.\n\n${more}`, 'duration: 1min\n', files)).toEqual([]);
  const cohort = `# Le soir {#soir only=soir}\n\n${words(800)}`;
  expect(noticed(`Une rame.\n\n${write('min-words=600 only=soir')}\n${cohort}`, 'duration: 1min\n', files)).toEqual([]);
  expect(noticed(`:::text\n${words(800)}:::\n\n${more}`, 'duration: 1min\n', files)).toEqual(['short-duration 4 1 5']);
});

test('a page takes the minutes of its note', () => {
  const note = (minutes: number): string => `:::trainer\n**${minutes} minutes.** Ensemble.\n:::\n\n`;
  expect(noticed(note(4) + words(800), '')).toEqual(['short-page-time 6 4 5']);
  expect([noticed(note(5) + words(800), ''), noticed(note(5) + words(801), '')]).toEqual([[], []]);
});

test('the words of tables, scenes, cards and of what stands in a block are read', () => {
  const long = words(320).trim();
  for (const body of [
    `:::table{caption="Les rails"}\n\n| a | b |\n|---|---|\n| ${long} | c |\n:::\n`,
    `:::table{caption="Les rails"}\n\n| a | b |\n|---|---|\n| c | d |\n| e | ${long} |\n:::\n`,
    `:::scene\nUn quai.\n\n## nadia\n${long}\n:::\n`,
    `:::scene\nUn quai.\n\n## nadia\nOui.\n\n## nadia\n${long}\n:::\n`,
    `:::cards{#mots}\nDes mots.\n\n## Un\n\n${long}\n\n## Deux\n\nMot.\n:::\n`,
    `:::callout\n${long}\n:::\n`,
  ]) {
    const files = { 'course.yaml': 'id: depot\ntitle: Dépôt\nmodules: [rames]\npeople: [{ id: nadia, name: Nadia }]\n' };
    expect([body, noticed(body, 'duration: 1min\n', files)]).toEqual([body, ['short-duration 4 1 2']]);
  }
});

test('the words of a question and of its text for afterwards are read', () => {
  const [long, asked] = [words(320).trim(), question()];
  expect(noticed(asked, 'duration: 1min\n')).toEqual([]);
  expect(noticed(asked.replace('Le patin', long), 'duration: 1min\n')).toEqual(['short-duration 4 1 2']);
  expect(noticed(asked.replace('Quel frein ?', long), 'duration: 1min\n')).toEqual(['short-duration 4 1 2']);
  expect(noticed(asked.replace(/:::\n$/, `:::after\n${long}\n:::\n:::\n`), 'duration: 1min\n')).toEqual(['short-duration 4 1 2']);
});

test('each part takes ten seconds, five where a touch is enough, and a story half of its time', () => {
  const lines = (count: number, sign: string): string => Array.from({ length: count }, (_, n) => `${sign} Rail-${n}`).join('\n');
  const order = (count: number): string => `:::order{#ordre}\nQuel ordre ?\n\n${lines(count, '1.')}\n:::\n`;
  const choice = (count: number): string => `:::choice{#frein}\nQuel frein ?\n\n- [x] Patin\n${lines(count - 1, '- [ ]')}\n:::\n`;
  const cards = lines(12, '##').replaceAll(/$/gm, '\n\nMot.\n');
  const story = `## Un {#un}\n${words(640)}\n- [Oui](#deux)\n\n## Deux {#deux ending=good}\nFin.`;
  const estimate = (body: string): number => Number(noticed(body, 'duration: 1min\n')[0]?.split(' ')[3] ?? 1);
  expect([order(14), order(15), choice(24), choice(29)].map(estimate)).toEqual([2, 3, 2, 3]);
  expect(estimate(`:::cards{#mots}\nDes mots.\n\n${cards}:::\n`)).toBe(1);
  expect(estimate(`:::branching{#choix}\nUn quai.\n\n${story}\n:::\n`)).toBe(2);
});
