// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import type { Checked } from '../../../build/studio/engine/calls.ts';
import type { Editing } from '../../../build/studio/forms/editing.ts';
import { newSection, type SectionKind } from '../../../build/studio/forms/section-heads.tsx';
import { t } from '../../../build/studio/strings.ts';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';
import { show } from '../../helpers/used-page.ts';

afterEach(() => show(null));

const COURSE = {
  people: [
    { id: 'nadia', name: 'Nadia' },
    { id: 'marc', name: 'Marc' },
  ],
  competencies: [],
  sessions: [{ id: 's', path: 'modules/a/2.md', pages: [{ activities: [{ id: 'sole' }] }] }],
};
const CHECKED = { course: COURSE } as unknown as Partial<Checked>;
const KINDS: readonly SectionKind[] = ['cards', 'definitions', 'fields', 'groups', 'grid', 'scenes', 'speeches', 'spots'];
const AXES = ' x="Pouvoir; faible; fort" y="Intérêt; bas; haut"';

/** Opens the form of a directive with one section. */
const opened = (kind: SectionKind, head: string, attributes = ''): Promise<MountedForm> =>
  mountedForm(`:::pain{#p${attributes}}\nLisez.\n\n## ${head}\nTexte.\n:::\n`, [typeOf('pain', kind)], 1, CHECKED);
const field = (name: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`[data-field="section-0-${name}"]`);
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
};
/** Types into a field of the heading. @returns the heading as it is then written */
async function typed(form: MountedForm, name: string, value: string): Promise<string> {
  field(name).setAttribute('aria-label', name);
  await form.type(name, value);
  return /^## ?(.*)$/m.exec(form.text)?.[1] ?? '';
}
const fields = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('input[data-field^="section-0-"], select[data-field^="section-0-"]')].map(
    (one) => one.dataset.field?.replace('section-0-', '') ?? '',
  );

test.each([
  ['cards', ['title', 'second', 'icon']],
  ['definitions', ['title', 'of']],
  ['fields', ['title', 'min-words', 'max-words', 'max-characters']],
  ['groups', ['title', 'icon']],
  ['grid', ['title']],
  ['scenes', ['title', 'ending']],
  ['speeches', ['title', 'expression']],
  ['spots', ['second', 'title', 'y', 'right']],
] as const)('a heading of %s has its fields', async (kind, names) => {
  await opened(kind, '10 20 | Four', AXES);
  expect(fields()).toEqual(names);
});

test('a title is written as it is typed, and an empty one stays a heading', async () => {
  const form = await opened('cards', 'Sel | fin {icon=sun}');
  expect(['title', 'second', 'icon'].map((name) => field(name).value)).toEqual(['Sel', 'fin', 'sun']);
  expect(await typed(form, 'title', 'Gros sel')).toBe('Gros sel | fin {icon=sun}');
  expect(await typed(form, 'second', 'de mer')).toBe('Gros sel | de mer {icon=sun}');
  expect(await typed(form, 'icon', ' moon ')).toBe('Gros sel | de mer {icon=moon}');
  expect(await typed(form, 'icon', ' ')).toBe('Gros sel | de mer');
  expect([await typed(form, 'title', ''), field('title').value]).toEqual([' | de mer', '']);
});

test('signs that only Markdown needs are not shown, and a second part may be lacking', async () => {
  const form = await opened('cards', '\\# Sel \\| gros');
  expect(['title', 'second', 'icon'].map((name) => field(name).value)).toEqual(['# Sel | gros', '', '']);
  expect(await typed(form, 'second', 'de | mer')).toBe('\\# Sel \\| gros | de \\| mer');
  expect([field('second').value, await typed(form, 'second', ' ')]).toEqual(['de | mer', '\\# Sel \\| gros']);
});

