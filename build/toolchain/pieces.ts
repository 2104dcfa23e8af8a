import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { sharedPieceFile } from '../host/pieces.ts';
import { compile, css, type SharedModule, sharedModules, sharedPlugin } from './compile.ts';
import { kitPackages, pictogramLines, portraitLines } from './kit.ts';
import { licencesOf } from './libraries.ts';
import { typeNames } from './registry.ts';
import { requestedKeys } from './shell-strings.ts';
import { looks, styleSheets } from './style-sheets.ts';
import { entryOf, iconsIn } from './type-entry.ts';

/** Source of a type's entry. @param judges only its scoring: at launch, types of later pages may have to be scored */
function entryFor(root: string, name: string, judges = false): string {
  const pathOf = (file: string): string | undefined => {
    const path = join(root, 'templates', name, file);
    return existsSync(path) ? path : undefined;
  };
  return entryOf({ scoring: pathOf('scoring.ts'), runtime: judges ? undefined : pathOf('runtime.ts') });
}

/** Tests whether a type composes others. Such a type counts in the score before it is shown. */
function isComposed(root: string, name: string): boolean {
  const path = join(root, 'templates', name, 'scoring.ts');
  return existsSync(path) && /^export function draw\b/m.test(readFileSync(path, 'utf8'));
}

/** Sorts names so that each comes after its dependencies. */
function inOrder(names: Iterable<string>, uses: ReadonlyMap<string, ReadonlySet<string>>, seen = new Set<string>()): string[] {
  return [...names].sort().flatMap((name) => {
    if (seen.has(name)) return [];
    seen.add(name);
    return [...inOrder(uses.get(name) ?? [], uses, seen), name];
  });
}

