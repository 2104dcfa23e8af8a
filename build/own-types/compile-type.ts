import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildFailure, BuildOptions, Message } from 'esbuild';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { SharedPiece } from '../host/engine.ts';
import { packageFolders } from '../toolchain/libraries.ts';
import { precompile, templateFault } from '../toolchain/precompile.ts';
import { scriptOptions, styleOptions } from '../toolchain/script-options.ts';
import { entryOf } from '../toolchain/type-entry.ts';
import type { Compiler } from './compiler.ts';
import { forBuild, forPages, sharedIn } from './imports.ts';
import type { BuildCode } from './run-code.ts';
import { scriptOf, type TypeFolder } from './type-folders.ts';

/** File name of the generated entry of a type in the compiler's messages. */
const ENTRY = 'cartable-entry.ts';

/** A piece of the runtime, with its dependencies. */
export interface OwnPiece {
  readonly file: string;
  readonly text: string;
  /** Names of shared pieces that it needs. */
  readonly uses: readonly string[];
  /** Folders of npm packages whose code it contains. */
  readonly packages: readonly string[];
}

/** Compiles the files of a project's own types. Errors are reported, and the result is then null. */
export class TypeCompiler {
  private readonly compiler: Compiler;
  private readonly project: string;
  private readonly shared: Readonly<Record<string, SharedPiece>>;
  private readonly diagnostics: Diagnostics;

  /** @param shared pieces that scripts may import */
  constructor(compiler: Compiler, project: string, shared: Readonly<Record<string, SharedPiece>>, diagnostics: Diagnostics) {
    this.compiler = compiler;
    this.project = project;
    this.shared = shared;
    this.diagnostics = diagnostics;
  }

  /** Compiles the code that the build runs: definition, scoring, strings and templates. */
  async buildCode(folder: TypeFolder): Promise<BuildCode | null> {
    const [type, scoring] = [scriptOf(folder, 'type'), scriptOf(folder, 'scoring')];
    const template = this.template(folder, 'template.hbs');
    const print = this.template(folder, 'print.hbs');
    if (!type || !folder.files.has('strings.json')) return null;
    const contents = [
      `export * as type from ${JSON.stringify(type)};`,
      scoring ? `export * as scoring from ${JSON.stringify(scoring)};` : 'export const scoring = null;',
      `export { default as strings } from ${JSON.stringify(join(folder.path, 'strings.json'))};`,
      `export const template = ${template}, print = ${print};`,
    ].join('\n');
    const path = join(folder.path, 'type.cjs');
    const options = { platform: 'node', format: 'cjs', target: 'node20', sourcemap: 'external', outfile: path } as const;
    const result = await this.build(folder, contents, { ...options, bundle: true, plugins: [forBuild] });
    const [map, text] = ['.map', '.cjs'].map((end) => result?.outputFiles?.find((file) => file.path.endsWith(end))?.text);
    return map === undefined || text === undefined ? null : { text, map, path };
  }

  /** Compiles the script of a type for pages. @param judges only the scoring, without the runtime */
  async piece(folder: TypeFolder, judges = false): Promise<OwnPiece | null> {
    const runtime = judges ? undefined : scriptOf(folder, 'runtime');
    const contents = entryOf({ scoring: scriptOf(folder, 'scoring'), runtime });
    const options = { ...scriptOptions(this.project), plugins: [forPages(this.shared)] };
    const result = await this.build(folder, contents, options);
    if (!result?.metafile) return null;
    return {
      file: `${judges ? 'scoring' : 'type'}.${folder.name}.js`,
      text: (result.outputFiles?.[0]?.text ?? '').trim(),
      uses: sharedIn(result.metafile, this.shared),
      packages: packageFolders(result.metafile),
    };
  }

  /** Compiles the style sheet of a type; '' if it has none. */
  async style({ path, files }: TypeFolder): Promise<string> {
    if (!files.has('style.css')) return '';
    return (await this.compiler.transform(readFileSync(join(path, 'style.css'), 'utf8'), styleOptions)).code;
  }

  /** Returns the source of a template's spec; `null` if the template is missing or doesn't compile. */
  private template({ path, files }: TypeFolder, name: string): string {
    if (!files.has(name)) return 'null';
    const file = join(path, name);
    const text = readFileSync(file, 'utf8');
    const fault = templateFault(text);
    if (!fault) return precompile(text);
    this.diagnostics.error('type-code', { file, line: fault.line, column: fault.column }, { why: fault.why });
    return 'null';
  }

  private async build(folder: TypeFolder, contents: string, options: BuildOptions) {
    const stdin = { contents, resolveDir: folder.path, sourcefile: ENTRY, loader: 'ts' as const };
    // A project's tsconfig.json is only for its editor. It must not change the output.
    const fixed = { absWorkingDir: this.project, charset: 'utf8', write: false, logLevel: 'silent', tsconfigRaw: '{}' } as const;
    try {
      return await this.compiler.build({ ...options, ...fixed, stdin, logOverride: { 'import-is-undefined': 'silent' } });
    } catch (error) {
      for (const message of (error as Partial<BuildFailure>).errors ?? []) this.report(message, folder);
      if (!(error as Partial<BuildFailure>).errors) throw error;
      return null;
    }
  }

  private report({ text, location }: Message, folder: TypeFolder): void {
    // The entry imports a single name, so the only possible error here is that the script doesn't export it.
    if (location?.file.endsWith(ENTRY)) reportExport(scriptOf(folder, 'runtime') ?? folder.path, 'mount', this.diagnostics);
    else {
      const file = location ? join(this.project, location.file) : (scriptOf(folder, 'type') ?? folder.path);
      this.diagnostics.error('type-code', { file, line: location?.line ?? 1, column: (location?.column ?? 0) + 1 }, { why: text });
    }
  }
}

/** Example lines for names that a script must export. */
const EXPORTS: Readonly<Record<string, string>> = {
  definition: 'export const definition = defineType({ … });',
  mount: 'export function mount(root, context) { … }',
  score: 'export function score(options, answer) { … }',
  report: 'export function report(options, answer) { … }',
};

/** Reports a name that a script doesn't export. */
export function reportExport(file: string, name: string, diagnostics: Diagnostics): void {
  const example = EXPORTS[name] ?? `export function ${name}(options) { … }`;
  diagnostics.error('type-export-missing', { file, line: 1, column: 1 }, { name, example });
}
