// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const TYPES = [
  typeOf('cards', 'cards', { kind: 'block' }),
  typeOf('categorize', 'groups'),
  typeOf('writing', 'fields'),
  typeOf('word-cloud', 'fields'),
];
const CARDS = ':::cards\nLisez.\n\n## Farine | blé {icon=sun}\nTexte un.\n\n## Sel\nTexte deux.\n:::\n';
const GROUPS = ':::categorize{#c}\nTriez.\n\n## Sec\n- Farine\n> Oui.\n- Sel\n\n## Mouillé\n- Eau\n\n## Rien\n:::\n';
const opened = (text: string): Promise<MountedForm> => mountedForm(text, TYPES);
const field = (name: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`[data-field="${name}"]`);
  if (!found) throw new Error(name);
  return found;
};
const type = (form: MountedForm, name: string, value: string): Promise<void> => {
  field(name).setAttribute('aria-label', name);
  return form.type(name, value);
};

test('titles, second parts, icons and texts are written where they are', async () => {
  const form = await opened(CARDS);
  expect(['section-0-title', 'section-0-second', 'section-0-icon', 'section-1-title'].map((name) => field(name).value)).toEqual([
    'Farine',
    'blé',
    'sun',
    'Sel',
  ]);
  await type(form, 'section-0-title', 'Farine | fine');
  expect(form.text).toBe(CARDS.replace('Farine |', 'Farine \\| fine |'));
  await type(form, 'section-1-second', 'de mer');
  await type(form, 'section-0-icon', '');
  await type(form, 'section-1-text', '## Gros');
  expect(form.text).toBe(':::cards\nLisez.\n\n## Farine \\| fine | blé\nTexte un.\n\n## Sel | de mer\n\\## Gros\n:::\n');
});

test('sections are added, moved and removed with the focus', async () => {
  const form = await opened(CARDS);
  await form.press('Partie');
  expect(form.text).toBe(CARDS.replace('deux.\n', 'deux.\n\n## Titre 3\n\nÉcrivez ici.\n'));
  expect(document.activeElement).toBe(field('section-2-title'));
  await form.press('Retirer : Partie 3');
  expect(form.text).toBe(CARDS);
  expect(document.activeElement).toBe(field('section-1-title'));
  await form.press('Monter : Partie 2');
  expect(form.text).toBe(':::cards\nLisez.\n\n## Sel\nTexte deux.\n\n## Farine | blé {icon=sun}\nTexte un.\n:::\n');
  expect(form.focused).toBe('Monter : Partie 1');
});

test('a section without a text has a field for it, and the last one can go', async () => {
  const form = await opened(':::cards\n\n## Sel\n:::\n');
  await type(form, 'section-0-text', 'Texte.');
  expect(form.text).toBe(':::cards\n\n## Sel\nTexte.\n:::\n');
  await form.press('Retirer : Partie 1');
  expect([form.text.trim(), form.focused]).toEqual([':::cards\n:::', 'Partie']);
  await form.press('Partie');
  expect(form.text).toMatch(/^:::cards\n+## Titre 1\n\nÉcrivez ici\.\n+:::\n$/);
});

test('items of groups are lists; one is moved to another group with its feedback', async () => {
  const form = await opened(GROUPS);
  expect(field('section-0-list-0').value).toBe('Farine');
  await type(form, 'section-0-list-0-group', '1');
  const after = ':::categorize{#c}\nTriez.\n\n## Sec\n- Sel\n\n## Mouillé\n- Eau\n- Farine\n> Oui.\n\n## Rien\n:::\n';
  expect(form.text).toBe(after);
  expect(document.activeElement).toBe(field('section-1-list-1'));
  await type(form, 'section-1-list-0-group', '2');
  expect(form.text).toBe(after.replace('- Eau\n', '').replace('## Rien\n', '## Rien\n- Eau\n'));
  await type(form, 'section-0-list-0-group', '1');
  expect(form.text).toContain('## Sec\n\n## Mouillé\n- Farine\n> Oui.\n- Sel\n\n## Rien\n- Eau\n');
});

test('a group without items begins its list below its heading', async () => {
  const form = await opened(GROUPS);
  const add = document.querySelectorAll<HTMLElement>('[data-field="section-2-list-add"]');
  expect(add).toHaveLength(1);
  add[0]?.setAttribute('aria-label', 'begin');
  await form.press('begin');
  expect(form.text).toBe(GROUPS.replace('## Rien\n', '## Rien\n- \n'));
});

test('a new field gets an id that is free', async () => {
  const form = await opened(':::writing{#w}\nÉcrivez.\n\n## Un {#part-1}\nTexte.\n:::\n');
  await form.press('Champ');
  expect(form.text).toMatch(/## Titre 2 \{#part-2\}\nÉcrivez ici\.\n:::\n$/);
  const limit = field('section-0-min-words');
  expect(limit.value).toBe('');
  await type(form, 'section-0-min-words', ' 5 ');
  expect(form.text).toContain('## Un {#part-1 min-words=5}\n');
});

test('where learners write into one field, no first section is offered', async () => {
  const form = await opened(':::word-cloud{#w}\nUn mot ?\n:::\n');
  expect(form.names).not.toContain('Champ');
});
