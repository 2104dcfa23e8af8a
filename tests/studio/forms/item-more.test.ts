// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { movedTo } from '../../../build/studio/forms/item-more.tsx';
import { readBody, sectionsOf } from '../../../build/studio/text/edit-body.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const GROUPS = '## Sec\n- Farine\n> Oui.\n- Sel\n\n## Mouillé | eau\n- Eau\n- Lait\n\n## Rien\n';

/** Moves an item of the first list to a section. */
function moved(text: string, index: number, to: number): string {
  const { sections } = sectionsOf(readBody(text, { from: 0, to: text.length }, []));
  const list = sections[0]?.blocks.find((block) => block.kind === 'list');
  const target = sections[to];
  if (!target || list?.kind !== 'list') throw new Error('no list');
  const changes = movedTo(text, list, index, target);
  return replaceIn(
    text,
    [...changes].sort((one, other) => one.from - other.from),
  );
}

describe('an item that is moved', () => {
  test('goes to the end of the list there, with its feedback', () => {
    expect(moved(GROUPS, 0, 1)).toBe('## Sec\n- Sel\n\n## Mouillé | eau\n- Eau\n- Lait\n- Farine\n> Oui.\n\n## Rien\n');
  });

  test('begins a list below a heading, or below a text with a blank line', () => {
    expect(moved(GROUPS, 1, 2)).toBe('## Sec\n- Farine\n> Oui.\n\n## Mouillé | eau\n- Eau\n- Lait\n\n## Rien\n- Sel\n');
    expect(moved('## Sec\n- Sel\n\n## Rien\n\n## Eau\n- Lait\n', 0, 1)).toBe('## Sec\n\n## Rien\n- Sel\n\n## Eau\n- Lait\n');
  });

  test('goes to the last of two lists', () => {
    const text = '## Sec\n- Sel\n- Riz\n\n## Mouillé\n- Eau\n\nPuis :\n\n- Lait\n';
    expect(moved(text, 0, 1)).toBe('## Sec\n- Riz\n\n## Mouillé\n- Eau\n\nPuis :\n\n- Lait\n- Sel\n');
  });

  test('goes before a text that follows the list', () => {
    expect(moved('## Sec\n- Sel\n\n## Mouillé\n- Eau\n\nFin.\n', 0, 1)).toBe('## Sec\n\n## Mouillé\n- Eau\n- Sel\n\nFin.\n');
  });

  test('leaves the numbers of the other list as they are', () => {
    const text = '## Sec\n1. Sel\n2. Riz\n\n## Mouillé\n1. Eau\n';
    expect(moved(text, 1, 1)).toBe('## Sec\n1. Sel\n\n## Mouillé\n1. Eau\n2. Riz\n');
  });

  test('is nothing where there is no item', () => {
    expect(moved(GROUPS, 2, 1)).toBe(GROUPS);
  });
});

describe('the group of an item', () => {
  const groups = (lines = GROUPS): Promise<MountedForm> => mountedForm(`:::tri{#t}\n${lines}:::\n`, [typeOf('tri', 'groups')]);

  test('is one of the titles, its own at first', async () => {
    const form = await groups(GROUPS.replace('Rien', 'Rien \\| du tout'));
    expect(form.options('section-0-list-0-group')).toEqual([
      ['0', 'Sec'],
      ['1', 'Mouillé'],
      ['2', 'Rien \\| du tout'.replace('\\', '')],
    ]);
    const chosen = ['section-0-list-0', 'section-0-list-1', 'section-1-list-0'].map((name) => form.field(`${name}-group`).value);
    expect(chosen).toEqual(['0', '0', '1']);
  });

  test('changes, and the focus is on the item where it is then', async () => {
    const form = await groups();
    await form.fill('section-0-list-1-group', '1');
    expect(form.text).toBe(':::tri{#t}\n## Sec\n- Farine\n> Oui.\n\n## Mouillé | eau\n- Eau\n- Lait\n- Sel\n\n## Rien\n:::\n');
    expect(document.activeElement).toBe(form.field('section-1-list-2'));
    await form.fill('section-0-list-0-group', '2');
    expect(document.activeElement).toBe(form.field('section-2-list-0'));
  });

  test('changes to one with two lists: the focus is at the end of the last one', async () => {
    const form = await groups('## Sec\n- Sel\n\n## Mouillé\n- Eau\n\nPuis :\n\n- Lait\n- Cidre\n');
    await form.fill('section-0-list-0-group', '1');
    expect(form.text).toBe(':::tri{#t}\n## Sec\n\n## Mouillé\n- Eau\n\nPuis :\n\n- Lait\n- Cidre\n- Sel\n:::\n');
    expect(document.activeElement).toBe(form.field('section-1-list1-2'));
  });

  test('is not asked for where there is only one', async () => {
    const form = await groups('## Sec\n- Sel\n');
    expect(form.fields).toContain('section-0-list-0');
    expect(form.fields).not.toContain('section-0-list-0-group');
  });
});

