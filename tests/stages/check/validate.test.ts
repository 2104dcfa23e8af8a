import { expect, test } from 'vitest';
import { check } from '../../../build/pipeline.ts';
import { depot, type Files, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

/** The activity of a course of one session, and what is reported. */
function look(files: Files) {
  const { diagnostics, requested } = check(requestFor(depot(files)), engine);
  const node = requested[0]?.course.modules[0]?.module.pages[0]?.nodes.find(({ kind }) => kind === 'activity');
  return {
    found: diagnostics.list.map(({ code, at }) => `${code} ${at.line}`),
    activity: node?.kind === 'activity' ? node.activity : undefined,
  };
}

const asking = (words: string, id = 'frein'): Files =>
  rames(`# Le quai {#quai}\n\n:::choice{#${id}}\n${words}\n\n- [x] Le patin\n- [ ] La cloche\n:::\n`);

/** Words of so many characters in all, the last one long enough to be cut. */
const wordsOf = (length: number): string => `Que dit le chef ${'x'.repeat(length)}`.slice(0, length);

test('a question of 250 characters is a title as it stands, one of 251 is cut after a word', () => {
  const titleOf = (length: number): string | undefined => look(asking(wordsOf(length))).activity?.title;
  expect(titleOf(249)).toBe(wordsOf(249));
  expect(titleOf(250)).toBe(wordsOf(250));
  expect(titleOf(251)).toBe('Que dit le chef…');
  const words = 'le chef dit '.repeat(30);
  const title = look(asking(words)).activity?.title ?? '';
  expect(title.length).toBeLessThanOrEqual(250);
  expect(title).toMatch(/(?:le chef dit )+le chef…$/);
});

test('an id has 150 characters at most', () => {
  const found = (length: number): readonly string[] => look(asking('Quel frein ?', `q${'a'.repeat(length - 1)}`)).found;
  expect([found(150), found(151)]).toEqual([[], ['invalid-id 8']]);
});

test('a title of a page or of a session has 200 characters at most', () => {
  const page = (length: number): string[] => look(rames(`# ${'x'.repeat(length)} {#quai}\n\nUne rame attend.\n`)).found;
  expect([page(200), page(201)]).toEqual([[], ['title-too-long 6']]);
  const session = (length: number): string[] =>
    look({ 'rames.md': `---\nid: rames\ntitle: ${'x'.repeat(length)}\ncompletion: visited\n---\n# A {#a}\n` }).found;
  expect([session(200), session(201)]).toEqual([[], ['title-too-long 3']]);
});
