import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';
import { sharedPieceFile } from '../pieces.ts';
import { licencesOf, packageFolders } from './libraries.ts';
import { packConstants } from './packed.ts';
import { typeNames } from './registry.ts';
import { wordsAskedFor } from './shell-words.ts';
import { styleSheets } from './style-sheets.ts';

/** The oldest browsers that pages are made for, as README says: the first with dialogs, `:focus-visible` and the `Object.hasOwn` of scorm-again. */
const TARGET = ['chrome93', 'firefox98', 'safari15.4'];

/** Modules of `src/` that types import: each becomes a piece, so that two types share one copy. */
interface SharedModule {
  readonly path: string;
  readonly name: string;
  readonly exports: readonly string[];
}

function base(root: string): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    target: TARGET,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
  };
}

/** @param judges leaves out what shows the type: the launch may have to weigh what only a later page has */
function entryOf(root: string, name: string, judges = false): string {
  const folder = join(root, 'templates', name);
  const scoring = existsSync(join(folder, 'scoring.ts'));
  const runtime = !judges && existsSync(join(folder, 'runtime.ts'));
  return [
    scoring ? `import * as scoring from ${JSON.stringify(join(folder, 'scoring.ts'))};` : '',
    runtime ? `import { mount } from ${JSON.stringify(join(folder, 'runtime.ts'))};` : '',
    `__x({ ${scoring ? 'score: scoring.score, report: scoring.report, draw: scoring.draw,' : ''} ${runtime ? 'mount' : ''} });`,
  ].join('\n');
}

/** Does it compose others? Then it weighs in the score before it is seen. */
function isComposed(root: string, name: string): boolean {
  const path = join(root, 'templates', name, 'scoring.ts');
  return existsSync(path) && /^export function draw\b/m.test(readFileSync(path, 'utf8'));
}

async function compile(root: string, contents: string, plugins: Plugin[]) {
  const result = await build({
    ...base(root),
    stdin: { contents, resolveDir: root, sourcefile: 'entry.ts', loader: 'ts' },
    plugins,
    logOverride: { 'import-is-undefined': 'silent' },
  });
  const { outputFiles = [], metafile } = result;
  return {
    text: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile?.inputs ?? {}),
    packages: metafile ? packageFolders(metafile) : [],
  };
}

async function sharedModules(root: string, entries: readonly string[]): Promise<SharedModule[]> {
  const inputs = await Promise.all(entries.map((entry) => compile(root, entry, [])));
  const paths = [...new Set(inputs.flatMap((input) => input.inputs.filter((path) => path.startsWith('src/'))))].sort();
  return Promise.all(
    paths.map(async (path) => {
      const result = await build({ ...base(root), entryPoints: [path], outdir: 'out' });
      const exports = Object.values(result.metafile?.outputs ?? {}).flatMap((output) => output.exports);
      return { path: join(root, path), name: path.replace(/^src\/|\.ts$/g, ''), exports };
    }),
  );
}

/** Resolves imports of shared modules to the registry of the assembled runtime. */
function sharedPlugin(shared: readonly SharedModule[], self: string | null, uses: Set<string>): Plugin {
  return {
    name: 'shared',
    setup(setup) {
      setup.onResolve({ filter: /\.ts$/ }, (args) => {
        const path = join(args.resolveDir, args.path);
        const found = isAbsolute(args.path) ? undefined : shared.find((module) => module.path === path && module.path !== self);
        if (!found) return undefined;
        uses.add(found.name);
        return { path: found.name, namespace: 'shared' };
      });
      setup.onLoad({ filter: /.*/, namespace: 'shared' }, (args) => {
        const found = shared.find((module) => module.name === args.path);
        return { contents: `export const { ${found?.exports.join(', ')} } = __r(${JSON.stringify(args.path)});`, loader: 'js' };
      });
    },
  };
}

/** The needed before the needing. */
function inOrder(names: Iterable<string>, uses: ReadonlyMap<string, ReadonlySet<string>>, seen = new Set<string>()): string[] {
  return [...names].sort().flatMap((name) => {
    if (seen.has(name)) return [];
    seen.add(name);
    return [...inOrder(uses.get(name) ?? [], uses, seen), name];
  });
}

/** Entries by name: which piece was compiled first, nobody knows. */
function sorted<Value>(map: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function css(paths: readonly string[]): Promise<string> {
  const text = paths.map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')).join('\n');
  return (await transform(text, { loader: 'css', minify: true, target: TARGET, charset: 'utf8' })).code;
}

/** A GIF of one transparent pixel: the second witness of a commit. */
const WITNESS = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What lies beside a package looks like it. */
const SHEET_STYLES: Readonly<Record<string, readonly string[]>> = {
  'sheet.css': ['src/styles/tokens.css', 'build/sheets/sheet.css', 'build/sheets/depot.css'],
  'paper.css': ['src/styles/tokens.css', 'build/sheets/sheet.css', 'build/sheets/paper.css'],
};

/** @param packages takes the folders of the packages that each file has code of */
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
  await pack(
    `import { createStandalone } from './src/drivers/standalone.ts'; window.cartableStandalone = createStandalone;`,
    'standalone.js',
  );
}

