// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AccentField, isLook, Legibility } from '../../../build/studio/course/accent-field.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { ICONS } from '../../../build/studio/ui/icon-paths.ts';
import { checkAccent } from '../../../build/theme/theme.ts';
import { write } from '../../helpers/course-desk.ts';
import { buttons, draw, field, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const onValue = vi.fn<(colour: string) => void>();
/** Legible on white, but not on the tints of the other looks. */
const GREY = '#747474';
const PALE = '#ffb703';

afterEach(async () => {
  await undraw();
  onValue.mockClear();
  language.value = 'en';
});

test('looks are those of the themes', () => {
  expect(['plain', 'editorial', 'vif', 'Plain', ''].map(isLook)).toEqual([true, true, true, false, false]);
});

describe('a colour', () => {
  const shown = (value: string, more: object = {}) => draw(h(AccentField, { label: 'Couleur', value, look: 'plain', onValue, ...more }));
  const palette = (): HTMLInputElement => field(t('course.chooseColour', { label: 'Couleur' }));

  test.each([
    ['#12663F', undefined, '#12663f'],
    ['fa0', undefined, '#ffaa00'],
    ['#12663F', '#ABCDEF', '#12663f'],
    ['', '#ABCDEF', '#abcdef'],
    ['', undefined, '#1d4ed8'],
    ['rouge', 'vert', '#1d4ed8'],
  ])('%j over %j is %s in the palette', async (value, placeholder, expected) => {
    await shown(value, placeholder === undefined ? {} : { placeholder });
    expect([palette().type, palette().value.toLowerCase(), field('Couleur').value]).toEqual(['color', expected, value]);
    expect(field('Couleur').getAttribute('placeholder')).toBe(placeholder ?? null);
  });

  test('of the palette is written in capitals', async () => {
    await shown('');
    await act(() => {
      palette().value = '#abcdef';
      palette().dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(onValue.mock.calls).toEqual([['#ABCDEF']]);
  });

  test('is typed as people write it, or emptied; other words are not taken', async () => {
    await shown('#12663F');
    await write('Couleur', 'fa0');
    await write('Couleur', 'rouge');
    await write('Couleur', '');
    expect(onValue.mock.calls).toEqual([['#ffaa00'], ['']]);
  });

  test('may have a label for screen readers only', async () => {
    const label = () => document.querySelector('label')?.className;
    await shown('');
    expect(label()).toBe('');
    await shown('', { isBare: true });
    expect(label()).toBe('s-hidden');
  });

  test('is checked below its field', async () => {
    await shown(PALE);
    await press(/^Take the nearest/);
    expect(onValue.mock.calls).toEqual([[checkAccent(PALE, 'plain')?.suggestion]]);
    await shown('', { placeholder: PALE });
    expect(document.querySelector('.s-course-warn')).toBeNull();
  });
});

describe('whether text can be read in a colour', () => {
  const shown = (value: string, look: string) => draw(h(Legibility, { value, look, onValue }));

  test('is not reported for what is no colour or look', async () => {
    for (const [value, look] of [
      ['', 'plain'],
      ['#123', 'plain'],
      ['#1234567', 'plain'],
      ['x#123456', 'plain'],
      ['#123456', 'other'],
    ] as const) {
      await shown(value, look);
      expect(wordsOf(document.querySelector('main'))).toBe('');
    }
  });

  test('depends on the look', async () => {
    await shown(GREY, 'editorial');
    expect([wordsOf(document.querySelector('p')).startsWith(t('course.tooLight')), buttons().length]).toEqual([true, 1]);
    const drawings = (): (string | null)[] => [...document.querySelectorAll('path')].map((one) => one.getAttribute('d'));
    const sizes = (): (string | null)[] => [...document.querySelectorAll('svg')].map((one) => one.getAttribute('class'));
    expect([drawings(), sizes()]).toEqual([
      [ICONS['triangle-alert'], ICONS['arrow-right']],
      ['s-icon', 's-icon s-icon-small'],
    ]);
    await shown('#1D4ED8', 'editorial');
    expect([wordsOf(document.querySelector('main')), buttons(), drawings(), sizes()]).toEqual([
      t('course.legible'),
      [],
      [ICONS.check],
      ['s-icon s-icon-small'],
    ]);
  });

  test('is reported with a contrast below the one that it needs', async () => {
    await shown('#6f6f6f', 'plain');
    expect(wordsOf(document.querySelector('p'))).toContain(t('course.tooLight.by', { ratio: '4.49', needed: '4.5' }));
  });

  test('is reported with the contrast, the one it needs, and the nearest colour, all in the language of the page', async () => {
    const poor = checkAccent(PALE, 'vif');
    await shown(PALE, 'vif');
    const ratio = String(poor?.ratio);
    expect(wordsOf(document.querySelector('p'))).toBe(`${t('course.tooLight')} ${t('course.tooLight.by', { ratio, needed: '4.5' })}`);
    expect(buttons()).toEqual([t('course.takeNearest', { colour: (poor?.suggestion ?? '').toUpperCase() })]);
    const shades = [...document.querySelectorAll<HTMLElement>('.s-course-shades span')];
    expect(shades.map((one) => [one.style.background, wordsOf(one)])).toEqual([
      [PALE, t('course.sample')],
      [poor?.suggestion, t('course.sample')],
    ]);
    expect(document.querySelector('.s-course-shades')?.getAttribute('aria-hidden')).toBe('true');
    await press(buttons()[0] ?? '');
    expect(onValue.mock.calls).toEqual([[poor?.suggestion]]);
    language.value = 'fr';
    await shown(PALE, 'vif');
    expect(wordsOf(document.querySelector('p'))).toContain(`contraste de ${ratio.replace('.', ',')} au lieu de 4,5.`);
  });
});