describe('the weight of an answer', () => {
  const choice = (lines: string): Promise<MountedForm> => mountedForm(`:::choice{#c}\n${lines}:::\n`, [typeOf('choice', 'choices')]);

  test('has a field once one answer has a weight; it is written and removed', async () => {
    const form = await choice('- [x] Un\n- [ ] Deux {weight=50}\n');
    expect(['list-0-weight', 'list-1-weight'].map((name) => [form.field(name).value, form.field(name).inputMode])).toEqual([
      ['', 'decimal'],
      ['50', 'decimal'],
    ]);
    await form.fill('list-0-weight', ' 100 ');
    expect(form.text).toContain('- [x] Un {weight=100}\n- [ ] Deux {weight=50}\n');
    await form.fill('list-1-weight', ' ');
    expect(form.text).toContain('- [x] Un {weight=100}\n- [ ] Deux\n');
  });

  test('has a field for each answer, whatever else the one with a weight has', async () => {
    const { fields } = await choice('- [x] Un {only=soir weight=50}\n- [ ] Deux\n');
    expect(fields.filter((name) => name.endsWith('weight'))).toEqual(['list-0-weight', 'list-1-weight']);
  });

  test('has none while other attributes are used', async () => {
    expect((await choice('- [x] Un {only=soir}\n')).fields.filter((name) => name.endsWith('weight'))).toEqual([]);
  });
});

describe('the competency of a line', () => {
  const scale = (competencies: readonly object[]): Promise<MountedForm> =>
    mountedForm(':::scale{#s}\n- Pétrir {competency=c2}\n- Cuire\n:::\n', [typeOf('scale', 'scale')], 1, {
      course: { competencies, people: [], sessions: [] } as never,
    });

  test('is one of the course, or none', async () => {
    const form = await scale([
      { id: 'c1', title: 'Le four' },
      { id: 'c2', title: 'La pâte' },
    ]);
    expect([form.options('list-0-competency'), form.field('list-0-competency').value, form.field('list-1-competency').value]).toEqual([
      [
        ['', 'Aucun choix'],
        ['c1', 'Le four'],
        ['c2', 'La pâte'],
      ],
      'c2',
      '',
    ]);
    expect(form.options('list-1-competency')).toEqual(form.options('list-0-competency'));
    await form.fill('list-1-competency', 'c1');
    await form.fill('list-0-competency', '');
    expect(form.text).toBe(':::scale{#s}\n- Pétrir\n- Cuire {competency=c1}\n:::\n');
  });

  test('is not asked for in a course without competencies', async () => {
    expect((await scale([])).fields).toEqual(['prompt', 'list-0', 'list-1']);
    const unread = await mountedForm(':::scale{#s}\n- Pétrir\n:::\n', [typeOf('scale', 'scale')]);
    expect(unread.fields).toEqual(['prompt', 'list-0']);
  });
});

const NAMED: Readonly<Record<string, readonly unknown[]>> = {
  groups: [
    'Consigne',
    'Monter : Groupe 1',
    'Descendre : Groupe 1',
    'Retirer : Groupe 1',
    'Titre',
    'Pictogramme',
    'Élément 1',
    'Monter : Élément 1',
    'Descendre : Élément 1',
    'Retirer : Élément 1',
    'Retour, Élément 1',
    'Groupe',
    'Élément',
    'Monter : Groupe 2',
    'Descendre : Groupe 2',
    'Retirer : Groupe 2',
    'Titre',
    'Pictogramme',
    'Élément',
    'Groupe',
    'Texte après la réponse',
  ],
  scale: [
    'Consigne',
    'Ligne 1',
    'Monter : Ligne 1',
    'Descendre : Ligne 1',
    'Retirer : Ligne 1',
    'Compétence',
    'Ligne',
    'Texte après la réponse',
  ],
  choices: [
    'Question',
    'Bonne réponse, Réponse 1',
    'Réponse 1',
    'Monter : Réponse 1',
    'Descendre : Réponse 1',
    'Retirer : Réponse 1',
    'Retour, Réponse 1',
    'Réponse',
    'Texte après la réponse',
  ],
  mistakes: [
    'Consigne',
    'Acceptée, Réponse prévue 1',
    'Réponse prévue 1',
    'Monter : Réponse prévue 1',
    'Descendre : Réponse prévue 1',
    'Retirer : Réponse prévue 1',
    'Retour, Réponse prévue 1',
    'Poids, en pour cent',
    'Réponse prévue',
    'Texte après la réponse',
  ],
};

test.each([
  ['groups', '## Sec\n- Sel\n\n## Eau\n'],
  ['scale', 'Où ?\n\n- Sel\n'],
  ['mistakes', '- [x] Sel {weight=50}\n'],
])('the further field of a line of %s has a name', async (kind, lines) => {
  const form = await mountedForm(`:::pain{#p}\n${lines}:::\n`, [typeOf('pain', kind)], 1, {
    course: { competencies: [{ id: 'c1', title: 'Pétrir' }], people: [], sessions: [] } as never,
  });
  const names = form.names.slice(form.names.indexOf('Terminé') + 1);
  expect(names).toEqual(NAMED[kind]);
});
