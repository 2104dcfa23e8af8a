// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const CHOICE = ':::choice{#four}\nÀ quelle chaleur ?\n\n- [ ] Cent\n> Trop peu.\n- [x] Deux cents\n- [ ] Mille\n:::\n';
const TYPES = [typeOf('choice', 'choices'), typeOf('order', 'steps'), typeOf('scale', 'scale'), typeOf('categorize', 'groups')];
const opened = (text = CHOICE): Promise<MountedForm> => mountedForm(text, TYPES);

describe('a list of answers', () => {
  test('shows words, boxes and feedback', async () => {
    const form = await opened();
    expect(['Question', 'Réponse 1', 'Réponse 2', 'Retour, Réponse 1', 'Retour, Réponse 2'].map((name) => form.value(name))).toEqual([
      'À quelle chaleur ?',
      'Cent',
      'Deux cents',
      'Trop peu.',
      '',
    ]);
    const ticks = [1, 2, 3].map((index) => (form.named(`Bonne réponse, Réponse ${index}`) as HTMLInputElement).checked);
    expect(ticks).toEqual([false, true, false]);
    const cards = [...document.querySelectorAll('.s-form-card')].map((card) => card.classList.contains('s-form-right'));
    expect([cards, document.querySelectorAll('.s-form-number').length]).toEqual([[false, true, false], 0]);
    const example = ['list-0', 'list-0-feedback'].map((name) => form.field(name).placeholder);
    expect(example).toEqual(['Réponse', 'Dites pourquoi, jamais seulement « Faux »']);
  });

  test('a line without a box has none to tick', async () => {
    const form = await opened(':::choice{#a}\n- [x] Un\n- Deux\n:::\n');
    expect(form.fields.filter((name) => name.endsWith('tick'))).toEqual(['list-0-tick']);
  });

  test('after a removal the focus is on the answer above, else on the first', async () => {
    const form = await opened();
    await form.press('Retirer : Réponse 3');
    expect(form.focused).toBe('Réponse 2');
    await form.press('Retirer : Réponse 1');
    expect(form.focused).toBe('Réponse 1');
  });

  test('an answer that is being composed is not ended by Enter, and the only one stays', async () => {
    const form = await opened(':::choice{#a}\n- [x] \n:::\n');
    expect(await form.key('Réponse 1', 'Enter', { isComposing: true })).toBe(false);
    expect(await form.key('Réponse 1', 'Backspace')).toBe(false);
    expect(await form.key('Réponse 1', 'Enter', { altKey: true })).toBe(true);
    expect(form.text).toBe(':::choice{#a}\n- [x] \n- [ ] \n:::\n');
    expect(await form.key('Réponse 1', 'Backspace')).toBe(true);
    expect([form.text, form.focused]).toEqual([':::choice{#a}\n- [ ] \n:::\n', 'Réponse 1']);
  });

  test('writes words, ticks and feedback, and nothing else', async () => {
    const form = await opened();
    await form.type('Réponse 1', 'Cent dix ');
    expect([form.text, form.value('Réponse 1')]).toEqual([CHOICE.replace('Cent', 'Cent dix'), 'Cent dix ']);
    await form.press('Bonne réponse, Réponse 1');
    expect(form.text).toBe(CHOICE.replace('[ ] Cent', '[x] Cent dix'));
    await form.type('Retour, Réponse 3', 'Trop.');
    expect(form.text).toContain('- [ ] Mille\n> Trop.\n:::');
    await form.type('Question', 'Chaud ?\n:::');
    expect(form.text).toContain('{#four}\nChaud ?\n\\:::\n\n- [x] Cent dix');
  });

  test('adds, moves and removes answers; the focus goes along', async () => {
    const form = await opened();
    await form.press('Réponse');
    expect([form.text, form.focused]).toEqual([CHOICE.replace('Mille\n', 'Mille\n- [ ] \n'), 'Réponse 4']);
    await form.press('Monter : Réponse 2');
    expect(form.text).toContain('- [x] Deux cents\n- [ ] Cent\n> Trop peu.\n');
    expect(form.focused).toBe('Monter : Réponse 1');
    await form.press('Descendre : Réponse 1');
    expect([form.text, form.focused]).toEqual([CHOICE.replace('Mille\n', 'Mille\n- [ ] \n'), 'Descendre : Réponse 2']);
    await form.press('Retirer : Réponse 2');
    expect([form.text.includes('Deux cents'), form.focused]).toEqual([false, 'Réponse 1']);
    await form.press('Retirer : Réponse 1');
    expect(form.focused).toBe('Réponse 1');
  });

  test('buttons at the ends do nothing', async () => {
    const form = await opened();
    await form.press('Monter : Réponse 1');
    await form.press('Descendre : Réponse 3');
    expect(form.text).toBe(CHOICE);
  });

  test('the last answer can go; the focus is on the button for a new one', async () => {
    const form = await opened(':::choice{#a}\n- [x] Un\n:::\n');
    await form.press('Retirer : Réponse 1');
    expect([form.text, form.focused]).toEqual([':::choice{#a}\n:::\n', 'Réponse']);
    await form.press('Réponse');
    expect([form.text, form.focused]).toEqual([':::choice{#a}\n- [ ] \n:::\n', 'Réponse 1']);
  });

  test('keys add, remove and move; other keys are left to the field', async () => {
    const form = await opened();
    expect(await form.key('Réponse 1', 'Enter')).toBe(true);
    expect([form.text, form.focused]).toEqual([CHOICE.replace('peu.\n', 'peu.\n- [ ] \n'), 'Réponse 2']);
    expect(await form.key('Réponse 1', 'Enter', { shiftKey: true })).toBe(false);
    expect(await form.key('Réponse 1', 'Backspace')).toBe(false);
    expect(await form.key('Réponse 2', 'Backspace')).toBe(true);
    expect([form.text, form.focused]).toEqual([CHOICE, 'Réponse 1']);
    await form.type('Réponse 3', ' ');
    expect(await form.key('Réponse 3', 'Backspace')).toBe(false);
    await form.press('Annuler');
    expect(await form.key('Réponse 2', 'ArrowUp')).toBe(false);
    expect(await form.key('Réponse 2', 'ArrowUp', { altKey: true })).toBe(true);
    expect([form.text.indexOf('Deux cents') < form.text.indexOf('Cent'), form.focused]).toEqual([true, 'Réponse 1']);
    expect(await form.key('Réponse 1', 'ArrowUp', { altKey: true })).toBe(true);
    expect(await form.key('Réponse 1', 'ArrowDown', { altKey: true })).toBe(true);
    expect(form.text).toBe(CHOICE);
  });

  test('a weight has a field once one is used, and what no field knows is raw', async () => {
    expect((await opened()).names.some((name) => name.startsWith('Poids'))).toBe(false);
    render(null, document.body);
    const form = await opened(':::choice{#a}\n- [x] Un {weight=100}\n\n  Plus bas\n- [ ] Deux {weight=0}\n  - Dessous\n  - Encore\n:::\n');
    const raw = form.names.filter((name) => name === 'Texte brut');
    expect([raw.length, new Set(form.fields.filter((name) => name.startsWith('list-1-child'))).size]).toEqual([3, 2]);
    const weights = [...document.querySelectorAll<HTMLInputElement>('[data-field$="-weight"]')];
    expect(weights.map(({ value }) => value)).toEqual(['100', '0']);
    await form.fill('list-0-rest', '  Plus haut');
    await form.fill(form.fields.find((name) => name.startsWith('list-1-child')) ?? '', '  - Dessus');
    expect(form.text).toBe(':::choice{#a}\n- [x] Un {weight=100}\n\n  Plus haut\n- [ ] Deux {weight=0}\n  - Dessus\n  - Encore\n:::\n');
  });
});

