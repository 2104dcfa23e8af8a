// @vitest-environment happy-dom
import { type ComponentProps, h, render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { type Editing, TextSession } from '../../../build/studio/forms/editing.ts';
import { RawField, TextField } from '../../../build/studio/forms/raw-field.tsx';
import { PATH } from '../../helpers/mounted-form.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

const page = new UsedPage();
afterEach(() => render(null, document.body));

const TEXT = 'Avant.\n\\## Pain\nCuit.\nAprès.\n';
const RANGE = { from: TEXT.indexOf('\\##'), to: TEXT.indexOf('\nAprès') };

async function edited(text = TEXT): Promise<Editing> {
  const session = new TextSession(await openedStudio({ [PATH]: text }), PATH);
  return { session, text } as Editing;
}
/** Shows a field for the range. @returns the text, once something is typed */
async function shown(more: Partial<ComponentProps<typeof TextField>> = {}): Promise<(typed: string) => Promise<string>> {
  const editing = await edited();
  await show(h(TextField, { editing, range: RANGE, label: 'Pâte', name: 'dough', ...more }));
  return async (typed) => {
    await page.type('Pâte', typed);
    return editing.session.text;
  };
}

test('a text is shown and written as words: within sections, no line begins another one', async () => {
  const typed = await shown();
  expect([page.value('Pâte'), page.field('dough').getAttribute('rows')]).toEqual(['## Pain\nCuit.', '1']);
  expect(await typed('## Mie\n# Croûte\n::: fin')).toBe('Avant.\n\\## Mie\n\\# Croûte\n\\::: fin\nAprès.\n');
});

test('a free text may have headings of its own', async () => {
  const typed = await shown({ kind: 'free' });
  expect(page.value('Pâte')).toBe('\\## Pain\nCuit.');
  expect(await typed('## Mie\n# Croûte')).toBe('Avant.\n## Mie\n\\# Croûte\nAprès.\n');
});

test('an empty range is the place for a text', async () => {
  const typed = await shown({ range: { from: RANGE.to, to: RANGE.to } });
  expect(page.value('Pâte')).toBe('');
  expect(await typed('Doré.')).toBe(TEXT.replace('Cuit.', 'Cuit.\nDoré.'));
});

test('hint, example and quiet label are those of the field; without them there are none', async () => {
  await shown({ hint: 'En bref', placeholder: 'Sel', isQuiet: true });
  const label = (): unknown => document.querySelector('label')?.className;
  expect([document.querySelector('.s-form-hint')?.textContent, page.field('dough').placeholder, label()]).toEqual([
    'En bref',
    'Sel',
    's-hidden',
  ]);
  await shown();
  expect([document.querySelector('.s-form-hint'), page.field('dough').placeholder, label()]).toEqual([null, '', 's-form-label']);
});

test('typing in one field is one step to undo', async () => {
  const editing = await edited();
  const field = (text: string) => h(TextField, { editing: { ...editing, text }, range: { from: 0, to: 6 }, label: 'Pâte', name: 'dough' });
  await show(field(TEXT));
  await page.type('Pâte', 'Levée.');
  await show(field(editing.session.text));
  await page.type('Pâte', 'Lourde');
  editing.session.undo();
  expect(editing.session.text).toBe(TEXT);
});

test('what no field understands is shown and written as it is', async () => {
  const editing = await edited();
  await show(h(RawField, { editing, range: RANGE, name: 'raw' }));
  expect(page.value('Texte brut')).toBe('\\## Pain\nCuit.');
  await page.fill('raw', '## Mie\n');
  expect(editing.session.text).toBe('Avant.\n## Mie\n\nAprès.\n');
});

test('fields of one label are steps of their own to undo', async () => {
  const editing = await edited();
  const both = (text: string) => [
    ...['one', 'two'].map((name) => h(TextField, { editing: { ...editing, text }, range: { from: 0, to: 6 }, label: 'Pâte', name })),
    ...['three', 'four'].map((name) => h(RawField, { editing: { ...editing, text }, range: { from: 0, to: 6 }, name })),
  ];
  const texts: string[] = [];
  for (const [name, typed] of Object.entries({ one: 'Un.', two: 'Deux.', three: 'Trois.', four: 'Quatre' })) {
    texts.unshift(editing.session.text);
    await show(both(editing.session.text));
    await page.fill(name, typed);
  }
  const undone = texts.map(() => {
    editing.session.undo();
    return editing.session.text;
  });
  expect(undone).toEqual(texts);
});
