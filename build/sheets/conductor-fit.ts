/** Maximum length of each part of a row, in characters; 0 leaves the part out. */
export interface Budget {
  readonly say: number;
  readonly expected: number;
  readonly room: number;
  /** Applies to each key. */
  readonly key: number;
  readonly plan: number;
}

/** Shortest useful part of a note, in characters. */
export const LEAST = 36;

interface Share {
  /** Length at a share of 1, in characters. */
  readonly length: number;
  /** Exponent of the share. A part that matters more in class has a smaller one, so it is shortened later. */
  readonly power: number;
  /** A part with a smaller budget is left out. */
  readonly least: number;
}

const SHARES: Readonly<Record<keyof Budget, Share>> = {
  say: { length: 300, power: 0.5, least: LEAST },
  expected: { length: 280, power: 0.8, least: LEAST },
  key: { length: 150, power: 0.9, least: 16 },
  plan: { length: 120, power: 1, least: 24 },
  room: { length: 320, power: 1.3, least: LEAST },
};

/** Shares to try, largest first. */
const STEPS = Array.from({ length: 84 }, (_, index) => 3 * 0.94 ** index);

function budgetFor(share: number): Budget {
  const of = (part: keyof Budget): number => {
    const { length, power, least } = SHARES[part];
    const characters = Math.round(length * share ** power);
    return characters < least ? 0 : characters;
  };
  return { say: of('say'), expected: of('expected'), room: of('room'), key: of('key'), plan: of('plan') };
}

/** Pages and minutes alone. */
export const NOTHING: Budget = { say: 0, expected: 0, room: 0, key: 0, plan: 0 };

/** The whole of each part. */
export const WHOLE: Budget = { say: 1e6, expected: 1e6, room: 1e6, key: 1e6, plan: 1e6 };

/** Budgets, largest first. The first one that fits is used. */
export const BUDGETS: readonly Budget[] = [WHOLE, ...STEPS.map(budgetFor), NOTHING];

/** Maximum number of printed pages for a session. */
export const PAGES = 3;

/** Lines of a printed page; characters of a line in the page column and in all text columns. `conductor.css` sets type and widths. */
export const PAPER = { lines: 67, page: 21, wide: 96 } as const;

/** Characters between two columns. */
const GAP = 2;

/** Returns the characters in a line of each text column. Three columns are weighted by their usual content, others are equal. */
export function columnWidths(columns: readonly string[]): number[] {
  const shares = columns.length === 3 ? [0.3, 0.31, 0.39] : columns.map(() => 1 / columns.length);
  return shares.map((share) => Math.floor(PAPER.wide * share) - GAP);
}

/** Estimates the printed lines of a text. The 1.2 characters allow for line breaks between words. */
export function linesOf(characters: number, width: number): number {
  return Math.ceil(characters / (width - 1.2));
}

/** Counts the pages that blocks take. Only a block taller than a page is split. @param blocks their heights in lines, in order */
export function pagesOf(blocks: readonly number[]): number {
  let [pages, used] = [1, 0];
  for (const height of blocks) {
    if (used > 0 && used + height > PAPER.lines) [pages, used] = [pages + 1, 0];
    used += height;
    while (used > PAPER.lines) [pages, used] = [pages + 1, used - PAPER.lines];
  }
  return pages;
}
