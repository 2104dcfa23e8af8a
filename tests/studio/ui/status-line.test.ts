// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { StatusLine, wordsIn } from '../../../build/studio/ui/status-line.tsx';
import { checkedAs, problemOf } from '../../helpers/checked-course.ts';
import { draw, icons, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const PATH = 'modules/four/1.md';

describe('words of a text', () => {
  test.each([
    ['', 0],
    ['Le pain lève.', 3],
    ['L’eau, aujourd’hui : peut-être 220 °C', 5],
    ['---\nid: four\ntitle: Le four\n---\n\n# Le pain', 2],
    ['## Le pain {#pain minutes=12}', 2],
    [':::choice{#un points=2}\nUn deux ?\n:::\n', 2],
    ['::audio\nUn', 1],
    ['Un\n::audio\nDeux', 2],
    ["L'eau", 1],
    ['Voir [le four](assets/le-four.html) ici', 4],
    ['Un :: deux', 2],
    ['un{#x}deux', 2],
    ['été e\u0301te\u0301', 2],
    ['- [x] A', 2],
    ['{a\nb}', 2],
  ])('%j has %i', (text, n) => {
    expect(wordsIn(text)).toBe(n);
  });
});

let studio: Studio;
const areProblemsShown = signal(false);

describe('the line below the text', () => {
  beforeEach(async () => {
    language.value = 'en';
    areProblemsShown.value = false;
    ({ studio } = await openStudio({ '1.md': '# Bread rises\n', '2.md': '' }));
    await draw(h(StatusLine, { studio, path: PATH, areProblemsShown }));
  });
  afterEach(undraw);

  const opener = (): HTMLButtonElement | null => document.querySelector('button');
  const words = (): string => wordsOf(document.querySelector('.s-status-words'));
  async function found(...severities: readonly ('error' | 'warning' | 'notice')[]): Promise<void> {
    studio.checked.value = checkedAs(
      null,
      severities.map((severity) => problemOf({ severity })),
    );
    await settled();
  }

  describe('problems', () => {
    test('none: all is fine, and there is nothing to open', () => {
      expect([output('status'), icons(), opener()?.className, opener()?.disabled, opener()?.type]).toEqual([
        [t('write.clean')],
        ['check'],
        's-status-problems s-fine',
        true,
        'button',
      ]);
    });

    test('errors and tips are counted, errors first', async () => {
      await found('warning', 'error', 'notice', 'warning');
      expect(output('status')).toEqual([`${t('problems.errors', { n: 1 })}, ${t('problems.tips', { n: 3 })}`]);
      expect([icons(), opener()?.className, opener()?.disabled]).toEqual([['circle-alert'], 's-status-problems s-error', false]);
    });

    test('tips alone look less urgent', async () => {
      await found('notice');
      expect([output('status'), icons(), opener()?.className]).toEqual([
        [t('problems.tips', { n: 1 })],
        ['triangle-alert'],
        's-status-problems s-tip',
      ]);
      await found('error');
      expect(output('status')).toEqual([t('problems.errors', { n: 1 })]);
    });

    test('open as a list, and close', async () => {
      await found('error');
      expect(opener()?.getAttribute('aria-expanded')).toBe('false');
      await press(/error/);
      expect([areProblemsShown.value, opener()?.getAttribute('aria-expanded')]).toEqual([true, 'true']);
      await press(/error/);
      expect(areProblemsShown.value).toBe(false);
    });
  });

  test('shows the line of the cursor, if it is in this text', async () => {
    const line = (): string => wordsOf(document.querySelector('.s-status-line'));
    expect(line()).toBe('');
    studio.cursor.value = { path: PATH, line: 7 };
    await settled();
    expect(line()).toBe(t('problems.line', { n: 7 }));
    studio.cursor.value = { path: 'modules/four/2.md', line: 7 };
    await settled();
    expect(line()).toBe('');
  });

  test('counts words as they are written, and the minutes they take if they take any', async () => {
    expect(words()).toBe(t('write.words', { n: 2, shown: '2' }));
    const write = async (n: number): Promise<string> => {
      studio.edit(PATH, 'pain '.repeat(n));
      await studio.save();
      await settled();
      return words();
    };
    expect(await write(160)).toBe('160 words');
    expect(await write(161)).toBe(`161 words · ${t('write.about', { n: 1 })}`);
    expect(await write(240)).toBe(`240 words · ${t('write.about', { n: 2 })}`);
    language.value = 'fr';
    expect(await write(1600)).toBe(
      `${t('write.words', { n: 1600, shown: '1 600' })} · ${t('write.about', { n: 10 })}`.replace(/\u202f/g, ' '),
    );
  });

  test('a text that is gone has no words', async () => {
    await draw(h(StatusLine, { studio, path: 'modules/four/gone.md', areProblemsShown }));
    expect(words()).toBe(t('write.words', { n: 0, shown: '0' }));
  });
});
