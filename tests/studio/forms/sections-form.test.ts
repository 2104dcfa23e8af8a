// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { t } from '../../../build/studio/strings.ts';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

afterEach(() => show(null));

const TYPES = [
  typeOf('cards', 'cards', { kind: 'block' }),
  typeOf('categorize', 'groups'),
  typeOf('writing', 'fields'),
  typeOf('word-cloud', 'fields'),
  typeOf('open-question', 'fields'),
  typeOf('branching', 'scenes'),
  typeOf('scene', 'speeches'),
];
const CARDS = ':::cards\nLisez.\n\n## Farine | blé {icon=sun}\nTexte un.\n\n## Sel\nTexte deux.\n:::\n';
const GROUPS = ':::categorize{#c}\nTriez.\n\n## Sec\n- Farine\n> Oui.\n- Sel\n\n## Mouillé\n- Eau\n\n## Rien\n:::\n';
const opened = (text: string): Promise<MountedForm> => mountedForm(text, TYPES);
const type = (form: MountedForm, name: string, value: string): Promise<void> => form.fill(name, value);
const field = (name: string): HTMLInputElement => new UsedPage().field(name);

test('titles, second parts, icons and texts are written where they are', async () => {
  const form = await opened(CARDS);
  expect(['section-0-title', 'section-0-second', 'section-0-icon', 'section-1-title'].map((name) => field(name).value)).toEqual([
    'Farine',
    'blé',
    'sun',
    'Sel',
  ]);
  expect(document.querySelector('[data-field$="-list-add"]')).toBeNull();
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
  // The words of a new part are selected, to be replaced.
  expect([field('section-2-title').selectionStart, field('section-2-title').selectionEnd]).toEqual([0, 'Titre 3'.length]);
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

test('two lists of a group, or of a scene, have fields of their own', async () => {
  await opened(':::categorize{#c}\n## Sec\n- Farine\n\nPuis :\n\n- Sel\n- Riz\n:::\n');
  expect(['section-0-list-0', 'section-0-list1-0', 'section-0-list1-1'].map((name) => field(name).value)).toEqual(['Farine', 'Sel', 'Riz']);
  const down = new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true });
  await act(() => void field('section-0-list1-0').dispatchEvent(down));
  expect(document.activeElement).toBe(field('section-0-list1-1'));
  await opened(':::branching{#b}\n## A {#a}\n- [Un](#a)\n\nOu :\n\n- [Deux](#a)\n:::\n');
  expect(['section-0-choice-0', 'section-0-choice1-0'].map((name) => field(name).value)).toEqual(['Un', 'Deux']);
});

