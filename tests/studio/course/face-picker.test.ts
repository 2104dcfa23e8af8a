// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { clothesColours, expressions, type Face, glasses, hairColours, skinTones } from '../../../build/kit/features.ts';
import { plainFace } from '../../../build/model/course-file.ts';
import { FacePicker } from '../../../build/studio/course/face-picker.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { openDesk } from '../../helpers/course-desk.ts';
import { draw, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const onFeature = vi.fn<(key: keyof Face, word: string) => void>();
const onColour = vi.fn<(disc: number) => void>();

/** Faces as the engine was asked to draw them. */
let faces: readonly Face[] = [];

async function shown(face: Face, colouredHair: readonly string[] = []): Promise<void> {
  const portraits = (asked: readonly Face[]): string[] => {
    faces = asked;
    return [];
  };
  const answers = { colouredHair: () => colouredHair, portraits };
  const { desk } = await openDesk({}, {}, answers);
  await draw(h(FacePicker, { desk, face, colour: 2, onFeature: onFeature as never, onColour }));
}
const sets = (): HTMLFieldSetElement[] => [...document.querySelectorAll('fieldset')];
const titles = (): string[] => sets().map((one) => wordsOf(one.querySelector('legend')));
function set(title: string): HTMLFieldSetElement {
  const found = sets().find((one) => wordsOf(one.querySelector('legend')).startsWith(title));
  if (!found) throw new Error(`No ${title} among ${titles()}`);
  return found;
}
const inputs = (title: string): HTMLInputElement[] => [...set(title).querySelectorAll('input')];
const words = (title: string): string[] => [...set(title).querySelectorAll('label')].map(wordsOf);
const chosen = (title: string): string[] => inputs(title).flatMap((one) => (one.checked ? [one.value] : []));
async function pick(title: string, word: string): Promise<void> {
  await act(() =>
    inputs(title)
      .find(({ value }) => value === word)
      ?.click(),
  );
}

afterEach(async () => {
  await undraw();
  onFeature.mockClear();
  onColour.mockClear();
});

test('each feature is a group of its own, in this order, and the chosen colour has its name', async () => {
  await shown({ ...plainFace, 'hair-colour': 'red' });
  expect(titles()).toEqual([
    t('face.hair'),
    t('face.expression'),
    `${t('face.skin')} ${t('face.skin.beige')}`,
    `${t('face.hairColour')} ${t('face.hairColour.red')}`,
    `${t('face.clothes')} ${t('face.clothes.blue')}`,
    `${t('face.disc')} ${t('face.disc.2')}`,
    t('face.glasses'),
    t('face.beard'),
  ]);
  expect(new Set(sets().map((one) => one.querySelector('input')?.name)).size).toBe(8);
  expect(sets().every((one) => [...one.querySelectorAll('input')].every(({ type }) => type === 'radio'))).toBe(true);
});

test('words and choices are those of the face', async () => {
  await shown({ ...plainFace, hair: 'bob', glasses: 'round', beard: 'chin', clothes: 'teal' });
  expect(words(t('face.expression'))).toEqual(
    Object.keys(expressions).map((word) => t(`face.expression.${word}` as 'face.expression.calm')),
  );
  expect(words(t('face.skin'))).toEqual(Object.keys(skinTones).map((word) => t(`face.skin.${word}` as 'face.skin.tan')));
  expect(words(t('face.hairColour'))).toEqual(
    Object.keys(hairColours).map((word) => t(`face.hairColour.${word}` as 'face.hairColour.red')),
  );
  expect(words(t('face.clothes'))).toEqual(Object.keys(clothesColours).map((word) => t(`face.clothes.${word}` as 'face.clothes.red')));
  expect(words(t('face.disc'))).toEqual((['1', '2', '3', '4'] as const).map((word) => t(`face.disc.${word}`)));
  expect([words(t('face.glasses'))[1], words(t('face.beard'))[1], words(t('face.hair'))[0]]).toEqual([
    t('face.glasses.round'),
    t('face.beard.chin'),
    t('face.hair.bald'),
  ]);
  const groups = [
    'face.hair',
    'face.expression',
    'face.skin',
    'face.hairColour',
    'face.clothes',
    'face.disc',
    'face.glasses',
    'face.beard',
  ];
  expect(groups.map((one) => chosen(t(one as 'face.hair')))).toEqual(
    ['bob', 'smile', 'beige', 'black', 'teal', '2', 'round', 'chin'].map((word) => [word]),
  );
});

test('a feature is shown on this person, a colour as a swatch with its name', async () => {
  await shown({ ...plainFace, skin: 'dark' });
  expect(faces.filter((one) => one.glasses !== 'none').map((one) => one.glasses)).toEqual(Object.keys(glasses).slice(1));
  expect(faces).toContainEqual({ ...plainFace, skin: 'dark', glasses: 'round' });
  const frame = set(t('face.glasses')).querySelector<HTMLElement>('.s-face');
  expect([frame?.dataset.size, frame?.dataset.disc]).toEqual(['middle', '2']);
  const swatch = (title: string): HTMLElement => set(title).querySelector('.s-swatch') as HTMLElement;
  expect([swatch(t('face.skin')).style.background, swatch(t('face.skin')).dataset.disc]).toEqual([skinTones.fair, undefined]);
  expect([swatch(t('face.disc')).style.background, swatch(t('face.disc')).dataset.disc]).toEqual(['', '1']);
  expect(swatch(t('face.skin')).closest('label')?.title).toBe(t('face.skin.fair'));
  expect(swatch(t('face.skin')).nextElementSibling?.className).toBe('s-hidden');
});

test('a choice names its feature', async () => {
  await shown(plainFace);
  await pick(t('face.hair'), 'afro');
  await pick(t('face.expression'), 'calm');
  await pick(t('face.glasses'), 'dark');
  await pick(t('face.beard'), 'long');
  await pick(t('face.skin'), 'tan');
  await pick(t('face.hairColour'), 'blond');
  await pick(t('face.clothes'), 'grey');
  await pick(t('face.disc'), '4');
  expect(onFeature.mock.calls).toEqual([
    ['hair', 'afro'],
    ['expression', 'calm'],
    ['glasses', 'dark'],
    ['beard', 'long'],
    ['skin', 'tan'],
    ['hair-colour', 'blond'],
    ['clothes', 'grey'],
  ]);
  expect(onColour.mock.calls).toEqual([[4]]);
});

describe('the colour of the hair', () => {
  const has = (): boolean[] => [
    titles().some((one) => one.startsWith(t('face.hairColour'))),
    wordsOf(document.body).includes(t('face.hairBlack')),
  ];

  test('can be chosen for hair that is drawn in colour', async () => {
    await shown({ ...plainFace, hair: 'afro' }, ['bob', 'afro']);
    expect(has()).toEqual([true, false]);
  });

  test('is described as black for other hair', async () => {
    await shown({ ...plainFace, hair: 'afro' }, ['bob']);
    expect(has()).toEqual([false, true]);
  });

  test('can be chosen as long as it is not known', async () => {
    await shown({ ...plainFace, hair: 'afro' }, []);
    expect(has()).toEqual([true, false]);
  });
});
