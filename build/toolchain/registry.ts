import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { precompile } from './precompile.ts';

/** Lists the types: the folders of `templates/` whose name doesn't begin with `_`. */
export function typeNames(root: string): string[] {
  return readdirSync(join(root, 'templates'), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !entry.name.startsWith('_') &&
        existsSync(join(root, 'templates', entry.name, 'type.ts')) &&
        existsSync(join(root, 'templates', entry.name, 'template.hbs')),
    )
    .map((entry) => entry.name)
    .sort();
}

function precompiled(path: string): string {
  return precompile(readFileSync(path, 'utf8'));
}

function folderSource(root: string, name: string, index: number): { imports: string; entry: string } {
  const folder = join(root, 'templates', name);
  const path = (file: string): string => JSON.stringify(join(folder, file));
  const hasScoring = existsSync(join(folder, 'scoring.ts'));
  const imports = [
    `import { definition as definition${index} } from ${path('type.ts')};`,
    hasScoring ? `import * as scoring${index} from ${path('scoring.ts')};` : '',
    `import strings${index} from ${path('strings.json')};`,
  ];
  const entry = `{ name: ${JSON.stringify(name)}, definition: definition${index}, scoring: ${hasScoring ? `scoring${index}` : 'null'}, strings: strings${index},
    hasRuntime: ${existsSync(join(folder, 'runtime.ts'))}, template: ${precompiled(join(folder, 'template.hbs'))},
    print: ${existsSync(join(folder, 'print.hbs')) ? precompiled(join(folder, 'print.hbs')) : 'null'} }`;
  return { imports: imports.join('\n'), entry };
}

/** Precompiles the templates of a folder, by name. */
function templatesIn(folder: string): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.hbs'));
  return files
    .sort()
    .map((file) => `${file.replace('.hbs', '')}: ${precompiled(join(folder, file))}`)
    .join(', ');
}

/** Templates, style and script of the pages of `report` and `verify`. Their policy names the script by its digest: nothing else runs in them. */
function reportPages(root: string): string {
  const folder = join(root, 'build/results');
  const minified = (path: string, loader: 'ts' | 'css'): string =>
    transformSync(readFileSync(join(folder, path), 'utf8'), {
      loader,
      minify: true,
      ...(loader === 'ts' && { format: 'iife' }),
    }).code.trim();
  const script = minified('browser/page-script.ts', 'ts');
  const digest = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const css = { css: minified('pages/report.css', 'css'), verdictCss: minified('../verify/page/verdict.css', 'css') };
  const texts = { ...css, script, policy };
  const templates = [join(folder, 'pages'), join(root, 'build/verify/page')].map(templatesIn).join(', ');
  return `{ templates: { ${templates} }, ${JSON.stringify(texts).slice(1)}`;
}

function iconBodies(root: string): Record<string, string> {
  const names: string[] = JSON.parse(readFileSync(join(root, 'templates/_shell/icons.json'), 'utf8'));
  const file = createRequire(join(root, 'package.json')).resolve('@iconify-json/lucide/icons.json');
  const set: { icons: Record<string, { body: string }>; aliases?: Record<string, { parent: string }> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return Object.fromEntries(
    names.map((name) => {
      const icon = set.icons[name] ?? set.icons[set.aliases?.[name]?.parent ?? ''];
      if (!icon) throw new Error(`templates/_shell/icons.json: lucide has no icon "${name}"`);
      // The set leaves half of the circle empty. At 20 px this looks like a ring, so we fill it.
      return [name, name === 'contrast' ? icon.body.replace('<path ', '<path fill="currentColor" ') : icon.body];
    }),
  );
}

/** Source of the module `virtual:cartable-papers`: the sheets beside packages, the pages of `report` and `verify`. */
export function papersSource(root: string): string {
  return `export const sheets = { ${templatesIn(join(root, 'build/sheets'))} };
export const reports = ${reportPages(root)};
`;
}

/** Source of the module `virtual:cartable-types`: every type and the templates of the shell, found by listing. */
export function registrySource(root: string): string {
  const folders = typeNames(root).map((name, index) => folderSource(root, name, index));
  const strings = (lang: string): string => JSON.stringify(join(root, `src/strings/${lang}.json`));
  return `${folders.map((folder) => folder.imports).join('\n')}
import shellFr from ${strings('fr')};
import shellEn from ${strings('en')};
export const folders = [${folders.map((folder) => folder.entry).join(',\n')}];
export const shell = { page: ${precompiled(join(root, 'templates/_shell/page.hbs'))}, activity: ${precompiled(join(root, 'templates/_shell/activity.hbs'))} };
export const shellStrings = { fr: shellFr, en: shellEn };
export const icons = ${JSON.stringify(iconBodies(root))};
`;
}

/** Sources of the modules that are made by listing folders, by the names that imports use. */
export const virtualModules: ReadonlyMap<string, (root: string) => string> = new Map([
  ['virtual:cartable-types', registrySource],
  ['virtual:cartable-papers', papersSource],
]);
