import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Handlebars from 'handlebars';

/** Names of the types: the folders of `templates/` that begin with no `_`. */
export function typeNames(root: string): string[] {
  return readdirSync(join(root, 'templates'), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !entry.name.startsWith('_') &&
        existsSync(join(root, 'templates', entry.name, 'schema.ts')) &&
        existsSync(join(root, 'templates', entry.name, 'template.hbs')),
    )
    .map((entry) => entry.name)
    .sort();
}

/** Template text → the source of a Handlebars spec. Blank lines and indents are for the template's reader only. */
function precompile(path: string): string {
  const text = readFileSync(path, 'utf8')
    .replace(/^[ \t]+/gm, '')
    .replace(/\n+/g, '\n')
    .trim();
  // Nothing but a helper that is known has a helper's name: the rest is looked up as data alone.
  const spec = Handlebars.precompile(text, {
    knownHelpers: {
      icon: true,
      inc: true,
      letter: true,
      join: true,
      eq: true,
      typeset: true,
      scramble: true,
      turn: true,
      range: true,
      lines: true,
      room: true,
      asked: true,
      whereabouts: true,
      captioned: true,
      say: true,
      signed: true,
    },
    knownHelpersOnly: true,
  });
  return String(spec);
}

function folderSource(root: string, name: string, index: number): { imports: string; entry: string } {
  const folder = join(root, 'templates', name);
  const path = (file: string): string => JSON.stringify(join(folder, file));
  const hasScoring = existsSync(join(folder, 'scoring.ts'));
  const imports = [
    `import * as schema${index} from ${path('schema.ts')};`,
    hasScoring ? `import * as scoring${index} from ${path('scoring.ts')};` : '',
    `import fr${index} from ${path('strings/fr.json')};`,
    `import en${index} from ${path('strings/en.json')};`,
  ];
  const entry = `{ name: ${JSON.stringify(name)}, schema: schema${index}, scoring: ${hasScoring ? `scoring${index}` : 'null'}, strings: { fr: fr${index}, en: en${index} },
    hasRuntime: ${existsSync(join(folder, 'runtime.ts'))}, template: ${precompile(join(folder, 'template.hbs'))},
    print: ${existsSync(join(folder, 'print.hbs')) ? precompile(join(folder, 'print.hbs')) : 'null'} }`;
  return { imports: imports.join('\n'), entry };
}

/** The pages that lie beside a zip, by the names of their files. */
function sheetTemplates(root: string): string {
  const folder = join(root, 'build/sheets');
  const files = readdirSync(folder).filter((file) => file.endsWith('.hbs'));
  return files
    .sort()
    .map((file) => `${file.replace('.hbs', '')}: ${precompile(join(folder, file))}`)
    .join(', ');
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
      // The set leaves the half of its circle empty: at 20 px only a full one is told from a ring.
      return [name, name === 'contrast' ? icon.body.replace('<path ', '<path fill="currentColor" ') : icon.body];
    }),
  );
}

/** Source of the module `virtual:cartable-types`: every type, form, shell and sheet template, found by listing. */
export function registrySource(root: string): string {
  const folders = typeNames(root).map((name, index) => folderSource(root, name, index));
  const formFolder = join(root, 'build/markdown/forms');
  const forms = readdirSync(formFolder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const formName = (file: string): string => file.replace(/\.ts$/, '');
  const strings = (lang: string): string => JSON.stringify(join(root, `src/strings/${lang}.json`));
  return `${folders.map((folder) => folder.imports).join('\n')}
${forms.map((file, index) => `import { read as form${index} } from ${JSON.stringify(join(formFolder, file))};`).join('\n')}
import shellFr from ${strings('fr')};
import shellEn from ${strings('en')};
export const folders = [${folders.map((folder) => folder.entry).join(',\n')}];
export const forms = {${forms.map((file, index) => `${JSON.stringify(formName(file))}: form${index}`).join(', ')}};
export const shell = { page: ${precompile(join(root, 'templates/_shell/page.hbs'))}, activity: ${precompile(join(root, 'templates/_shell/activity.hbs'))} };
export const sheets = { ${sheetTemplates(root)} };
export const shellStrings = { fr: shellFr, en: shellEn };
export const icons = ${JSON.stringify(iconBodies(root))};
`;
}
