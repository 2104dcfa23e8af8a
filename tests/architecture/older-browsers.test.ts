import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Every sheet that packages are made of, by its path. */
const sheets = [
  ...readdirSync(join(root, 'src/styles')).map((name) => `src/styles/${name}`),
  ...readdirSync(join(root, 'templates')).map((name) => `templates/${name}/style.css`),
].flatMap((path) => {
  try {
    return [[path, readFileSync(join(root, path), 'utf8').replace(/\/\*.*?\*\//gs, '')] as const];
  } catch {
    return [];
  }
});

/** Selectors of a list; commas in brackets part nothing. */
function selectorsOf(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of list) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ',' && depth === 0) parts.push('');
    else parts.push(parts.pop() + sign);
  }
  return parts.map((one) => one.trim());
}

/** Does a browser that doesn't know `:has()` drop the rule for it? In `:is()` and `:where()` it drops that part alone. */
function asksForHas(selector: string): boolean {
  const forgiving = /:(?:is|where)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;
  return selector.replace(forgiving, '').includes(':has(');
}

test('a browser without :has() (Firefox below 121) loses no rule that it could have used', () => {
  const lost = sheets.flatMap(([path, css]) =>
    [...css.matchAll(/([^{};@]+)\{/g)].flatMap(([, list = '']) => {
      const asking = selectorsOf(list).map(asksForHas);
      return asking.includes(true) && asking.includes(false) ? [`${path}: ${list.trim()}`] : [];
    }),
  );
  expect(lost).toEqual([]);
});

/** Features that Safari got after 15.4, and whose lack would break more than looks. */
const LATER = [
  '@container',
  '@scope',
  '@starting-style',
  /\d[dsl]v[hw]\b/,
  /\b(?:ok)?(?:lab|lch)\(/,
  'light-dark(',
  'anchor(',
  '@media (width',
  /(?:^|[{};])\s*&/,
];

test.each(LATER)('no sheet needs %s, which the oldest browsers lack', (later) => {
  const found = sheets.filter(([, css]) => (typeof later === 'string' ? css.includes(later) : later.test(css)));
  expect(found.map(([path]) => path)).toEqual([]);
});