test('each field has its label; numbers have their keyboard', async () => {
  const labels = async (kind: SectionKind): Promise<unknown> => {
    await show(null);
    await opened(kind, '10 20 | Four', AXES);
    return fields().map((name) => [document.querySelector(`label[for="${field(name).id}"]`)?.textContent ?? 'tick', field(name).inputMode]);
  };
  expect(await labels('fields')).toEqual([
    ['Titre', 'text'],
    ['Mots au moins', 'decimal'],
    ['Mots au plus', 'decimal'],
    ['Signes au plus', 'decimal'],
  ]);
  expect(await labels('spots')).toEqual([
    ['Nom', 'text'],
    ['Depuis la gauche, en %', 'decimal'],
    ['Depuis le haut, en %', 'decimal'],
    ['tick', ''],
  ]);
  expect(await labels('cards')).toEqual([
    ['Titre', 'text'],
    ['Seconde partie du titre', 'text'],
    ['Pictogramme', 'text'],
  ]);
});

test('limits and the activity of a definition lose their spaces', async () => {
  const limited = await opened('fields', 'Mie {#mie}');
  expect(await typed(limited, 'max-characters', ' 80 ')).toBe('Mie {#mie max-characters=80}');
  expect(await typed(limited, 'max-characters', '')).toBe('Mie {#mie}');
  await show(null);
  const defined = await opened('definitions', 'Mie {of=sel}');
  expect(field('of').value).toBe('sel');
  expect(await typed(defined, 'of', ' eau ')).toBe('Mie {of=eau}');
  expect([...(field('of').list?.options ?? [])].map(({ value }) => value)).toEqual(['s/sole']);
});

test('a speech has one of the people and an expression or their usual face', async () => {
  const form = await opened('speeches', 'marc {expression=smile}');
  expect(['title', 'expression'].map((name) => field(name).value)).toEqual(['marc', 'smile']);
  expect(form.options('section-0-title')).toEqual([
    ['nadia', 'Nadia'],
    ['marc', 'Marc'],
  ]);
  expect(form.options('section-0-expression')).toEqual([
    ['', 'Comme d’habitude'],
    ['calm', 'Calme'],
    ['smile', 'Sourit'],
    ['happy', 'Très content'],
    ['pleased', 'Ravi'],
    ['talking', 'Explique'],
    ['tired', 'Fatigué'],
  ]);
  expect(await typed(form, 'title', 'nadia')).toBe('nadia {expression=smile}');
  expect(await typed(form, 'expression', '')).toBe('nadia');
});

test('a place has two numbers, and can be a right one', async () => {
  const form = await opened('spots', '10  20 | Four');
  expect(['title', 'y', 'second'].map((name) => field(name).value)).toEqual(['10', '20', 'Four']);
  expect(await typed(form, 'title', ' 15 ')).toBe('15 20 | Four');
  expect(await typed(form, 'y', ' 30 ')).toBe('15 30 | Four');
  expect(await typed(form, 'y', ' ')).toBe('15 0 | Four');
  expect(await typed(form, 'title', '')).toBe('0 0 | Four');
  field('right').setAttribute('aria-label', 'right');
  await form.press('right');
  expect(form.text).toContain('## 0 0 | Four {right}\n');
  await form.press('right');
  expect(form.text).toContain('## 0 0 | Four\n');
});

test('a scene goes on or ends', async () => {
  const form = await opened('scenes', 'Le four {#four ending=bad}');
  expect([field('ending').value, form.options('section-0-ending')]).toEqual([
    'bad',
    [
      ['', 'L’histoire continue'],
      ['good', 'Bonne fin'],
      ['mixed', 'Fin mitigée'],
      ['bad', 'Mauvaise fin'],
    ],
  ]);
  expect(await typed(form, 'title', 'Le feu')).toBe('Le feu {#four ending=bad}');
  expect(await typed(form, 'ending', '')).toBe('Le feu {#four}');
});

test('a place of a map is one of its axes', async () => {
  const form = await opened('grid', 'fort, haut', AXES);
  expect([field('title').value, form.options('section-0-title')]).toEqual([
    'fort, haut',
    ['fort, haut', 'faible, haut', 'fort, bas', 'faible, bas'].map((place) => [place, place]),
  ]);
  expect(await typed(form, 'title', 'faible, bas')).toBe('faible, bas');
});

