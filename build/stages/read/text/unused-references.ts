import { type Environment, locate } from './environment.ts';

/** A line that markdown-it may read as a link definition, which is not shown. */
const DEFINED = /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)\[([^[\]]+)\]:/;
const NAMED = /(?<!\\)\[([^[\]]+)\]/g;

/** Normalises the name of a reference. */
function keyOf(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Reports link definitions that no link uses, after the parser has read the file: `[Remarque]: importante` is meant as text, and
 * would be lost.
 */
export function checkUnusedReferences(env: Environment): void {
  const { references } = env as { readonly references?: object };
  if (!references) return;
  const known = new Set(Object.keys(references).map(keyOf));
  const used = new Set<string>();
  const defined: { readonly name: string; readonly line: number }[] = [];
  env.lines.forEach((line, index) => {
    const [whole = '', , name] = DEFINED.exec(line) ?? [];
    if (name !== undefined && known.has(keyOf(name))) defined.push({ name, line: index });
    for (const [, label = ''] of line.slice(whole.length).matchAll(NAMED)) used.add(keyOf(label));
  });
  for (const { name, line } of defined) {
    if (!used.has(keyOf(name))) env.report('unused-reference', locate(env, `[${name}]`, line, line + 1), { name });
  }
}
