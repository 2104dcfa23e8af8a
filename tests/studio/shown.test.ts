import { expect, test } from 'vitest';
import { Shown } from '../../build/studio/shown.ts';

test('going to a place shows its text, from any view', () => {
  const shown = new Shown();
  shown.show('results');
  shown.pane.value = 'preview';
  expect(shown.view.value).toBe('results');
  shown.goTo({ path: 'modules/four/1.md', line: 7 });
  expect([shown.view.value, shown.chosen.value, shown.pane.value]).toEqual(['write', 'modules/four/1.md', 'text']);
  expect(shown.cursor.value).toEqual({ path: 'modules/four/1.md', line: 7, isPicked: true });
});

test('a course opens with its first text, and nothing over it', () => {
  const { asked, cursor, view, chosen, pane, form, adding } = new Shown();
  expect([asked, cursor, view, chosen, pane, form, adding].map(({ value }) => value)).toEqual([
    null,
    null,
    'write',
    '',
    'text',
    null,
    null,
  ]);
});
