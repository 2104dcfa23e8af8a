import { linear, type Rgb } from './contrast.ts';

/** Björn Ottosson's OKLab, in which equal steps of lightness look equal in every hue: lightness 0..1, and two axes of colour. */
type Lab = readonly [lightness: number, a: number, b: number];

function toLab(colour: Rgb): Lab {
  const [red, green, blue] = colour.map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Converts to linear light. Values below 0 or above 1 are colours that no screen can show. */
function toLight([lightness, a, b]: Lab): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function encode(light: number): number {
  const share = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, share)) * 255);
}

/**
 * Lightens a colour by `share` (0..1) of the way to white. The hue stays, and so does the saturation as far as a screen can show it.
 * Mixing with white would turn a deep green or plum grey.
 */
export function lighter(colour: Rgb, share: number): Rgb {
  const [from, a, b] = toLab(colour);
  const lightness = from + (1 - from) * share;
  for (let vivid = 1; ; vivid -= 0.02) {
    const light = toLight([lightness, a * vivid, b * vivid]);
    if (vivid <= 0 || light.every((part) => part >= -0.0005 && part <= 1.0005)) return light.map(encode) as unknown as Rgb;
  }
}
