import type { Target } from '../../../src/model/course/course.ts';
import type { Engine, PieceIndex } from '../../host/engine.ts';
import { pieceText, sharedPieceFile } from '../../host/pieces.ts';
import type { RenderedModule } from '../../model/built.ts';

/** Defines pieces by name and runs each when it is first required. */
const PRELUDE = 'var m={},c={},__r=function(n){n in c||m[n](function(x){c[n]=x});return c[n]};';

function piece(name: string, text: string): string {
  return `m[${JSON.stringify(name)}]=function(__x){${text}};`;
}

/** Names the driver of a target. */
function driverPiece(target: Target): string[] {
  if (target === 'web') return [];
  return [target === 'scorm12' ? 'lms.12.js' : 'lms.2004.js'];
}

/** Finds the types with a script, and the shared pieces that they use. */
function scripted(types: readonly string[], index: PieceIndex): string[] {
  return types.filter((type) => !['', '__x({});'].includes(pieceText(`type.${type}.js`, index)));
}

function sharedBy(files: readonly string[], { uses }: PieceIndex): string[] {
  return [...new Set(files.flatMap((file) => uses[file] ?? []))];
}

function definitions(shared: readonly string[], files: readonly string[], index: PieceIndex): string {
  return [
    ...shared.map((name) => piece(name, pieceText(sharedPieceFile(name), index))),
    ...files.map((file) => piece(file, pieceText(file, index))),
  ].join('');
}

function typeFiles(types: readonly string[]): string[] {
  return types.map((type) => `type.${type}.js`);
}

/** Types and core for a package's scripts. */
export interface RuntimeTypes {
  /** Types that the launch needs: those of first pages. */
  readonly first: readonly string[];
  /** The other types. */
  readonly later: readonly string[];
  /** Types of `later` that compose others: they count in the score before they are shown, so the launch has their scoring. */
  readonly weighed: readonly string[];
  /** Piece of the core; `core.js` has no code for chapters. */
  readonly core: 'core.js' | 'course.js';
}

/** Splits the types of a package. */
export function runtimeTypes(modules: readonly RenderedModule[], { types, pieces }: Pick<Engine, 'types' | 'pieces'>): RuntimeTypes {
  const all = typesOf(modules);
  const onFirstPages = new Set(modules.flatMap(({ firstTypes }) => firstTypes));
  const later = all.filter((type) => !onFirstPages.has(type));
  const core = modules.some(({ content }) => content.chapters) ? 'course.js' : 'core.js';
  return {
    first: scripted([...onFirstPages].sort(), pieces.index),
    later: scripted(later, pieces.index),
    weighed: later.filter((type) => types.get(type)?.scoring?.draw !== undefined),
    core,
  };
}

/** Lists the types used in a package, sorted. */
export function typesOf(modules: readonly RenderedModule[]): string[] {
  return [...new Set(modules.flatMap(({ types }) => types))].sort();
}

/** Lists the pieces of types for the launch: whole, or only their scoring. */
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

/** Lists the files of all pieces in a package's scripts. */
export function piecesOf(types: RuntimeTypes, target: Target, shared: boolean, index: PieceIndex): string[] {
  const files = [...launchFiles(types, target), ...laterFiles(types, shared)];
  return [...files, ...sharedBy(files, index).map(sharedPieceFile)];
}

/** Makes `runtime.js`: one classic script, made of pieces that the program's build compiled. */
export function runtimeFor(types: RuntimeTypes, target: Target, index: PieceIndex): string {
  const files = launchFiles(types, target);
  const table = launchTypes(types)
    .map(([type, file]) => `${JSON.stringify(type)}:__r("${file}")`)
    .join(',');
  const lms = driverPiece(target).map((name) => `,__r("${name}")`);
  const pieces = PRELUDE + definitions(sharedBy(files, index), files, index);
  return `!function(){"use strict";${pieces}var T={${table}};window.cartablePieces=[m,__r,T];__r("${types.core}").start(T${lms.join('')})}();\n`;
}

/**
 * `types.js`: the types that come with the pages after the first, which it adds to the runtime's table, the views of the
 * results and the notebook, and the text of other attempts.
 * @param shared modules of the course show answers of each other
 */
export function laterTypesFor(types: RuntimeTypes, target: Target, shared: boolean, index: PieceIndex): string {
  const before = sharedBy(launchFiles(types, target), index);
  const files = laterFiles(types, shared);
  const used = sharedBy(files, index).filter((name) => !before.includes(name));
  const table = types.later.map((type) => `T[${JSON.stringify(type)}]=__r("type.${type}.js");`).join('');
  const results = `window.cartableResults=__r("${viewsOf(types)}");`;
  const words = shared ? 'window.cartableShared=__r("shared.js").openSharedWords;' : '';
  return `!function(m,__r,T){"use strict";${definitions(used, files, index)}${table}${results}${words}}.apply(null,window.cartablePieces);\n`;
}

/** Makes the style sheet for a set of types, without the theme. */
export function styleFor(types: readonly string[], index: PieceIndex): string {
  return ['shell.css', ...types.map((type) => `type.${type}.css`)].map((name) => pieceText(name, index)).join('');
}