test('each field of a list is a step of its own to undo', async () => {
  const form = await opened();
  const values = { 'list-0': 'Cent dix', 'list-1': 'Deux', 'list-0-feedback': 'Peu.', 'list-1-feedback': 'Oui.' };
  expect(await form.undone(values)).toEqual(Object.keys(values).map((name) => [name, true]));
});

describe('other lists', () => {
  test('steps are numbered; a list is begun with a number', async () => {
    const form = await opened(':::order{#o}\nDans quel ordre ?\n:::\n');
    await form.press('Étape');
    expect(form.text).toBe(':::order{#o}\nDans quel ordre ?\n\n1. \n:::\n');
    await form.type('Étape 1', 'Pétrir');
    await form.key('Étape 1', 'Enter');
    expect(form.text).toBe(':::order{#o}\nDans quel ordre ?\n\n1. Pétrir\n2. \n:::\n');
    expect([...document.querySelectorAll('.s-form-number')].map((one) => one.textContent)).toEqual(['1', '2']);
  });

  test('items of groups can change their group', async () => {
    const form = await opened(':::categorize{#c}\n## Sec\n- Sel\n\n## Mouillé\n:::\n');
    expect(form.fields).toContain('section-0-list-0-group');
  });

  test('a list is begun right below the heading of its group', async () => {
    const form = await opened(':::categorize{#c}\n## Sec\n:::\n');
    await form.click('section-0-list-add');
    expect(form.text).toBe(':::categorize{#c}\n## Sec\n- \n:::\n');
  });

  test('a list is begun below the text of its group, after a blank line', async () => {
    const form = await opened(':::categorize{#c}\n## Sec\nUn ## texte.\n:::\n');
    await form.click('section-0-list-add');
    expect(form.text).toBe(':::categorize{#c}\n## Sec\nUn ## texte.\n\n- \n:::\n');
  });

  test('steps have no boxes, whatever they are written with', async () => {
    const form = await opened(':::order{#o}\n1. [x] Pétrir\n:::\n');
    expect([form.fields.filter((name) => name.endsWith('tick')), document.querySelector('.s-form-right')]).toEqual([[], null]);
  });

  test('lines of a scale have neither box nor feedback', async () => {
    const form = await opened(':::scale{#s}\nOù ?\n\n- Pétrir\n:::\n');
    expect(form.names.filter((name) => /^Retour|^Bonne/.test(name))).toEqual([]);
    await form.press('Ligne');
    expect(form.text).toBe(':::scale{#s}\nOù ?\n\n- Pétrir\n- \n:::\n');
  });
});