test('a group without items begins its list below its heading', async () => {
  const form = await opened(GROUPS);
  const adds = [...document.querySelectorAll<HTMLElement>('[data-field$="-list-add"]')].map(({ dataset }) => dataset.field);
  expect(adds).toEqual(['section-0-list-add', 'section-1-list-add', 'section-2-list-add']);
  expect(form.fields.filter((name) => name.includes('text'))).toEqual([]);
  await form.click('section-2-list-add');
  expect(form.text).toBe(GROUPS.replace('## Rien\n', '## Rien\n- \n'));
  await opened(GROUPS.replace('## Rien\n', '## Rien\nTexte.\n'));
  await new UsedPage().click('section-2-list-add');
  expect(field('section-2-list-0').closest('fieldset')?.querySelector('[data-field=section-2-text]')).toBeInstanceOf(HTMLElement);
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

test.each([
  [':::word-cloud{#w}\nUn mot ?\n:::\n', false],
  [':::open-question{#w}\nPourquoi ?\n:::\n', false],
  [':::open-question{#w}\nPourquoi ?\n\n## Un\nTexte.\n:::\n', true],
  [':::writing{#w}\nÉcrivez.\n:::\n', true],
])('where learners write into one field, no first section is offered: %j', async (text, isOffered) => {
  expect((await opened(text)).names.includes('Champ')).toBe(isOffered);
});

test('sections have the name of their kind', async () => {
  const names: unknown[] = [];
  for (const kind of ['cards', 'definitions', 'fields', 'groups', 'grid', 'scenes', 'speeches', 'spots']) {
    await show(null);
    const form = await mountedForm(':::pain\n## Un\nTexte.\n:::\n', [typeOf('pain', kind)]);
    expect(document.querySelector('.s-form-sections')?.className).toBe(`s-form-sections s-form-${kind}`);
    names.push([kind, document.querySelector('legend')?.textContent?.trim(), form.field('section-add').textContent]);
  }
  expect(names).toEqual([
    ['cards', 'Partie 1', 'Partie'],
    ['definitions', 'Définition 1', 'Définition'],
    ['fields', 'Champ 1', 'Champ'],
    ['groups', 'Groupe 1', 'Groupe'],
    ['grid', 'Case 1', 'Case'],
    ['scenes', 'Scène 1', 'Scène'],
    ['speeches', 'Réplique 1', 'Réplique'],
    ['spots', 'Endroit 1', 'Endroit'],
  ]);
});

test('the focus goes with a section down, and to the one above what is removed', async () => {
  const form = await opened(CARDS);
  await form.press('Descendre : Partie 1');
  expect(form.focused).toBe('Descendre : Partie 2');
  await form.press('Retirer : Partie 1');
  expect([form.text.includes('Sel'), document.activeElement]).toEqual([false, field('section-0-title')]);
});

test('texts of a section have a field each; what is inside has a row', async () => {
  const form = await opened(':::cards\n## Sel\nUn.\n\n- Une liste\n\n::quote\nDeux.\n\n::quote\n:::\n');
  const texts = form.fields.filter((name) => name.includes('text'));
  expect(texts.map((name) => [name, field(name).value])).toEqual([
    ['section-0-text', 'Un.\n\n- Une liste'],
    ['section-0-text2', 'Deux.'],
  ]);
  expect(document.querySelectorAll('.s-form-inner')).toHaveLength(2);
});

test('a place of a map has items too', async () => {
  const form = await mountedForm(':::carte{#c}\n## fort, haut\n- Le maire\n:::\n', [typeOf('carte', 'grid')]);
  expect(form.fields.filter((name) => name.startsWith('section-0-list'))).toEqual(['section-0-list-0', 'section-0-list-0-feedback']);
});

test('a group may have a text above its items', async () => {
  const form = await opened(':::categorize{#c}\n## Sec\nCeci :\n\n- Sel\n:::\n');
  expect(form.fields.filter((name) => name.startsWith('section-0-') && !name.endsWith('icon'))).toEqual([
    'section-0-title',
    'section-0-text',
    'section-0-list-0',
    'section-0-list-0-feedback',
  ]);
});

test('decisions of a scene are those that lead somewhere; another list is a text', async () => {
  const scenes = '## Un {#un}\n- [Aller](#deux)\n- Rester\n\n## Deux {#deux}\n- Un [lien](#un)\n- [Lien] (#un)\n\n## Trois\nFin.\n';
  const form = await opened(`:::branching{#b}\n${scenes}:::\n`);
  expect(form.fields.filter((name) => /choice|text/.test(name))).toEqual([
    'section-0-text',
    'section-0-choice-0',
    'section-0-choice-0-scene',
    'section-0-choice-0-feedback',
    'section-0-choice-1-raw',
    'section-1-text',
    'section-2-text',
  ]);
  const adds = [...document.querySelectorAll<HTMLElement>('[data-field$="-choice-add"]')].map(({ dataset }) => dataset.field);
  expect(adds).toEqual([0, 1, 2].map((index) => `section-${index}-choice-add`));
  await form.click('section-2-choice-add');
  expect(form.text).toBe(`:::branching{#b}\n${scenes}\n- [Décision 1](#deux)\n:::\n`);
  await show(null);
  expect((await opened(':::branching{#b}\n## Un {#un}\n- [](#)\n:::\n')).fields).toContain('section-0-choice-0');
  await show(null);
  expect((await opened(':::branching{#b}\n## Un {#un}\n- [Aller\n  loin](#un)\n:::\n')).fields).toContain('section-0-choice-0');
});

test('only scenes have decisions', async () => {
  const form = await opened(':::cards\n## Sel\n- [Aller](#deux)\n:::\n');
  expect([field('section-0-text').value, form.fields.filter((name) => name.includes('choice'))]).toEqual(['- [Aller](#deux)', []]);
  expect(document.querySelector('[data-field*="choice"]')).toBeNull();
  const added = (): (string | undefined)[] =>
    [...document.querySelectorAll<HTMLElement>('[data-field$="-add"]')].map(({ dataset }) => dataset.field);
  await opened(':::cards\n## Sel\nUn.\n\n## Riz\n:::\n');
  expect(added()).toEqual(['section-add']);
  await opened(':::branching{#b}\n## Sel {#sel}\nUn.\n:::\n');
  expect(added().slice(0, 2)).toEqual(['section-0-choice-add', 'section-add']);
});

describe('a scene where people speak', () => {
  const people = (...ids: readonly string[]) => ({
    course: { people: ids.map((id) => ({ id, name: id })), competencies: [], sessions: [] } as never,
  });
  const spoken = (lines: string, ...ids: readonly string[]): Promise<MountedForm> =>
    mountedForm(`:::scene\n${lines}:::\n`, TYPES, 1, people(...ids));
  const add = async (form: MountedForm): Promise<void> => {
    await form.type(t('course.newPerson'), 'Ada');
    await form.press('Ajouter une personne');
  };

  test('lets somebody new say what nobody known says', async () => {
    const form = await spoken('Au four.\n\n## inconnu\nBonjour.\n\n## autre\nSalut.\n');
    expect(document.body.textContent).toContain(t('forms.noPeople'));
    await add(form);
    expect(form.text).toBe(':::scene\nAu four.\n\n## ada\nBonjour.\n\n## autre\nSalut.\n:::\n');
    expect([document.activeElement, form.studio.project.text('modules/a/course.yaml')?.includes('id: ada')]).toEqual([
      field('section-0-title'),
      true,
    ]);
  });

  test('begins with what somebody new says', async () => {
    const form = await spoken('Au four.\n');
    await add(form);
    expect(form.text).toBe(':::scene\nAu four.\n\n## ada\nÉcrivez ici.\n:::\n');
    expect(document.activeElement).toBe(field('section-0-title'));
  });

  test('needs nobody new in a course with people', async () => {
    expect((await spoken('Au four.\n', 'lou')).names).not.toContain('Ajouter une personne');
    await show(null);
    expect((await opened(CARDS)).names).not.toContain('Ajouter une personne');
  });
});
