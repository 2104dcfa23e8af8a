import { expect, test } from 'vitest';
import { renameCompetency } from '../../../build/studio/course/rename-competency.ts';
import { SESSION } from '../../helpers/course-text.ts';

test('a competency is renamed in front matter and attributes, and nowhere else', () => {
  const text = `${SESSION}\nThe words c1 and "c1" stay.\n`.replaceAll('\n', '\r\n');
  const after = renameCompetency(text, 'c1', 'new');
  expect(after).toBe(text.replace('[c1, c10]', '[new, c10]').replace('competency="c1; c2"', 'competency="new; c2"'));
  expect(renameCompetency(text, 'c99', 'new')).toBe(text);
});

test('a competency behind others is renamed in its place', () => {
  const text = '---\ncompetencies: [c0, c1, c2]\n---\n';
  expect(renameCompetency(text, 'c1', 'new')).toBe(text.replace('c1', 'new'));
});

test('attributes of inner directives are renamed in their places', () => {
  const text = ':::quiz{#q competency=c1}\n:::choice{#a competency=c1-2}\n:::\n:::choice{#b competency="c2; c1"}\n:::\n:::\n';
  expect(renameCompetency(text, 'c1', 'longer')).toBe(text.replace('=c1}', '=longer}').replace('; c1"', '; longer"'));
});

test('ids and other attributes of the same name stay', () => {
  const text = ':::choice{#c1 competency=c1 words=c1}\n:::\n';
  expect(renameCompetency(text, 'c1', 'new')).toBe(text.replace('competency=c1', 'competency=new'));
});

test('front matter that can’t be edited is refused', () => {
  expect(renameCompetency('---\ncompetencies: [&x c1]\nb: *x\n---\n', 'c1', 'new')).toBeNull();
  expect(renameCompetency('---\na: [b\n---\n', 'c1', 'new')).toBe('---\na: [b\n---\n');
});

test('an id with signs in it is renamed as it is written', () => {
  const text = '---\ncompetencies: ["c++ ("]\n---\n\n:::choice{#a competency="c++ (; c.1"}\n:::\n:::choice{#b competency=c11}\n:::\n';
  expect(renameCompetency(text, 'c++ (', 'c')).toBe(text.replaceAll('c++ (', 'c'));
  expect(renameCompetency(text, 'c.1', 'd')).toBe(text.replace('c.1', 'd'));
});

test('only the whole id is renamed', () => {
  const text = ':::choice{#a competency="ac1; a-c1; c1; c1a; c1-a"}\n:::\n';
  expect(renameCompetency(text, 'c1', 'new')).toBe(text.replace('; c1;', '; new;'));
  const twice = ':::choice{#a competency="c1; c2; c1"}\n:::\n';
  expect(renameCompetency(twice, 'c1', 'new')).toBe(twice.replaceAll('c1', 'new'));
});