/** Sorts entries by name, because pieces are compiled in any order. */
function sorted<Value>(map: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A GIF of one transparent pixel. A page fetches it after a commit to check that the network is up. */
const WITNESS = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Style sheets of the sheets, which share the page's look. */
const SHEET_STYLES: Readonly<Record<string, readonly string[]>> = {
  'sheet.css': ['src/styles/tokens.css', 'build/sheets/sheet.css', 'build/sheets/depot.css'],
  'paper.css': ['src/styles/tokens.css', 'build/sheets/sheet.css', 'build/sheets/paper.css'],
  'changes.css': ['build/results/pages/report.css', 'build/sheets/changes.css'],
  'conductor.css': ['src/styles/tokens.css', 'build/sheets/sheet.css', 'build/sheets/conductor.css'],
  'room-base.css': ['src/styles/tokens.css', 'src/styles/base.css', 'src/styles/prose.css', 'src/styles/kit.css'],
  'room.css': ['stage', 'questions', 'answers', 'covered', 'shown', 'bar', 'notes', 'looks'].map((name) => `src/room/${name}.css`),
};

/** Writes the libraries. @param packages collects the folders of packages with code in each file */
async function writeLibraries(root: string, folder: string, packages: Record<string, readonly string[]>): Promise<void> {
  const require = createRequire(join(root, 'package.json'));
  const sortable = require.resolve('sortablejs/modular/sortable.core.esm.js');
  const pack = async (contents: string, name: string): Promise<void> => {
    const compiled = await compile(root, contents, []);
    packages[name] = compiled.packages;
    writeFileSync(join(folder, name), `!function(){${compiled.text}}();\n`);
  };
  await pack(`import Sortable from ${JSON.stringify(sortable)}; window.Sortable = Sortable;`, 'sortable.js');
  await pack(`import { Scorm12API } from 'scorm-again/scorm12'; window.cartableLocalApi = Scorm12API;`, 'local-api.js');
  await pack(`import './src/room/main.ts';`, 'room.js');
  await pack(`import { createStandalone } from './src/lms/standalone.ts'; window.cartableStandalone = createStandalone;`, 'standalone.js');
}

const VIEWS = `
  import { competencyWords, resultParts, writeResults } from './src/player/results.ts';
  import { downloadAttempts } from './src/player/other-attempts.ts';
  import { writeCertificate } from './src/player/certificate.ts';
  import { openForget } from './src/player/forget.ts';
  __x({ competencyWords, resultParts, writeResults, downloadAttempts, writeCertificate, openForget });`;
const CORE = `import { start } from './src/main.ts'; __x({ start });`;

/** Replaces code that only whole courses need in the core of a single module. */
const alone: Plugin = {
  name: 'alone',
  setup(setup) {
    setup.onResolve({ filter: /\/chapters\.ts$/ }, (args) => ({ path: join(args.resolveDir, args.path, '../alone.ts') }));
  },
};

/**
 * Pieces that belong to no type: the core, and the core of a course that is one SCO; a driver for each standard; answers shared
 * between modules; and the views, which are not needed at launch. The views are results, notebook, text of other attempts, and
 * the dialog that erases stored data.
 */
const FIXED: Readonly<Record<string, string>> = {
  'lms.12.js': `import { createScorm12 } from './src/lms/scorm12.ts'; __x({ standard: '1.2', create: createScorm12 });`,
  'lms.2004.js': `import { createScorm2004 } from './src/lms/scorm2004.ts'; __x({ standard: '2004', create: createScorm2004 });`,
  'shared.js': `import { openSharedWords } from './src/player/shared-words.ts'; __x({ openSharedWords });`,
  'core.js': CORE,
  'course.js': CORE,
  'views.js': VIEWS,
  'course-views.js': VIEWS,
};

/** Pieces of a single module. */
const ALONE = ['core.js', 'views.js'];

class PieceMaker {
  private readonly root: string;
  private readonly folder: string;
  private readonly iconNames: readonly string[];
  /** Shared modules that each piece needs, by its key. */
  private readonly uses = new Map<string, Set<string>>();
  private readonly icons: Record<string, readonly string[]> = {};
  private readonly texts: Record<string, string> = {};
  /** Folders of packages with code in each file. */
  readonly packages: Record<string, readonly string[]> = {};

  constructor(root: string, folder: string) {
    this.root = root;
    this.folder = folder;
    this.iconNames = JSON.parse(readFileSync(join(root, 'templates/_shell/icons.json'), 'utf8'));
  }

  async make(): Promise<void> {
    const { root, folder } = this;
    const names = typeNames(root);
    const entries = names.map((name) => entryFor(root, name));
    const shared = await sharedModules(root, entries);
    await Promise.all([
      ...names.map((name, index) => this.piece(`type.${name}.js`, entries[index] ?? '', shared)),
      ...names.filter((name) => isComposed(root, name)).map((name) => this.piece(`scoring.${name}.js`, entryFor(root, name, true), shared)),
      ...shared.map((module) => this.sharedPiece(module, shared)),
      ...Object.entries(FIXED).map(([file, contents]) => this.piece(file, contents, shared, ALONE.includes(file) ? [alone] : [])),
      ...this.styles(names),
      writeLibraries(root, folder, this.packages),
    ]);
    writeFileSync(join(folder, 'witness.gif'), WITNESS);
    this.writeKit();
    this.writeIndex(shared);
  }

  /** Writes the pictograms and the parts of portraits. A package contains only those that it uses. */
  private writeKit(): void {
    writeFileSync(join(this.folder, 'pictograms.txt'), pictogramLines(this.root));
    writeFileSync(join(this.folder, 'portraits.txt'), portraitLines());
    Object.assign(this.packages, kitPackages);
  }

  private put(file: string, text: string): void {
    this.texts[file] = text;
    writeFileSync(join(this.folder, file), text);
  }

  private async compiled(key: string, file: string, contents: string, plugins: Plugin[], mine: Set<string>): Promise<void> {
    const { text, packages } = await compile(this.root, contents, plugins);
    this.packages[file] = packages;
    this.uses.set(key, mine);
    this.icons[file] = iconsIn(text, this.iconNames);
    this.put(file, text.trim());
  }

  private piece(file: string, contents: string, shared: readonly SharedModule[], plugins: readonly Plugin[] = []): Promise<void> {
    const mine = new Set<string>();
    return this.compiled(file, file, contents, [...plugins, sharedPlugin(shared, null, mine)], mine);
  }

  private sharedPiece({ path, name, exports }: SharedModule, shared: readonly SharedModule[]): Promise<void> {
    const mine = new Set<string>();
    const all = exports.join(', ');
    const contents = `import { ${all} } from ${JSON.stringify(path)}; __x({ ${all} });`;
    return this.compiled(name, sharedPieceFile(name), contents, [sharedPlugin(shared, path, mine)], mine);
  }

  /** Makes the style sheet of a look, and copies its typeface. */
  private async look(name: keyof typeof looks): Promise<void> {
    const { package: folder, file } = looks[name];
    const sheet = `look.${name}.css`;
    this.packages[sheet] = [`node_modules/${folder}`];
    this.put(sheet, await css([join(this.root, `src/styles/themes/${name}.css`)]));
    copyFileSync(join(this.root, 'node_modules', folder, file), join(this.folder, `${name}.woff2`));
  }

  private styles(names: readonly string[]): Promise<void>[] {
    const styles = async (...paths: readonly string[]): Promise<string> => css(paths.map((path) => join(this.root, path)));
    return [
      ...(Object.keys(looks) as (keyof typeof looks)[]).map((name) => this.look(name)),
      ...names.map(async (name) => this.put(`type.${name}.css`, await styles(`templates/${name}/style.css`))),
      styles(...styleSheets.map((name) => `src/styles/${name}.css`)).then((text) => this.put('shell.css', text)),
      ...Object.entries(SHEET_STYLES).map(async ([file, paths]) => this.put(file, await styles(...paths))),
      styles('src/styles/noscript.css').then((text) => writeFileSync(join(this.folder, 'noscript.css'), text)),
    ];
  }

  private writeIndex(modules: readonly SharedModule[]): void {
    const { root, folder, uses, texts } = this;
    const shared = modules.map(({ name, exports }) => [name, { exports, uses: inOrder(uses.get(name) ?? [], uses) }]);
    const index = Object.fromEntries([...uses].filter(([file]) => file.endsWith('.js')).map(([file, mine]) => [file, inOrder(mine, uses)]));
    const keys = Object.keys(JSON.parse(readFileSync(join(root, 'src/strings/fr.json'), 'utf8')));
    const stringKeys = requestedKeys(keys, [...Object.values(texts), readFileSync(join(folder, 'standalone.js'), 'utf8')].join('\n'));
    const maps = { uses: sorted(index), shared: Object.fromEntries(shared), icons: sorted(this.icons), texts: sorted(texts) };
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ ...maps, stringKeys, ...licencesOf(root, this.packages) }));
  }
}

/**
 * Compiles the runtime into pieces; `bundle` assembles those of a package without a compiler.
 * @returns folders of packages with code in them
 */
export async function makePieces(root: string, folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const maker = new PieceMaker(root, folder);
  await maker.make();
  return Object.values(maker.packages).flat();
}
