// @vitest-environment happy-dom
import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Choice, Field, type FieldProps, Movers, Problems, RemoveButton, SectionHead } from '../../../build/studio/course/fields.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { problemAt } from '../../helpers/course-desk.ts';
import { button, buttons, draw, field, fill, looks, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const problem = { ...problemAt('course.yaml', 3, 1, 'Trop long.'), write: 'Le four' };
const tip = { ...problemAt('course.yaml', 4, 1, 'Peu clair.', 'warning'), write: 'Le pain' };
const onValue = vi.fn<(value: string) => void>();

afterEach(async () => {
  vi.useRealTimers();
  await undraw();
  onValue.mockClear();
});

/** Draws again what is drawn, with other properties. */
async function redraw(part: ComponentChild): Promise<void> {
  const [place] = document.body.children;
  await act(() => render(h('div', null, part), place as Element));
}

test('problems are listed with what to write, by severity', async () => {
  await draw(h(Problems, { list: [problem, tip], id: 'p' }));
  const items = [...document.querySelectorAll<HTMLElement>('#p > li')];
  expect(items.map((one) => [wordsOf(one), one.dataset.severity])).toEqual([
    ['Trop long. Le four', 'error'],
    ['Peu clair. Le pain', 'warning'],
  ]);
  await redraw(h(Problems, { list: [], id: 'p' }));
  expect(document.querySelector('ul')).toBeNull();
});

describe('a field', () => {
  const shown = (more: Partial<FieldProps> = {}) => draw(h(Field, { label: 'Nom', value: 'Four', onValue, ...more }));
  const about = (): (string | null | undefined)[] =>
    (field('Nom').getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim());

  test('is a line of text with a visible label, and nothing else', async () => {
    await shown({ placeholder: 'Le four' });
    const one = field('Nom');
    expect([one.matches('.s-input'), one.type, one.value, one.placeholder]).toEqual([true, 'text', 'Four', 'Le four']);
    expect(['inputmode', 'aria-describedby', 'aria-invalid'].map((name) => one.getAttribute(name))).toEqual([null, null, null]);
    expect([document.querySelector('label')?.className, document.querySelector('small'), document.querySelector('ul')]).toEqual([
      '',
      null,
      null,
    ]);
    expect(document.querySelector<HTMLElement>('.s-course-unit')?.dataset.kind).toBe('text');
  });

  test('for a number has digits and its unit', async () => {
    await shown({ kind: 'number', unit: '%', isBare: true });
    expect([field('Nom').type, field('Nom').inputMode, wordsOf(document.querySelector('[data-kind=number]'))]).toEqual([
      'text',
      'numeric',
      '%',
    ]);
    expect(document.querySelector('label')?.className).toBe('s-hidden');
  });

  test('for lines grows from one', async () => {
    await shown({ kind: 'lines' });
    expect([field<HTMLTextAreaElement>('Nom').localName, field('Nom').getAttribute('rows')]).toEqual(['textarea', '1']);
    expect(document.querySelector('input, .s-course-unit')).toBeNull();
  });

  test('is described by its hint and its problems; an error makes it invalid, a tip does not', async () => {
    await shown({ hint: 'Court.' });
    expect(about()).toEqual(['Court.']);
    await shown({ problems: [tip] });
    expect([about(), field('Nom').hasAttribute('aria-invalid')]).toEqual([['Peu clair. Le pain'], false]);
    await shown({ hint: 'Court.', problems: [tip, problem] });
    expect([about()[0], about().length, field('Nom').getAttribute('aria-invalid')]).toEqual(['Court.', 2, 'true']);
  });
});

describe('what is typed', () => {
  const props = { label: 'Nom', value: 'Four', onValue };
  const type = (value: string): Promise<void> =>
    act(() => {
      field('Nom').value = value;
      field('Nom').dispatchEvent(new Event('input', { bubbles: true }));
    });
  const leave = (): Promise<void> => act(() => void field('Nom').dispatchEvent(new Event('blur')));

  beforeEach(async () => {
    await draw(h(Field, props));
    vi.useFakeTimers();
  });

  test('is given half a second after the last key, without spaces around it', async () => {
    await type('P');
    vi.advanceTimersByTime(499);
    await type(' Pain ');
    vi.advanceTimersByTime(499);
    expect(onValue.mock.calls).toEqual([]);
    vi.advanceTimersByTime(1);
    expect([onValue.mock.calls, field('Nom').value]).toEqual([[['Pain']], ' Pain ']);
  });

  test('is given at once when the field is left, and then shows what was taken', async () => {
    await type('Pain');
    await leave();
    vi.advanceTimersByTime(1000);
    expect([onValue.mock.calls, field('Nom').value]).toEqual([[['Pain']], 'Four']);
    await redraw(h(Field, { ...props, value: 'Pain' }));
    expect(field('Nom').value).toBe('Pain');
  });

  test('is not given if it is the value that was there, or nothing', async () => {
    await leave();
    await type(' Four ');
    await leave();
    await type('Pain');
    await type('Four');
    vi.advanceTimersByTime(1000);
    expect(onValue).not.toHaveBeenCalled();
    await type('  ');
    await leave();
    expect(onValue.mock.calls).toEqual([['']]);
  });

  test('goes to whoever asks for it now, and is not replaced by a new value meanwhile', async () => {
    const later = vi.fn();
    await type('Pain');
    await redraw(h(Field, { ...props, value: 'Mie', onValue: later }));
    expect(field('Nom').value).toBe('Pain');
    vi.advanceTimersByTime(500);
    expect([onValue.mock.calls, later.mock.calls]).toEqual([[], [['Pain']]]);
  });

  test('is compared with the value that is there now', async () => {
    await redraw(h(Field, { ...props, value: 'Mie' }));
    await type('Four');
    vi.advanceTimersByTime(500);
    expect(onValue.mock.calls).toEqual([['Four']]);
  });

  test('is given when the form goes away', async () => {
    await type('Pain');
    await redraw(null);
    expect(onValue.mock.calls).toEqual([['Pain']]);
    vi.advanceTimersByTime(1000);
    expect(onValue).toHaveBeenCalledOnce();
  });
});

test('a choice has its words, and gives the value of the chosen one', async () => {
  const options = [
    ['a', 'Un'],
    ['b', 'Deux'],
  ] as const;
  await draw(h(Choice, { label: 'Four', value: 'b', options, onValue, hint: 'Le grand.' }));
  const list = field<HTMLSelectElement>('Four');
  expect([list.value, [...list.options].map((one) => [one.value, one.textContent])]).toEqual(['b', options]);
  expect(document.getElementById(list.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Le grand.');
  expect(document.querySelector('label')?.className).toBe('');
  await fill('Four', 'a');
  expect(onValue.mock.calls).toEqual([['a']]);
  await draw(h(Choice, { label: 'Four', value: 'b', options, onValue, isBare: true }));
  expect([field('Four').hasAttribute('aria-describedby'), document.querySelector('small')]).toEqual([false, null]);
  expect(document.querySelector('label')?.className).toBe('s-hidden');
});

describe('buttons that move', () => {
  const onMove = vi.fn<(to: number) => void>();
  const [up, down] = [t('course.up', { name: 'Pain' }), t('course.down', { name: 'Pain' })];
  const movers = (index: number, count = 3) => h(Movers, { name: 'Pain', index, count, onMove });
  const disabled = (): (string | null)[] => [up, down].map((name) => button(name).getAttribute('aria-disabled'));
  const shape = (name: string): string | null | undefined => button(name).querySelector('path')?.getAttribute('d');
  afterEach(() => onMove.mockClear());

  test('give the place before or after, and nothing beyond the ends', async () => {
    await draw(movers(1));
    expect([buttons(), disabled(), shape(up) === shape(down)]).toEqual([[up, down], ['false', 'false'], false]);
    expect(looks()).toEqual(['quiet only-icon arrow-up', 'quiet only-icon arrow-down']);
    await press(up);
    await press(down);
    await draw(movers(0));
    expect(disabled()).toEqual(['true', 'false']);
    await press(up);
    await draw(movers(2));
    expect(disabled()).toEqual(['false', 'true']);
    await press(down);
    expect(onMove.mock.calls).toEqual([[0], [2]]);
  });

  test('keep the focus once when the item has moved', async () => {
    await draw(movers(1));
    const away = document.body.appendChild(document.createElement('button'));
    await press(down);
    away.focus();
    await redraw(movers(2));
    expect(document.activeElement).toBe(button(down));
    away.focus();
    await redraw(movers(0));
    expect(document.activeElement).toBe(away);
  });
});

test('a button that removes is read with the reason against it, and does nothing then', async () => {
  const onPress = vi.fn();
  const name = t('course.remove', { name: 'Pain' });
  await draw(h(RemoveButton, { name: 'Pain', reason: 'Utilisé.', onPress }));
  const reason = document.getElementById(button(name).getAttribute('aria-describedby') ?? '');
  expect([button(name).getAttribute('aria-disabled'), reason?.textContent, reason?.className]).toEqual(['true', 'Utilisé.', 's-hidden']);
  expect(looks()).toEqual(['quiet only-icon trash-2']);
  await press(name);
  expect(onPress).not.toHaveBeenCalled();
  await draw(h(RemoveButton, { name: 'Pain', reason: '', onPress }));
  expect([button(name).getAttribute('aria-disabled'), button(name).hasAttribute('aria-describedby')]).toEqual(['false', false]);
  expect(document.querySelector('.s-hidden')).toBeNull();
  await press(name);
  expect(onPress).toHaveBeenCalledOnce();
});

test('the title of a section can take the focus', async () => {
  await draw(h(SectionHead, { title: 'Séances', lead: 'Dans l’ordre.' }));
  expect([document.querySelector('h1')?.tabIndex, wordsOf(document.querySelector('header'))]).toEqual([-1, 'SéancesDans l’ordre.']);
});
