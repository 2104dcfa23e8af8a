// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typography } from '../../../build/text/typography.ts';
import { feedback, icon, mark } from '../../../src/player/widgets/mark.ts';
import { format, t, useStrings } from '../../../src/player/widgets/strings.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const strings = (lang: string): Record<string, string> => JSON.parse(read(`src/strings/${lang}.json`));
const fr = strings('fr');
const en = strings('en');

/** Files that may name a string of the shell, as one text. */
const sources = [
  ...readdirSync(join(root, 'src/player'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/player/${file}`),
  'templates/_shell/page.hbs',
  'templates/_shell/activity.hbs',
]
  .map(read)
  .join('\n');

describe('the strings of the shell', () => {
  it('are the same in both languages, with the same values to fill in', () => {
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    const slots = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of Object.keys(fr)) expect([key, slots(en[key] ?? '')]).toEqual([key, slots(fr[key] ?? '')]);
  });

  it('have the no-break spaces and apostrophes of their language', () => {
    for (const [key, text] of Object.entries(fr)) expect([key, text]).toEqual([key, typography(text, 'fr')]);
    for (const text of Object.values(fr)) expect(text).not.toMatch(/\u00a0[;!?]/);
    for (const [key, text] of Object.entries(en)) expect([key, text]).toEqual([key, typography(text, 'en')]);
  });

  it('are all there, and all used', () => {
    // The build puts the first on buttons whose type says nothing else.
    const named = new Set<string>(['check']);
    for (const [, quoted, bare, braced] of sources.matchAll(/\bt\('([\w.-]+)'|\bt\.([\w-]+)|\bt\.\[([\w.-]+)\]/g))
      named.add(quoted ?? bare ?? braced ?? '');
    const known = Object.keys(fr);
    const isNamed = (key: string): boolean => named.has(key) || named.has(key.replace(/\.(one|other)$/, ''));
    // Keys made of a word and a state, and those chosen between two.
    const made = [
      'mark.',
      'page.',
      'save.',
      'verdict.',
      'results.',
      'results.next.',
      'results.competency.',
      'results.chapter.',
      'shared.problem.',
      'forget.lost.',
    ];
    for (const key of known) {
      const start = key.slice(0, key.lastIndexOf('.') + 1);
      const composed = made.includes(start) && sources.includes(`\`${start}\${`);
      expect([key, isNamed(key) || composed || sources.includes(`'${key}'`)]).toEqual([key, true]);
    }
    const missing = [...named].filter((key) => !known.includes(key) && !known.includes(`${key}.other`));
    expect(missing).toEqual([]);
  });
});

describe('a sentence', () => {
  const bread = { 'loaves.one': '{n} pain au {flour}', 'loaves.other': '{n} pains au {flour}', plain: 'Le four {state}' };

  it.each([
    ['fr', 0, '0 pain au seigle'],
    ['fr', 1, '1 pain au seigle'],
    ['fr', 2, '2 pains au seigle'],
    ['en', 0, '0 pains au seigle'],
    ['en', 1, '1 pain au seigle'],
  ])('has the plural of %s for %i', (lang, n, expected) => {
    document.documentElement.lang = lang;
    expect(format(bread, 'loaves', { n, flour: 'seigle' })).toBe(expected);
  });

  it('leaves what nobody filled in, and says nothing where it is unknown', () => {
    expect(format(bread, 'plain')).toBe('Le four {state}');
    expect(format(bread, 'absent')).toBe('');
  });

  it('falls back on the plural, then on French, and keeps values that are empty or that it has no plural for', () => {
    document.documentElement.lang = 'en';
    expect([format(bread, 'loaves'), format(bread, 'loaves', { n: '1', flour: '' })]).toEqual(['{n} pains au {flour}', '1 pains au ']);
    expect(format({ 'tram.other': '{n} trams sur {n}', tram: 'un tram' }, 'tram', { n: 1 })).toBe('1 trams sur 1');
    expect(format(bread, 'plain', { n: 2, state: 'est {n}' })).toBe('Le four est {n}');
    document.documentElement.lang = '';
    expect(format(bread, 'loaves', { n: 0, flour: 'blé' })).toBe('0 pain au blé');
  });

  it('reads the strings that were set last', () => {
    useStrings({ plain: 'Le tram {state}' });
    useStrings(bread);
    document.documentElement.lang = 'fr';
    expect([t('plain', { state: 'chauffe' }), t('loaves', { n: 2, flour: 'seigle' }), t('tram')]).toEqual([
      'Le four chauffe',
      '2 pains au seigle',
      '',
    ]);
  });
});

describe('marks and reasons', () => {
  it('put icon and word on a part, one at a time, and go away', () => {
    useStrings(fr);
    const host = document.createElement('label');
    host.innerHTML = '<span>Levain</span>';
    mark(host, 'wrong');
    mark(host, 'right');
    expect([host.dataset.mark, host.querySelectorAll('.c-mark').length, host.querySelector('.c-mark')?.textContent?.trim()]).toEqual([
      'right',
      1,
      'Juste',
    ]);
    expect(host.querySelector('use')?.getAttribute('href')).toBe('#i-check');
    mark(host, null);
    expect([host.outerHTML]).toEqual(['<label><span>Levain</span></label>']);
  });

  it('replace a reason by the next', () => {
    const host = document.createElement('div');
    feedback(host, '<p>Trop chaud.</p>', 'wrong');
    feedback(host, '<p>Bien.</p>', 'right');
    expect(host.innerHTML).toBe('<div class="c-feedback" data-mark="right"><p>Bien.</p></div>');
    feedback(host, undefined);
    expect(host.innerHTML).toBe('');
  });

  it('hide icons from screen readers', () => {
    expect(icon('info').getAttribute('aria-hidden')).toBe('true');
  });
});