test('each kind of section begins with what it needs', async () => {
  const editing = {
    text: '## Un {#scene-1}\n## Deux {#part-1}',
    directive: {
      attributes: [
        { key: 'x', value: 'Pouvoir; faible; fort' },
        { key: 'y', value: 'Intérêt; bas' },
      ],
    },
    session: { studio: { checked: { value: { course: COURSE } } } },
  } as unknown as Editing;
  const begun = Object.fromEntries(KINDS.map((kind) => [kind, newSection(kind, editing, 1)]));
  const [title, text, item] = [`## ${t('forms.newTitle', { number: 2 })}`, t('forms.newText'), t('forms.newItem')];
  expect(begun).toEqual({
    cards: `${title}\n\n${text}`,
    definitions: `${title}\n\n${text}`,
    fields: `${title} {#part-2}\n${text}`,
    groups: `${title}\n- ${item}`,
    grid: `## faible, bas\n- ${item}`,
    scenes: `${title} {#scene-2 ending=mixed}\n${text}`,
    speeches: `## nadia\n${text}`,
    spots: `## 50 50 | ${t('forms.newTitle', { number: 2 })}\n${text}`,
  });
  const none = {
    ...editing,
    directive: { attributes: [] },
    session: { studio: { checked: { value: { course: null } } } },
  } as unknown as Editing;
  expect([newSection('grid', none, 0), newSection('speeches', none, 0)]).toEqual([`## \n- ${item}`, `## \n${text}`]);
  expect([0, 2].map((count) => newSection('grid', editing, count))).toEqual([0, 2].map(() => `## fort, bas\n- ${item}`));
});

test.each([
  ['cards', { title: 'Sel', second: 'fin', icon: 'sun' }],
  ['fields', { title: 'Mie', 'min-words': '1', 'max-words': '9', 'max-characters': '80' }],
  ['definitions', { title: 'Mie', of: 'sel' }],
  ['speeches', { title: 'marc', expression: 'calm' }],
  ['scenes', { title: 'Le feu', ending: 'good' }],
  ['spots', { second: 'Sole', title: '15' }],
] as const)('each field of a heading of %s is a step of its own to undo', async (kind, values) => {
  const form = await opened(kind, '10 20 | Four');
  const named = Object.fromEntries(Object.entries(values).map(([name, value]) => [`section-0-${name}`, value]));
  expect(await form.undone(named)).toEqual(Object.keys(named).map((name) => [name, true]));
});

const NAMED: Readonly<Record<string, readonly unknown[]>> = {
  cards: ['Titre', 'Seconde partie du titre', 'Pictogramme', 'Texte', 'Partie', 'Texte après la réponse'],
  definitions: ['Titre', 'Réponse à montrer à côté', 'Texte', 'Définition', 'Texte après la réponse'],
  fields: ['Titre', 'Mots au moins', 'Mots au plus', 'Signes au plus', 'Texte', 'Champ', 'Texte après la réponse'],
  groups: ['Titre', 'Pictogramme', 'Texte', 'Élément', 'Groupe', 'Texte après la réponse'],
  grid: ['Case', 'Texte', 'Élément', 'Case', 'Texte après la réponse'],
  scenes: ['Titre', 'Fin', 'Texte', 'Décision', 'Scène', 'Texte après la réponse'],
  speeches: ['Personnage', 'Expression', 'Texte', 'Réplique', 'Texte après la réponse'],
  spots: ['Nom', 'Depuis la gauche, en %', 'Depuis le haut, en %', 'C’est un bon endroit', 'Texte', 'Endroit', 'Texte après la réponse'],
};

test.each(KINDS)('the fields of a heading of %s have names', async (kind) => {
  const form = await opened(kind, '10 20 | Four', AXES);
  const names = form.names.slice(form.names.findIndex((name) => name.startsWith('Retirer')) + 1);
  expect(names).toEqual(NAMED[kind]);
});
