// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const CHOICES = '- [Attendre](#four)\n> Le pain brûle.\n- [Sortir](#quai) {faim+1 if="faim>=2"}\n- Rien du tout\n';
const text = (choices = CHOICES, state = ' state="faim=1"'): string =>
  `:::branching{#b${state}}\nChoisissez.\n\n## Le four {#four}\nIl fait chaud.\n\n${choices}\n## Le quai {#quai ending=good}\nFin.\n:::\n`;
const opened = (choices?: string, state?: string): Promise<MountedForm> =>
  mountedForm(text(choices, state), [typeOf('branching', 'scenes')]);
const own = (form: MountedForm): string[] => form.fields.filter((name) => name.startsWith('section-0-choice'));

test('a decision has words, a scene, an effect and what follows', async () => {
  const form = await opened();
  expect(own(form).map((name) => [name.replace('section-0-choice-', ''), form.field(name).value])).toEqual([
    ['0', 'Attendre'],
    ['0-scene', 'four'],
    ['0-effect', ''],
    ['0-feedback', 'Le pain brûle.'],
    ['1', 'Sortir'],
    ['1-scene', 'quai'],
    ['1-effect', 'faim+1 if="faim>=2"'],
    ['1-feedback', ''],
    ['2-raw', '- Rien du tout'],
  ]);
  expect(form.options('section-0-choice-0-scene')).toEqual([
    ['four', 'Le four'],
    ['quai', 'Le quai'],
  ]);
  expect([...document.querySelectorAll('fieldset[aria-label]')].map((one) => one.getAttribute('aria-label'))).toEqual([
    'Décision 1',
    'Décision 2',
    'Décision 3',
  ]);
  expect([...document.querySelectorAll('.s-form-hint')].map((one) => one.textContent?.replace(/\s/g, ' '))).toContain(
    'Par exemple : confiance+1 if="confiance>=2"',
  );
  const first = form.names.indexOf('Monter : Décision 1');
  expect(form.names.slice(first, first + 8)).toEqual([
    'Monter : Décision 1',
    'Descendre : Décision 1',
    'Retirer : Décision 1',
    'Décision',
    'Mène à',
    'Effet et condition',
    'Ce qui s’ensuit',
    'Monter : Décision 2',
  ]);
});

test.each([
  ['0', 'Rester [là]\n# ici', '[Attendre]', '[Rester là # ici]'],
  ['0', '', '[Attendre]', '[]'],
  ['1-scene', 'four', '(#quai)', '(#four)'],
  ['0-effect', ' faim-1 ', '(#four)\n', '(#four) {faim-1}\n'],
  ['1-effect', '{faim+2}\n', '{faim+1 if="faim>=2"}', '{faim+2}'],
  ['1-effect', ' ', ' {faim+1 if="faim>=2"}', ''],
  ['0-feedback', 'Le pain dore.', '> Le pain brûle.', '> Le pain dore.'],
  ['0-feedback', '', '\n> Le pain brûle.', ''],
  ['1-feedback', 'Il a faim.', '2"}\n', '2"}\n> Il a faim.\n'],
  ['2-raw', '- [Dormir](#four)', '- Rien du tout', '- [Dormir](#four)'],
])('%s: %j is written where it belongs', async (name, typed, before, after) => {
  const form = await opened();
  await form.fill(`section-0-choice-${name}`, typed);
  expect(form.text).toBe(text().replace(before, after));
});

test('words and scene may be empty; lines below are raw', async () => {
  const form = await opened('- [](#)\n\n  Plus bas.\n- [A](#four) [B](#quai)\n- A [B](#quai)\n');
  expect(own(form).map((name) => [name.replace('section-0-choice-', ''), form.field(name).value])).toEqual([
    ['0', ''],
    ['0-scene', ''],
    ['0-effect', ''],
    ['0-feedback', ''],
    ['0-rest', '  Plus bas.'],
    ['1', 'A](#four) [B'],
    ['1-scene', 'quai'],
    ['1-effect', ''],
    ['1-feedback', ''],
    ['2-raw', '- A [B](#quai)'],
  ]);
});

