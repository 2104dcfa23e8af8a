import { expect, test } from 'vitest';
import type { BuiltModule, Course } from '../../build/model/built.ts';
import type { Node, ValidActivity } from '../../build/model/source.ts';
import { RoomRenderer } from '../../build/room/renderer.ts';
import { roomStrings } from '../../build/room/room-strings.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import type { ActivityType } from '../../build/types/activity-type.ts';

const strings = { fr: { label: 'Choix' }, en: { label: 'Choice' } };

/** A type whose templates show which of them was used, and with what; a level of headings only if it isn’t the second. */
function typeOf(name: string, hasPrint = true): [string, ActivityType] {
  const show =
    (kind: string) =>
    ({
      options,
      level,
      paper,
    }: {
      options?: { text?: string; content?: string };
      level?: number;
      paper?: { blank: string; colon: string };
    }): string =>
      `${level === undefined || level === 2 ? '' : `h${level} `}${name} ${kind} ${options?.text ?? ''}${options?.content ?? ''}${paper ? `|${paper.blank}${paper.colon}|` : ''}`;
  return [name, { name, strings, template: show('screen'), ...(hasPrint && { print: show('paper') }) } as unknown as ActivityType];
}
const types = new Map([typeOf('choice'), typeOf('scene'), typeOf('callout', false)]);

const activity = (id: string, type = 'choice', text = ''): ValidActivity =>
  ({ id, type, options: { text }, competencies: ['freiner'], slots: [] }) as unknown as ValidActivity;
const asNode = (one: ValidActivity): Node => ({ kind: 'activity', activity: one });
const prose = (html: string): Node => ({ kind: 'prose', html }) as Node;
const block = (type: string, options: object): Node => ({ kind: 'block', type, options }) as unknown as Node;

function open(lang: 'fr' | 'en' = 'fr'): RoomRenderer {
  const module = { content: { activities: [{ id: 'frein', type: 'choice' }] } } as unknown as BuiltModule;
  const course = { competencies: [{ id: 'freiner', title: 'Freiner à temps' }] } as unknown as Course;
  return new RoomRenderer(module, course, types, roomStrings(lang), sheetStrings(lang));
}

test('types use their template for paper, scenes and types without one that of the screen', () => {
  const renderer = open();
  const html = renderer.render([block('choice', { text: 'a' }), block('scene', { text: 'b' }), block('callout', { text: 'c' })]);
  const blank = sheetStrings('fr').format('paper.blank');
  expect(html.split('\n')).toEqual([`choice paper a|${blank}\u00a0:|`, 'scene screen b', 'callout screen c']);
});

test('the colon on paper follows the language', () => {
  expect(open('en').render([block('choice', {})])).toBe(`choice paper |${sheetStrings('en').format('paper.blank')}:|`);
});

test('prose keeps its headings', () => {
  expect(open().render([prose('<h2>Le frein</h2>')])).toBe('<h2>Le frein</h2>');
});

test('activities at any depth are left out of the text and collected, once', () => {
  const renderer = open();
  const [one, other] = [activity('frein'), activity('cloche')];
  const html = renderer.render([prose('<p>Avant</p>'), asNode(one), block('callout', { nodes: [prose('<p>Dedans</p>'), asNode(other)] })]);
  expect(html.split('\n').filter((line) => line !== '')).toEqual(['<p>Avant</p>', 'callout screen <p>Dedans</p>']);
  expect(renderer.takeNested()).toEqual([one, other]);
  expect(renderer.takeNested()).toEqual([]);
});

test('the names of the types met are sorted, without those on paper only', () => {
  const renderer = open();
  expect(renderer.used).toEqual([]);
  renderer.render([block('scene', {}), block('callout', {}), block('scene', {})]);
  renderer.paper(activity('frein'));
  expect(renderer.used).toEqual(['callout', 'scene']);
});

test('the body of an activity is rendered as on paper, and isn’t collected', () => {
  const renderer = open();
  const blank = sheetStrings('fr').format('paper.blank');
  expect(renderer.paper(activity('frein', 'choice', 'Le patin'))).toBe(`h3 choice paper Le patin|${blank}\u00a0:|`);
  expect(renderer.paper(activity('frein', 'inconnu'))).toBe('');
  expect(renderer.takeNested()).toEqual([]);
});

test('an activity of the module is found by its id', () => {
  const renderer = open();
  expect([renderer.activity('frein')?.type, renderer.activity('cloche')]).toEqual(['choice', undefined]);
  expect([renderer.strings.lang, renderer.sheetStrings.lang, renderer.types]).toEqual(['fr', 'fr', types]);
});
