/** Paths of the scripts of a type; undefined for a script that it doesn't have. */
export interface TypeScripts {
  readonly scoring: string | undefined;
  readonly runtime: string | undefined;
}

/** Returns the source of the entry of a type's piece. Without `runtime`, the piece only scores answers. */
export function entryOf({ scoring, runtime }: TypeScripts): string {
  return [
    scoring ? `import * as scoring from ${JSON.stringify(scoring)};` : '',
    runtime ? `import { mount } from ${JSON.stringify(runtime)};` : '',
    `__x({ ${scoring ? 'score: scoring.score, report: scoring.report, draw: scoring.draw,' : ''} ${runtime ? 'mount' : ''} });`,
  ].join('\n');
}

/** Returns the source of a module that re-exports names of a shared piece. */
export function sharedSource(name: string, exports: readonly string[]): string {
  // Each name is a separate pure call, so that the compiler drops the unused ones.
  const lines = exports.map((one) => `export const ${one} = /* @__PURE__ */ (() => __m.${one})();`);
  return [`const __m = __r(${JSON.stringify(name)});`, ...lines].join('\n');
}

/** Lists the icons that a script names. @param names of all icons */
export function iconsIn(script: string, names: readonly string[]): string[] {
  return names.filter((name) => ['"', "'", '`'].some((quote) => script.includes(quote + name + quote)));
}
