import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iconOf } from '../../../build/studio/plan/type-icons.ts';
import { ICONS } from '../../../build/studio/ui/icon-paths.ts';

const types = readdirSync('templates', { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));

test('a type has its own icon, else that of its form, else a sheet', () => {
  expect([iconOf('figure', 'none'), iconOf('quiz', 'choices'), iconOf('choice', 'choices'), iconOf('bake', 'pairs')]).toEqual([
    'image',
    'list-checks',
    'list-checks',
    'shuffle',
  ]);
  expect(iconOf('true-false', 'choices')).toBe('toggle-left');
  expect([iconOf('text', 'prose'), iconOf('bake', ''), iconOf('', '')]).toEqual(['sticky-note', 'sticky-note', 'sticky-note']);
});

test.each([
  ['choices', 'list-checks'],
  ['fields', 'form'],
  ['groups', 'layout-list'],
  ['pairs', 'shuffle'],
  ['steps', 'list-ordered'],
  ['blanks', 'text-cursor-input'],
  ['spots', 'target'],
  ['labels', 'tag'],
  ['tree', 'network'],
  ['cards', 'square-stack'],
  ['table', 'table-2'],
])('a new type with %s is shown by them', (form, icon) => {
  expect(iconOf('bake', form)).toBe(icon);
});

test('types that differ in what one does look different', () => {
  const groups = [
    ['figure', 'gallery', 'image-compare', 'label-image', 'hotspots', 'audio', 'video', 'embed', 'document'],
    ['callout', 'keep', 'quote', 'definition', 'key-number', 'scene', 'trainer', 'text'],
    ['quiz', 'true-false', 'numeric', 'short-text', 'open-question', 'writing', 'cloze', 'mark-text', 'word-cloud', 'checklist'],
    ['matching', 'memory', 'order', 'categorize', 'scale', 'branching', 'mind-map', 'stakeholder-map', 'timeline'],
    ['accordion', 'tabs', 'reveal', 'cards', 'recap', 'table', 'compare', 'beside'],
  ];
  for (const group of groups) expect(new Set(group.map((type) => iconOf(type, ''))).size, group.join()).toBe(group.length);
  const plain = groups.flat().filter((type) => iconOf(type, '') === iconOf('', ''));
  expect(plain).toEqual(['text']);
  expect(iconOf('sliders', '')).toBe(iconOf('scale', ''));
  expect(groups.flat().filter((type) => type !== 'trainer' && !types.includes(type))).toEqual([]);
});

test('every type has an icon that can be drawn', () => {
  expect(types.map((type) => iconOf(type, '')).filter((icon) => !ICONS[icon])).toEqual([]);
});

test.each([
  ['trainer', 'presentation'],
  ['figure', 'image'],
  ['gallery', 'images'],
  ['image-compare', 'columns-2'],
  ['label-image', 'tag'],
  ['hotspots', 'target'],
  ['audio', 'volume-2'],
  ['video', 'film'],
  ['embed', 'globe'],
  ['document', 'file-text'],
  ['callout', 'info'],
  ['keep', 'lightbulb'],
  ['quote', 'quote'],
  ['definition', 'book-text'],
  ['scene', 'messages-square'],
  ['quiz', 'list-checks'],
  ['true-false', 'toggle-left'],
  ['numeric', 'hash'],
  ['short-text', 'text-cursor-input'],
  ['open-question', 'message-square'],
  ['writing', 'pencil'],
  ['sliders', 'sliders-horizontal'],
  ['scale', 'sliders-horizontal'],
  ['matching', 'shuffle'],
  ['memory', 'square-stack'],
  ['order', 'list-ordered'],
  ['categorize', 'layout-list'],
  ['branching', 'git-branch'],
  ['mind-map', 'network'],
  ['stakeholder-map', 'chart-network'],
  ['timeline', 'clock'],
  ['word-cloud', 'cloud'],
  ['mark-text', 'highlighter'],
  ['cloze', 'form'],
  ['accordion', 'rows-3'],
  ['tabs', 'panel-left'],
  ['reveal', 'eye'],
  ['recap', 'notebook-pen'],
  ['checklist', 'square-check'],
  ['cards', 'square-stack'],
  ['table', 'table-2'],
  ['compare', 'scale'],
  ['beside', 'columns-2'],
  ['key-number', 'binary'],
])('%s is shown by %s', (type, icon) => {
  expect(iconOf(type, 'choices')).toBe(icon);
});
