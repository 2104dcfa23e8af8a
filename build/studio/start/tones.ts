const TONES = ['sky', 'green', 'blue', 'rose'] as const;

/** Returns the colour of a course's card: always the same one for a name. */
export function toneOf(name: string): (typeof TONES)[number] {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return TONES[sum % TONES.length] ?? 'sky';
}
