import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast, parseColour } from '../../build/theme/contrast.ts';
import { grounds } from '../../build/theme/theme.ts';
import { root } from '../helpers/examples-project.ts';

const FILES = { plain: 'tokens', editorial: 'themes/editorial', vif: 'themes/vif' } as const;
type Look = keyof typeof FILES;

/** Colours of a look by token, in light and in dark; what a look leaves out is that of the plain one. */
function coloursOf(look: Look): Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>> {
  const text = readFileSync(join(root, `src/styles/${FILES[look]}.css`), 'utf8');
  const [light = '', dark = ''] = text.split('@media (prefers-color-scheme: dark)');
  const tokens = (part: string) =>
    Object.fromEntries([...part.matchAll(/(--c-[a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]));
  const own = { light: tokens(light), dark: tokens(dark) };
  if (look === 'plain') return own;
  const plain = coloursOf('plain');
  return { light: { ...plain.light, ...own.light }, dark: { ...plain.dark, ...own.dark } };
}

const whole = (hex: string): string => (hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex);

/** Pairs of a text and its ground, whatever its size. */
const READ: readonly (readonly [ink: string, ground: string])[] = [
  ...['bg', 'surface', 'raised', 'accent-soft', 'sky', 'sky-calm', 'second-soft'].map((ground) => ['text', ground] as const),
  ...['bg', 'surface', 'raised'].map((ground) => ['muted', ground] as const),
  ...['right', 'wrong', 'partly', 'info'].flatMap((tone) => [[tone, `${tone}-soft`] as const, [tone, 'raised'] as const]),
  ['second-ink', 'bg'],
  ['second-ink', 'second-soft'],
  ['on-second', 'second'],
];

describe.each(Object.keys(FILES) as Look[])('the look %s', (look) => {
  const colours = coloursOf(look);

  test.each(['light', 'dark'] as const)('is legible in %s', (scheme) => {
    const of = (name: string) => parseColour(whole(colours[scheme][`--c-${name}`] ?? ''));
    // The bold look writes white on its sky.
    const pairs = READ.filter(([, ground]) => look !== 'vif' || ground !== 'sky');
    const low = pairs.filter(([ink, ground]) => contrast(of(ink), of(ground)) < 4.5).map((pair) => pair.join(' on '));
    expect(low).toEqual([]);
    expect(contrast(of('control'), of('raised'))).toBeGreaterThanOrEqual(3);
  });

  test('has the grounds on which an accent is checked', () => {
    const { light, dark } = grounds[look];
    const known = (scheme: 'light' | 'dark') => Object.values(colours[scheme]).map((hex) => parseColour(whole(hex)).join());
    expect(light.filter((ground) => !known('light').includes(ground.join()))).toEqual([]);
    expect(dark.filter((ground) => !known('dark').includes(ground.join()))).toEqual([]);
  });
});
