import type { ThemeName } from '../model/built.ts';
import { contrast, hexOf, mix, parseColour, type Rgb } from './contrast.ts';
import { lighter } from './lighter.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const ENOUGH = 4.5;

/** Background colours of a look: pages and raised surfaces. */
interface Grounds {
  readonly light: readonly Rgb[];
  readonly dark: readonly Rgb[];
}

/** Same colours as in `src/styles/tokens.css` and `src/styles/themes/`. A test compares them. */
export const grounds: Readonly<Record<ThemeName, Grounds>> = {
  plain: { light: [WHITE], dark: [parseColour('#12171e'), parseColour('#232c38')] },
  editorial: { light: [parseColour('#fbf7f0'), parseColour('#f4ecdf')], dark: [parseColour('#191510'), parseColour('#2c261d')] },
  vif: { light: [WHITE, parseColour('#f1f4fb')], dark: [parseColour('#0d1424'), parseColour('#131c32')] },
};

/** Contrast of an accent that fails, and the nearest shade that passes. */
export interface PoorContrast {
  readonly ratio: number;
  readonly suggestion: string;
}

function soft(accent: Rgb): Rgb {
  return mix(WHITE, accent, 0.09);
}

/** Returns the lowest contrast of an accent in light mode: on the page, on its own tint, and with white text on it. */
function lowest(accent: Rgb, name: ThemeName): number {
  return Math.min(...[WHITE, ...grounds[name].light, soft(accent)].map((ground) => contrast(accent, ground)));
}

/** Checks the accent in light mode; null if all contrasts are at least 4.5. */
export function checkAccent(hex: string, name: ThemeName): PoorContrast | null {
  const accent = parseColour(hex);
  const ratio = lowest(accent, name);
  if (ratio >= ENOUGH) return null;
  for (let share = 0.02; share < 1; share += 0.02) {
    // Check the rounded value that is shown to the author.
    const suggestion = hexOf(mix(accent, BLACK, share));
    if (lowest(parseColour(suggestion), name) >= ENOUGH) return { ratio: Math.floor(ratio * 100) / 100, suggestion };
  }
  return { ratio, suggestion: '#000000' };
}

/** Returns the shade of an accent for dark pages. It is lightened until it passes on the page, raised surfaces and its own tint. */
function darkShade(accent: Rgb, name: ThemeName): { accent: Rgb; soft: Rgb; on: Rgb } {
  const { dark } = grounds[name];
  const [page = BLACK] = dark;
  for (let share = 0; ; share += 0.02) {
    const shade = lighter(accent, Math.min(share, 1));
    const tint = mix(page, shade, 0.18);
    const low = Math.min(...[...dark, tint].map((ground) => contrast(shade, ground)));
    if (low >= 5.5 || share >= 1) return { accent: shade, soft: tint, on: mix(accent, BLACK, 0.75) };
  }
}

/** Returns the style rules that replace the look's accent with the course's. */
export function themeCss(hex: string, name: ThemeName): string {
  const accent = parseColour(hex);
  const dark = darkShade(accent, name);
  const rules = (colour: Rgb, on: Rgb, tint: Rgb): string =>
    `:root{--c-accent:${hexOf(colour)};--c-on-accent:${hexOf(on)};--c-accent-soft:${hexOf(tint)}}`;
  return `${rules(accent, WHITE, soft(accent))}@media (prefers-color-scheme:dark){${rules(dark.accent, dark.on, dark.soft)}}`;
}
