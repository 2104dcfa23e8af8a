// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { listShapeOf } from '../../../build/studio/forms/shapes.ts';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const FILES = { 'modules/a/assets/four.png': 'x', 'modules/a/assets/pain.png': 'x' };
const FOUR = '![Un four](assets/four.png)';
/** Opens the form of a directive with a body. Its type has the form, and its name unless there is another one. */
const opened = (form: string, lines: string, name = 'pain', attributes = ''): Promise<MountedForm> =>
  mountedForm(`:::${name}{#p${attributes}}\n${lines}:::\n`, [typeOf(name, form, { kind: 'block' })], 1, {}, FILES);
const written = (form: MountedForm): string =>
  form.text
    .split('\n')
    .slice(1)
    .join('\n')
    .replace(/:::\n$/, '');
const titles = (): string[] => [...document.querySelectorAll('legend')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
const shows = (selector: string): number => document.querySelectorAll(`.s-form-body ${selector}`).length;

describe('prose', () => {
  test('is one field for all its text, pictures included; what is inside has a row', async () => {
    const form = await opened('prose', `Un.\n\n## Deux\n${FOUR}\n\n::quote\n\nTrois.\n`);
    expect(form.fields.map((name) => [name, form.field(name).value])).toEqual([
      ['prompt', `Un.\n\n## Deux\n${FOUR}`],
      ['prompt-2', 'Trois.'],
    ]);
    expect([shows('.s-form-inner'), form.names.filter((name) => name === 'Texte')]).toEqual([1, ['Texte', 'Texte', 'Texte']]);
    await form.fill('prompt-2', '## Trois\n# Quatre');
    expect(written(form)).toBe(`Un.\n\n## Deux\n${FOUR}\n\n::quote\n\n## Trois\n\\# Quatre\n`);
  });

  test('without a text has a field for it, above what is inside', async () => {
    const form = await opened('prose', '::quote\n');
    expect(form.fields).toEqual(['prompt']);
    await form.fill('prompt', '## Un');
    expect(written(form)).toBe('## Un\n\n::quote\n');
  });

  test('of a gallery has fields for each picture, and its texts are in sections', async () => {
    const form = await opened('prose', `Voyez.\n\n${FOUR}\n![Un pain](assets/pain.png)\n`, 'gallery');
    expect(form.fields).toEqual(['prompt', 'prompt-1-src', 'prompt-1-alt', 'prompt-2-src', 'prompt-2-alt']);
    await form.fill('prompt', '## Un');
    await form.fill('prompt-2-alt', 'Un pain rond');
    expect(written(form)).toBe(`\\## Un\n\n${FOUR}\n![Un pain rond](assets/pain.png)\n`);
  });

  test('is what a type without a known form has', async () => {
    expect((await opened('', 'Un.\n')).field('prompt').value).toBe('Un.');
  });
});

test.each([
  ['none', ':::pain{#p}\nUn.\n:::\n'],
  ['prose', '::pain{#p}\n'],
])('a form of %s has no fields in %j', async (form, text) => {
  expect((await mountedForm(text, [typeOf('pain', form, { kind: 'block' })])).fields).toEqual([]);
});

describe('the question', () => {
  test.each([
    ['choices', '- [x] Oui\n', 'Question'],
    ['steps', '1. Pétrir\n', 'Consigne'],
    ['groups', '## Sec\n- Sel\n', 'Consigne'],
  ])('of %s has a field where there is none yet', async (form, lines, label) => {
    const page = await opened(form, lines);
    expect(page.value(label)).toBe('');
    await page.type(label, 'Que faire ?');
    expect(written(page)).toBe(`Que faire ?\n\n${lines}`);
    expect(page.value(label)).toBe('Que faire ?');
  });

  test('is joined from what is above the answers; a picture has its own fields', async () => {
    const form = await opened('choices', `Un.\n\nDeux.\n\n${FOUR}\n\nTrois.\n\n- [x] Oui\n`);
    expect(form.fields.slice(0, 4)).toEqual(['prompt', 'prompt-1-src', 'prompt-1-alt', 'prompt-2']);
    expect([form.field('prompt').value, form.field('prompt-2').value]).toEqual(['Un.\n\nDeux.', 'Trois.']);
  });

  test('goes above a picture that is alone', async () => {
    const form = await opened('choices', `${FOUR}\n\n- [x] Oui\n`);
    expect(form.fields.slice(0, 3)).toEqual(['prompt', 'before-src', 'before-alt']);
    await form.fill('prompt', 'Que voit-on ?');
    expect(written(form)).toBe(`Que voit-on ?\n\n${FOUR}\n\n- [x] Oui\n`);
  });
});

describe('a list', () => {
  test('has its title and hint; a second one and what follows have their fields', async () => {
    const form = await opened('choices', 'Un ?\n\n- [x] Oui\n\nPuis.\n\n- [ ] Non\n', 'choice');
    expect(titles()).toEqual(Array(2).fill('Réponses Cochez la bonne. Deux coches : plusieurs bonnes réponses.'));
    const names = form.fields.filter((name) => !name.endsWith('-tick') && !name.endsWith('-feedback'));
    expect(names).toEqual(['prompt', 'list-0', 'shape-1', 'list2-0']);
    expect([form.value('Texte brut'), form.field('list2-0').value]).toEqual(['Puis.', 'Non']);
  });

  test.each([
    ['choices', 'Réponse', '- [ ] \n'],
    ['mistakes', 'Réponse prévue', '- [ ] \n'],
    ['steps', 'Étape', '1. \n'],
    ['scale', 'Ligne', '- \n'],
  ])('of %s is begun below the question', async (name, what, line) => {
    const form = await opened(name, 'Un ?\n\nDeux.\n\nTrois.\n');
    const { title, hint } = listShapeOf(name, name);
    expect(titles()).toEqual([`${title} ${hint}`.trim()]);
    await form.press(what);
    expect([written(form), document.activeElement]).toEqual([`Un ?\n\nDeux.\n\nTrois.\n\n${line}`, form.field('list-0')]);
  });

  test('is begun at the start where there is no question', async () => {
    for (const blank of ['', '\n\n']) {
      const form = await opened('steps', blank);
      await form.press('Étape');
      expect(written(form)).toBe(`1. \n${blank}`);
      render(null, document.body);
    }
  });

  test.each(['labels', 'pairs', 'comparison', 'table'])('is not offered for %s', async (name) => {
    const form = await opened(name, 'Un ?\n');
    expect([titles(), form.names.includes('Consigne')]).toEqual([[], name !== 'table']);
  });

  test('has the words of its type', async () => {
    await opened('choices', '- [x] Oui\n', 'true-false');
    expect(titles()).toEqual([expect.stringContaining('Affirmations')]);
  });

  test('of a mind map is a tree', async () => {
    const form = await opened('tree', 'Un ?\n\n- Pain\n  - Mie\n');
    expect([form.value('Centre'), form.value('Branche 1'), shows('.s-form-tree')]).toEqual(['Pain', 'Mie', 2]);
  });
});

describe('a table', () => {
  const rows = '| Nom | x | y |\n|---|---|---|\n| Mie | 10 | 20 |\n';

  test('of labels is placed on the picture above it', async () => {
    const form = await opened('labels', `Où ?\n\n${FOUR}\n\n${rows}`);
    expect([form.options('placing'), shows('.s-form-picture img'), form.field('cell-1-1').inputMode]).toEqual([
      [['0', '1. Mie']],
      1,
      'decimal',
    ]);
  });

  test('without a picture, of another form, or a picture without a table is not placed', async () => {
    const lines = [`Où ?\n\n${rows}`, `Où ?\n\n${FOUR}\n\n${rows}`, `Où ?\n\n${FOUR}\n`];
    for (const [index, name] of ['labels', 'pairs', 'labels'].entries()) {
      expect((await opened(name, lines[index] ?? '')).fields).not.toContain('placing');
      render(null, document.body);
    }
  });

  test.each([
    ['labels', rows],
    ['spots', '## 10 20 | Sole\nChaud.\n'],
  ])('or places of %s are on the first of two pictures', async (kind, lines) => {
    await opened(kind, `Où ?\n\n${FOUR}\n\n![Un pain](assets/pain.png)\n\n${lines}`);
    expect([...document.querySelectorAll('.s-form-picture img')].map((one) => one.getAttribute('alt'))).toEqual(['Un four']);
  });

  test('may be the second one', async () => {
    await opened('pairs', '| Pain | Mie |\n|---|---|\n| Un | Deux |\n\nPuis.\n\n| Four | Sole |\n|---|---|\n| Trois | Quatre |\n');
    expect(titles()).toEqual(['Colonnes', 'Colonnes']);
  });

  test('alone has no question', async () => {
    const form = await opened('table', '| Pain |\n|---|\n| Mie |\n');
    expect([form.fields, titles()]).toEqual([['cell-0-0', 'cell-1-0'], ['Colonnes']]);
  });
});

describe('sections', () => {
  test.each([
    ['cards', 'Partie'],
    ['definitions', 'Définition'],
    ['fields', 'Champ'],
    ['groups', 'Groupe'],
    ['grid', 'Case'],
    ['scenes', 'Scène'],
    ['speeches', 'Réplique'],
    ['spots', 'Endroit'],
  ])('of %s are below the question', async (kind, what) => {
    const form = await opened(kind, 'Lisez.\n\n## 10 20\nTexte.\n');
    expect([form.field('prompt').value, titles(), shows(`.s-form-${kind}`), form.fields.includes('placing')]).toEqual([
      'Lisez.',
      [`${what} 1`],
      1,
      false,
    ]);
  });

  test.each([
    ['Lisez.\n', 'Lisez.\n\n## Titre 1\n\nÉcrivez ici.\n'],
    [`Lisez.\n\n${FOUR}\n`, `Lisez.\n\n${FOUR}\n\n## Titre 1\n\nÉcrivez ici.\n`],
  ])('are begun below what there is: %j', async (before, after) => {
    const form = await opened('cards', before);
    await form.click('section-add');
    expect(written(form)).toBe(after);
  });

  test('are begun in an empty body, and are then sections of it', async () => {
    const form = await opened('cards', '');
    await form.click('section-add');
    expect(form.text).toMatch(/^:::pain\{#p\}\n+## Titre 1\n\nÉcrivez ici\.\n+:::\n$/);
    expect(form.field('section-0-title').value).toBe('Titre 1');
  });

  test('that are places are on the picture, if there is one', async () => {
    const form = await opened('spots', `Où ?\n\n${FOUR}\n\n## 10 20 | Sole\nChaud.\n`);
    expect([form.options('placing'), shows('.s-form-spot')]).toEqual([[['0', '1. Sole']], 1]);
    render(null, document.body);
    expect((await opened('cards', `Où ?\n\n${FOUR}\n\n## 10 20 | Sole\nChaud.\n`)).fields).not.toContain('placing');
  });

  test('of a map without places are a list of its own', async () => {
    const form = await opened('grid', 'Qui ?\n\n- Le maire\n\nPuis.\n\n1. Fin\n');
    expect(['prompt', 'list-0', 'below'].map((name) => form.field(name).value)).toEqual(['Qui ?', 'Le maire', 'Puis.\n\n1. Fin']);
    expect([form.fields, form.names.includes('Acteur 1')]).toEqual([['prompt', 'list-0', 'list-0-feedback', 'below'], true]);
    await form.fill('below', 'Enfin.');
    expect(written(form)).toBe('Qui ?\n\n- Le maire\n\nEnfin.\n');
    render(null, document.body);
    expect((await opened('grid', 'Qui ?\n\n- Le maire\n\n## fort, bas\n- Le boulanger\n')).names).not.toContain('Acteur 1');
    render(null, document.body);
    expect((await opened('groups', 'Qui ?\n\n- Le maire\n')).names).not.toContain('Acteur 1');
  });
});

test.each([
  ['blanks', 'Faire un trou de la sélection'],
  ['passages', 'Marquer la sélection'],
  ['composed', 'Sorte de question'],
])('%s have their own form', async (name, what) => {
  expect((await opened(name, 'Un [[four]].\n')).names).toContain(what);
});

test('blanks begin above what is inside', async () => {
  const form = await opened('blanks', '::quote\n');
  await form.fill('blanks-0', 'Un.');
  expect(written(form)).toBe('Un.\n\n::quote\n');
});
