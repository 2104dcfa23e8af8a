// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { roomForm } from '../../../build/room/forms/form-of.ts';
import { ask, shownIn } from './ask.ts';

const classOf = (given: Parameters<typeof ask>[0]): string => {
  const [first] = shownIn(roomForm(ask({ type: 'own', paper: '<p class="paper"></p>', ...given })).body).children;
  return first?.className ?? '';
};

test.each<[string, string]>([
  ['scenes', 'r-story'],
  ['pairs', 'r-rows'],
  ['steps', 'r-rows'],
  ['passages', 'r-gaps r-marks'],
  ['spots', 'r-pointed'],
  ['blanks', 'r-gaps'],
  ['groups', 'r-rows'],
  ['rows', 'r-rows'],
  ['levels', 'r-rows'],
  ['items', 'r-rows'],
  ['choices', 'r-options'],
])('a project’s own type with %s has the form %s', (member, name) => {
  expect(classOf({ lists: { [member]: [{ token: 'a', html: 'A', text: 'A' }] } })).toBe(name);
});

test('fields with a title are rows', () => {
  expect(classOf({ lists: { fields: [{ title: 'A' }] } })).toBe('r-rows');
});

test('cards of a type that isn’t covered are steps', () => {
  expect(classOf({ lists: { cards: [{ title: 'A' }] } })).toBe('r-steps');
});

test('a member that is first in the list decides', () => {
  expect(classOf({ lists: { items: [], choices: [], groups: [{ title: 'G' }], scenes: [{ token: 'a' }] } })).toBe('r-story');
});

test('items are sorted where there are groups, else placed on a scale', () => {
  const items = [{ html: 'A', text: 'A' }];
  const keep = (more: object) => roomForm(ask({ type: 'own', lists: { items, levels: [{ text: 'peu' }], ...more } })).keep;
  expect([keep({ groups: [{ title: 'G' }] }), keep({})]).toEqual([expect.stringContaining('G'), undefined]);
});

test('some types have a form of their own, whatever their options', () => {
  expect(classOf({ type: 'mind-map', lists: { steps: [] } })).toBe('r-tree');
  expect(classOf({ type: 'true-false', lists: { choices: [{ text: 'A' }] } })).toBe('r-rows');
  expect(classOf({ type: 'compare', lists: { blanks: [], rows: [] } })).toBe('r-table');
  expect(classOf({ type: 'hotspots', lists: { cards: [] } })).toBe('r-pointed');
  expect(classOf({ type: 'numeric', rows: [{ name: '12', value: '12' }] })).toBe('r-value');
  expect(classOf({ type: 'short-text', rows: [{ name: 'tram', value: 'tram' }] })).toBe('r-value');
  expect(classOf({ type: 'recap', lists: { definitions: [{ title: 'Rail' }] } })).toBe('r-why');
});

test('of two members the one that says more about the form decides', () => {
  expect(classOf({ lists: { cards: [{ title: 'A' }], groups: [{ title: 'G' }] } })).toBe('r-steps');
  expect(classOf({ lists: { items: [{ html: 'A' }], choices: [{ html: 'B' }] } })).toBe('r-rows');
  // A list without parts counts.
  expect(classOf({ lists: { choices: [] } })).toBe('r-options');
});

test('an unknown shape is shown as on paper', () => {
  expect(classOf({})).toBe('paper');
});
