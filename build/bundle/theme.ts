import { contrast, hexOf, mix, parseColour, type Rgb } from './contrast.ts';
import { lighter } from './lighter.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const DARK: Rgb = [18, 23, 30];
const DARK_RAISED: Rgb = [35, 44, 56];
const ENOUGH = 4.5;

/** Where an accent fails, and the nearest shade that passes. */
export interface PoorContrast {
  readonly ratio: number;
  readonly suggestion: string;
}

function soft(accent: Rgb): Rgb {
  return mix(WHITE, accent, 0.09);
}

/** The lowest contrast of an accent in light: on the page, on its own tint, and white text on it. */
function lowest(accent: Rgb): number {
  return Math.min(contrast(accent, WHITE), contrast(accent, soft(accent)));
}

/** Checks the accent in light; null where all contrasts are 4.5 or more. */
export function checkAccent(hex: string): PoorContrast | null {
  const accent = parseColour(hex);
  const ratio = lowest(accent);
  if (ratio >= ENOUGH) return null;
  for (let share = 0.02; share < 1; share += 0.02) {
    // Judged as it is written, in whole steps of each channel.
    const suggestion = hexOf(mix(accent, BLACK, share));
    if (lowest(parseColour(suggestion)) >= ENOUGH) return { ratio: Math.floor(ratio * 100) / 100, suggestion };
  }
  return { ratio, suggestion: '#000000' };
}

/** The shade of an accent for dark pages: lightened until it passes on the page, on raised surfaces and on its own tint. */
function darkShade(accent: Rgb): { accent: Rgb; soft: Rgb; on: Rgb } {
  for (let share = 0; ; share += 0.02) {
    const shade = lighter(accent, Math.min(share, 1));
    const tint = mix(DARK, shade, 0.18);
    const low = Math.min(contrast(shade, DARK), contrast(shade, DARK_RAISED), contrast(shade, tint));
    if (low >= 5.5 || share >= 1) return { accent: shade, soft: tint, on: mix(accent, BLACK, 0.75) };
  }
}

const themes = new Map<string, string>();

/** The style rules that put a course's accent in place of the default one. */
export function themeCss(hex: string): string {
  const css = themes.get(hex) ?? makeTheme(hex);
  themes.set(hex, css);
  return css;
}

function makeTheme(hex: string): string {
  const accent = parseColour(hex);
  const dark = darkShade(accent);
  const rules = (colour: Rgb, on: Rgb, tint: Rgb): string =>
    `:root{--c-accent:${hexOf(colour)};--c-on-accent:${hexOf(on)};--c-accent-soft:${hexOf(tint)}}`;
  return `${rules(accent, WHITE, soft(accent))}@media (prefers-color-scheme:dark){${rules(dark.accent, dark.on, dark.soft)}}`;
}
