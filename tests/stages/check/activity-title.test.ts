import { expect, test } from 'vitest';
import { titleOf } from '../../../build/stages/check/activity-title.ts';
import { readText } from '../../helpers/read-text.ts';

type Titled = Parameters<typeof titleOf>[0];

function title(text: string, { written, label }: { written?: string; label?: string } = {}, lang: 'fr' | 'en' = 'fr'): string {
  return titleOf(
    {
      directive: { name: 'choice' },
      type: { strings: { fr: label === undefined ? {} : { label }, en: { label: 'Choice' } } },
      options: { common: written === undefined ? {} : { title: written } },
      body: readText(text).blocks,
    } as unknown as Titled,
    lang,
  );
}

test('is the first paragraph, else the title, else the name of the type', () => {
  const names = { written: 'Le frein', label: 'Choix' };
  expect(title('Quel frein ?\n\nLequel ?', names)).toBe('Quel frein\u202f?');
  expect(title('- une rame', names)).toBe('Le frein');
  expect(title('- une rame\n\nLequel ?', names)).toBe('Le frein');
  expect(title('', names)).toBe('Le frein');
  expect(title('![](quai.svg)\n\nLequel ?', names)).toBe('Le frein');
  expect(title('Quel\nfrein\nest-ce ?', names)).toBe('Quel frein est-ce\u202f?');
  expect(title('::figure{}', { label: 'Choix' })).toBe('Choix');
  expect(title('', { label: 'Choix' })).toBe('Choix');
  expect(title('', {})).toBe('choice');
  expect(title('', { label: 'Choix' }, 'en')).toBe('Choice');
});

test('is one line, with the typography of its language', () => {
  expect(title('Quel\nfrein ?')).toBe('Quel frein\u202f?');
  expect(title('Which brake ?', {}, 'en')).toBe('Which brake ?');
});

test('has at most 250 characters', () => {
  expect(title('x'.repeat(250))).toBe('x'.repeat(250));
  expect(title('x'.repeat(251))).toBe(`${'x'.repeat(249)}…`);
  const words = title('rame '.repeat(60));
  expect([words.length, words.endsWith('rame…')]).toEqual([245, true]);
  expect(title(`un deux ${'trois '.repeat(60)}`)).toBe(`un deux ${'trois '.repeat(40).trim()}…`);
  expect(title(`${'x'.repeat(248)} yy`)).toBe(`${'x'.repeat(248)}…`);
});
