import { join } from 'node:path';
import { icons, shellStrings } from 'virtual:cartable-types';
import { Diagnostics, inOrder } from '../diagnostics/diagnostics.ts';
import type { Engine, PieceIndex, Pieces } from '../host/engine.ts';
import { noticeOf, packageName } from '../toolchain/libraries.ts';
import { requestedKeys } from '../toolchain/shell-strings.ts';
import { iconsIn } from '../toolchain/type-entry.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { typeOfFolder } from '../types/type-of-folder.ts';
import { definitionOf, scoringOf, stringsOf, type TypeExports } from './check-type.ts';
import { type OwnPiece, TypeCompiler } from './compile-type.ts';
import { compilerOf } from './compiler.ts';
import { guardedSchema, guardedScoring } from './guard.ts';
import { type BuildCode, runCode, thrown } from './run-code.ts';
import { checkFolder, scriptOf, type TypeFolder, typeFolders } from './type-folders.ts';

/** Folders of Cartable and of a project. */
export interface Places {
  /** Folder of Cartable. */
  readonly root: string;
  /** Folder of the bundled program. */
  readonly program: string;
  /** Folder that contains `modules/`, and perhaps `types/`. */
  readonly project: string;
}

/** A type of the project, with its pieces of the runtime. */
interface OwnType {
  readonly folder: TypeFolder;
  readonly type: ActivityType;
  readonly pieces: readonly OwnPiece[];
  readonly style: string;
  /** Licences of the npm packages whose code they contain, by name. */
  readonly notices: Readonly<Record<string, string>>;
  /** Digest of everything that affects packages. */
  readonly digest: string;
}

/** Runs the code of a type and checks its exports. Reports errors and then returns null. */
function typeFrom(code: BuildCode, folder: TypeFolder, diagnostics: Diagnostics): ActivityType | null {
  let all: TypeExports;
  try {
    all = runCode(code) as unknown as TypeExports;
  } catch (error) {
    diagnostics.take({ list: [thrown(error, code, scriptOf(folder, 'type') ?? folder.path)] });
    return null;
  }
  const schema = definitionOf(all, folder, diagnostics);
  const scoring = schema && scoringOf(all, schema, folder, diagnostics);
  const strings = stringsOf(all, folder, diagnostics);
  if (!schema || !strings || diagnostics.failed) return null;
  return typeOfFolder({
    name: folder.name,
    definition: guardedSchema(schema, code),
    scoring: scoring && guardedScoring(scoring, code),
    strings,
    template: all.template,
    print: all.print,
    hasRuntime: scriptOf(folder, 'runtime') !== undefined,
  });
}

/** Collects the licences of the npm packages in a type. Reports a package without one, because it must not be redistributed. */
function noticesOf(folder: TypeFolder, pieces: readonly OwnPiece[], project: string, diagnostics: Diagnostics): Record<string, string> {
  const packages = [...new Set(pieces.flatMap((piece) => piece.packages))];
  const entries = packages.flatMap((one): (readonly [string, string])[] => {
    try {
      return [[packageName(one), noticeOf(project, one)]];
    } catch (error) {
      const at = { file: scriptOf(folder, 'runtime') ?? folder.path, line: 1, column: 1 };
      diagnostics.error('type-code', at, { why: (error as Error).message });
      return [];
    }
  });
  return Object.fromEntries(entries);
}

/** Compiles and checks one type; null if it has errors. */
async function ownType(folder: TypeFolder, engine: Engine, places: Places, diagnostics: Diagnostics): Promise<OwnType | null> {
  checkFolder(folder, new Set(engine.types.keys()), diagnostics);
  const compiler = new TypeCompiler(compilerOf(places.root, places.program), places.project, engine.pieces.index.shared, diagnostics);
  const [code, piece, style] = await Promise.all([compiler.buildCode(folder), compiler.piece(folder), compiler.style(folder)]);
  const type = code && typeFrom(code, folder, diagnostics);
  const judging = type?.scoring?.draw ? await compiler.piece(folder, true) : null;
  const pieces = [piece, judging].filter((one) => one !== null);
  const notices = noticesOf(folder, pieces, places.project, diagnostics);
  if (!code || !type || !piece || diagnostics.failed) return null;
  const digest = engine.host.sha256([code.text, ...pieces.map(({ text }) => text), style]);
  return { folder, type, pieces, style, notices, digest };
}

function record<Value>(entries: readonly (readonly [key: string, value: Value])[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(entries);
}

/** Adds the pieces of a project's own types to the index. */
function extendedIndex(index: PieceIndex, own: readonly OwnType[]): PieceIndex {
  const pieces = own.flatMap((one) => one.pieces);
  const styles = own.map(({ folder, style }) => [`type.${folder.name}.css`, style] as const);
  const asked = requestedKeys(Object.keys(shellStrings.fr), pieces.map(({ text }) => text).join('\n'));
  return {
    ...index,
    uses: { ...index.uses, ...record(pieces.map(({ file, uses }) => [file, uses])) },
    icons: { ...index.icons, ...record(pieces.map(({ file, text }) => [file, iconsIn(text, Object.keys(icons))])) },
    texts: { ...index.texts, ...record(pieces.map(({ file, text }) => [file, text])), ...record(styles) },
    stringKeys: Object.keys(shellStrings.fr).filter((key) => index.stringKeys.includes(key) || asked.includes(key)),
    libraries: { ...index.libraries, ...record(pieces.map(({ file, packages }) => [file, packages.map(packageName)])) },
    notices: Object.assign({}, ...own.map(({ notices }) => notices), index.notices),
  };
}

/** Replaces the index of Cartable's pieces. */
function withIndex(pieces: Pieces, index: PieceIndex): Pieces {
  return { index, file: (name) => pieces.file(name), schemas: (target) => pieces.schemas(target) };
}

/**
 * Adds the activity types of a project to the engine. The engine keeps the errors found in them, and every check reports these
 * errors.
 */
export async function withOwnTypes(engine: Engine, places: Places): Promise<Engine> {
  const folders = typeFolders(join(places.project, 'types'));
  if (folders.length === 0) return engine;
  const reports = folders.map(() => new Diagnostics());
  const made = await Promise.all(folders.map((folder, index) => ownType(folder, engine, places, reports[index] ?? new Diagnostics())));
  const own = made.filter((one) => one !== null);
  const names = new Set(own.map(({ folder }) => folder.name));
  return {
    ...engine,
    types: new Map([...engine.types, ...own.map(({ folder, type }) => [folder.name, type] as const)]),
    pieces: withIndex(engine.pieces, extendedIndex(engine.pieces.index, own)),
    stamp: engine.host.sha256([engine.stamp, ...own.map(({ folder, digest }) => `${folder.name} ${digest}`)]),
    own: {
      folders: new Map(own.map(({ folder }) => [folder.name, folder.path])),
      broken: new Set(folders.flatMap(({ name }) => (names.has(name) || engine.types.has(name) ? [] : [name]))),
      problems: inOrder(reports.flatMap(({ list }) => list)),
    },
  };
}