test('each field of a decision is a step of its own to undo', async () => {
  const form = await opened();
  const values = [
    ['0', 'Rester'],
    ['0-feedback', 'Il dort.'],
    ['0-scene', 'quai'],
    ['0-effect', 'faim-1'],
    ['1', 'Fuir'],
    ['1-effect', 'faim-2'],
    ['1-feedback', 'Loin.'],
  ] as const;
  const named = Object.fromEntries(values.map(([name, value]) => [`section-0-choice-${name}`, value]));
  expect(await form.undone(named)).toEqual(Object.keys(named).map((name) => [name, true]));
});

test('an effect has a field only where there are values', async () => {
  const form = await opened(CHOICES, '');
  expect(own(form).filter((name) => name.endsWith('effect'))).toEqual([]);
});

test('decisions are moved and removed, with the focus', async () => {
  const form = await opened();
  await form.press('Monter : Décision 2');
  const [wait, leave, none] = ['- [Attendre](#four)\n> Le pain brûle.\n', '- [Sortir](#quai) {faim+1 if="faim>=2"}\n', '- Rien du tout\n'];
  expect([form.text, form.focused]).toEqual([text(leave + wait + none), 'Monter : Décision 1']);
  await form.press('Descendre : Décision 1');
  expect([form.text, form.focused]).toEqual([text(), 'Descendre : Décision 2']);
  await form.press('Descendre : Décision 3');
  await form.press('Monter : Décision 1');
  expect(form.text).toBe(text());
  await form.press('Retirer : Décision 3');
  expect([form.text, document.activeElement]).toEqual([text(wait + leave), form.field('section-0-choice-1')]);
  await form.press('Annuler');
  await form.press('Retirer : Décision 2');
  expect([form.text, document.activeElement]).toEqual([text(wait + none), form.field('section-0-choice-0')]);
  await form.press('Retirer : Décision 1');
  expect([form.text, document.activeElement]).toEqual([text(none), form.field('section-0-choice-add')]);
});

test('removing a decision focuses the one before it, also one that is not understood', async () => {
  const form = await opened('- Rien\n- [Un](#four)\n- [Deux](#four)\n');
  await form.press('Retirer : Décision 2');
  expect([form.text, document.activeElement]).toEqual([text('- Rien\n- [Deux](#four)\n'), form.field('section-0-choice-0-raw')]);
  await form.press('Retirer : Décision 1');
  expect([form.text, document.activeElement]).toEqual([text('- [Deux](#four)\n'), form.field('section-0-choice-0')]);
});

test('a decision is added at the end; it leads to the last scene', async () => {
  const form = await opened();
  await form.click('section-0-choice-add');
  expect(form.text).toBe(text(`${CHOICES}- [Décision 4](#quai)\n`));
  const added = form.field('section-0-choice-3');
  expect([document.activeElement, added.selectionStart, added.selectionEnd]).toEqual([added, 0, 'Décision 4'.length]);
});

test('the first decision of a scene follows its text', async () => {
  const form = await opened();
  await form.click('section-1-choice-add');
  expect(form.text).toBe(text().replace('Fin.\n', 'Fin.\n\n- [Décision 1](#quai)\n'));
  expect(document.activeElement).toBe(form.field('section-1-choice-0'));
});

test('without a scene that has an id a decision leads nowhere yet', async () => {
  const form = await mountedForm(':::branching\n## Le four\nChaud.\n:::\n', [typeOf('branching', 'scenes')]);
  await form.click('section-0-choice-add');
  expect(form.text).toBe(':::branching\n## Le four\nChaud.\n\n- [Décision 1](#)\n:::\n');
});

test('numbered decisions are numbered on', async () => {
  const form = await opened('1. [Attendre](#four)\n2. [Sortir](#quai)\n');
  await form.click('section-0-choice-add');
  expect(form.text).toBe(text('1. [Attendre](#four)\n2. [Sortir](#quai)\n3. [Décision 3](#quai)\n'));
});