const VIEWS = `
  import { competencyWords, resultParts, writeResults } from './src/player/results.ts';
  import { textOfAttempts } from './src/player/other-attempts.ts';
  import { openForget } from './src/player/forget.ts';
  __x({ competencyWords, resultParts, writeResults, textOfAttempts, openForget });`;
const CORE = `import { start } from './src/main.ts'; __x({ start });`;

/** Leaves what only whole courses need out of the core of a single module. */
const alone: Plugin = {
  name: 'alone',
  setup(setup) {
    setup.onResolve({ filter: /\/chapters\.ts$/ }, (args) => ({ path: join(args.resolveDir, args.path, '../alone.ts') }));
  },
};

/**
 * Pieces that are no type's: the core, that of a course which is one SCO, what speaks to an LMS, one for each standard, and what
 * modules show of each other, and the view of the results with the text of other attempts and the dialog that erases, which nobody
 * needs before the pages after the first.
 */
const FIXED: Readonly<Record<string, string>> = {
  'lms.12.js': `import { createScorm12 } from './src/drivers/scorm12.ts'; __x({ standard: '1.2', create: createScorm12 });`,
  'lms.2004.js': `import { createScorm2004 } from './src/drivers/scorm2004.ts'; __x({ standard: '2004', create: createScorm2004 });`,
  'shared.js': `import { openSharedWords } from './src/player/shared-words.ts'; __x({ openSharedWords });`,
  'core.js': CORE,
  'course.js': CORE,
  'views.js': VIEWS,
  'course-views.js': VIEWS,
};

/** Those of a single module. */
const ALONE = ['core.js', 'views.js'];

/**
 * Compiles the runtime into pieces from which `bundle` assembles what a package uses, without calling a compiler.
 * @returns folders of the packages that they have code of
 */
export async function makePieces(root: string, folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const names = typeNames(root);
  const entries = names.map((name) => entryOf(root, name));
  const shared = await sharedModules(root, entries);
  const uses = new Map<string, Set<string>>();
  const icons: Record<string, readonly string[]> = {};
  const texts: Record<string, string> = {};
  const packages: Record<string, readonly string[]> = {};
  const put = (file: string, text: string): void => {
    texts[file] = text;
    writeFileSync(join(folder, file), text);
  };
  const iconNames: readonly string[] = JSON.parse(readFileSync(join(root, 'templates/_shell/icons.json'), 'utf8'));
  const piece = async (key: string, file: string, contents: string, self: string | null, plugins: Plugin[] = []): Promise<void> => {
    const mine = new Set<string>();
    const compiled = await compile(root, contents, [...plugins, sharedPlugin(shared, self, mine)]);
    const { text } = compiled;
    packages[file] = compiled.packages;
    uses.set(key, mine);
    icons[file] = iconNames.filter((name) => ['"', "'", '`'].some((quote) => text.includes(quote + name + quote)));
    put(file, text.trim());
  };
  await Promise.all([
    ...names.map((name, index) => piece(`type.${name}.js`, `type.${name}.js`, entries[index] ?? '', null)),
    ...names
      .filter((name) => isComposed(root, name))
      .map((name) => piece(`scoring.${name}.js`, `scoring.${name}.js`, entryOf(root, name, true), null)),
    ...shared.map(({ path, name, exports }) =>
      piece(
        name,
        sharedPieceFile(name),
        `import { ${exports.join(', ')} } from ${JSON.stringify(path)}; __x({ ${exports.join(', ')} });`,
        path,
      ),
    ),
    ...Object.entries(FIXED).map(([file, contents]) => piece(file, file, contents, null, ALONE.includes(file) ? [alone] : [])),
    ...names.map(async (name) => put(`type.${name}.css`, await css([join(root, 'templates', name, 'style.css')]))),
    css(styleSheets.map((name) => join(root, `src/styles/${name}.css`))).then((text) => put('shell.css', text)),
    ...Object.entries(SHEET_STYLES).map(async ([file, paths]) => put(file, await css(paths.map((path) => join(root, path))))),
    css([join(root, 'src/styles/noscript.css')]).then((text) => writeFileSync(join(folder, 'noscript.css'), text)),
    writeLibraries(root, folder, packages),
  ]);
  writeFileSync(join(folder, 'witness.gif'), WITNESS);
  const index = Object.fromEntries([...uses].filter(([file]) => file.endsWith('.js')).map(([file, mine]) => [file, inOrder(mine, uses)]));
  const keys = Object.keys(JSON.parse(readFileSync(join(root, 'src/strings/fr.json'), 'utf8')));
  const words = wordsAskedFor(keys, [...Object.values(texts), readFileSync(join(folder, 'standalone.js'), 'utf8')].join('\n'));
  const maps = { uses: sorted(index), icons: sorted(icons), texts: sorted(texts) };
  const licences = licencesOf(root, packages);
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ ...maps, words, ...licences, packed: packConstants(root, folder) }));
  return Object.values(packages).flat();
}
