import type { Target } from '../../src/model/course.ts';
import type { RenderedModule } from '../built.ts';
import { pieceIndex, pieceText, sharedPieceFile } from '../pieces.ts';

/** Defines pieces by name and runs each when it is first asked for. */
const PRELUDE = 'var m={},c={},__r=function(n){n in c||m[n](function(x){c[n]=x});return c[n]};';

const runtimes = new Map<string, string>();
const styles = new Map<string, string>();

function piece(name: string, text: string): string {
  return `m[${JSON.stringify(name)}]=function(__x){${text}};`;
}

/** The piece that speaks to the LMS of a target. */
function driverPiece(target: Target): string[] {
  if (target === 'web') return [];
  return [target === 'scorm12' ? 'lms.12.js' : 'lms.2004.js'];
}

/** The types that have a script, and the shared pieces that these files use. */
function scripted(types: readonly string[]): string[] {
  return types.filter((type) => !['', '__x({});'].includes(pieceText(`type.${type}.js`)));
}

function sharedBy(files: readonly string[]): string[] {
  const { uses } = pieceIndex();
  return [...new Set(files.flatMap((file) => uses[file] ?? []))];
}

function definitions(shared: readonly string[], files: readonly string[]): string {
  return [
    ...shared.map((name) => piece(name, pieceText(sharedPieceFile(name)))),
    ...files.map((file) => piece(file, pieceText(file))),
  ].join('');
}

function typeFiles(types: readonly string[]): string[] {
  return types.map((type) => `type.${type}.js`);
}

function remembered(key: string, make: () => string): string {
  const text = runtimes.get(key) ?? make();
  runtimes.set(key, text);
  return text;
}

/** What a package's scripts are made of. */
export interface RuntimeTypes {
  /** Types that the launch needs: those of first pages. */
  readonly first: readonly string[];
  /** The others. */
  readonly later: readonly string[];
  /** Those of `later` that compose others: they weigh in the score before they are seen, so that the launch has their scoring. */
  readonly weighed: readonly string[];
  /** Piece of the core: that of a single module knows no chapters. */
  readonly core: 'core.js' | 'course.js';
}

/** Splits the types of a package. */
export function runtimeTypes(modules: readonly RenderedModule[], composed: (type: string) => boolean): RuntimeTypes {
  const all = typesOf(modules);
  const onFirstPages = new Set(modules.flatMap(({ firstTypes }) => firstTypes));
  const later = all.filter((type) => !onFirstPages.has(type));
  const core = modules.some(({ content }) => content.chapters) ? 'course.js' : 'core.js';
  return { first: scripted([...onFirstPages].sort()), later: scripted(later), weighed: later.filter(composed), core };
}

/** Types used in a package, sorted. */
export function typesOf(modules: readonly RenderedModule[]): string[] {
  return [...new Set(modules.flatMap(({ types }) => types))].sort();
}

/** The piece of each type that the launch needs: all of it, or its scoring. */
function launchTypes({ first, weighed }: RuntimeTypes): [type: string, file: string][] {
  return [
    ...first.map((type): [string, string] => [type, `type.${type}.js`]),
    ...weighed.map((type): [string, string] => [type, `scoring.${type}.js`]),
  ];
}

function launchFiles(types: RuntimeTypes, target: Target): string[] {
  return [...launchTypes(types).map(([, file]) => file), ...driverPiece(target), types.core];
}

function laterFiles(types: RuntimeTypes, shared: boolean): string[] {
  return [...typeFiles(types.later), viewsOf(types), ...(shared ? ['shared.js'] : [])];
}

function viewsOf({ core }: RuntimeTypes): string {
  return core === 'core.js' ? 'views.js' : 'course-views.js';
}

/** Files of all pieces that the scripts of a package are made of. */
export function piecesOf(types: RuntimeTypes, target: Target, shared: boolean): string[] {
  const files = [...launchFiles(types, target), ...laterFiles(types, shared)];
  return [...files, ...sharedBy(files).map(sharedPieceFile)];
}

/** `runtime.js`: one classic script, made of pieces that the program's build compiled. */
export function runtimeFor(types: RuntimeTypes, target: Target): string {
  const files = launchFiles(types, target);
  return remembered(files.join(' '), () => {
    const table = launchTypes(types)
      .map(([type, file]) => `${JSON.stringify(type)}:__r("${file}")`)
      .join(',');
    const lms = driverPiece(target).map((name) => `,__r("${name}")`);
    return `!function(){"use strict";${PRELUDE}${definitions(sharedBy(files), files)}var T={${table}};window.cartablePieces=[m,__r,T];__r("${types.core}").start(T${lms.join('')})}();\n`;
  });
}

/**
 * `types.js`: the types that come with the pages after the first, which it adds to the runtime's table, the view of the
 * results, and the text of other attempts.
 * @param shared modules of the course show answers of each other
 */
export function laterTypesFor(types: RuntimeTypes, target: Target, shared: boolean): string {
  const before = sharedBy(launchFiles(types, target));
  const files = laterFiles(types, shared);
  return remembered(['later', ...before, ...files].join(' '), () => {
    const used = sharedBy(files).filter((name) => !before.includes(name));
    const table = types.later.map((type) => `T[${JSON.stringify(type)}]=__r("type.${type}.js");`).join('');
    const results = `window.cartableResults=__r("${viewsOf(types)}");`;
    const words = shared ? 'window.cartableShared=__r("shared.js").openSharedWords;' : '';
    return `!function(m,__r,T){"use strict";${definitions(used, files)}${table}${results}${words}}.apply(null,window.cartablePieces);\n`;
  });
}

/** The style sheet for a set of types, without the theme. */
export function styleFor(types: readonly string[]): string {
  const key = types.join(' ');
  const text = styles.get(key) ?? pieceText('shell.css') + types.map((type) => pieceText(`type.${type}.css`)).join('');
  styles.set(key, text);
  return text;
}
