import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { precompile } from '../../build/toolchain/precompile.ts';
import { typeNames } from '../../build/toolchain/registry.ts';
import { root, temporary } from './processes.ts';

function templatesSource(): string {
  const template = (folder: string, file: string): string => precompile(readFileSync(join(root, 'templates', folder, file), 'utf8'));
  const stringsIn = (path: string): { readonly fr?: object } => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const labels = (name: string): string => JSON.stringify(stringsIn(`templates/${name}/strings.json`).fr);
  const types = typeNames(root).map(
    (name) => `${JSON.stringify(name)}: { template: ${template(name, 'template.hbs')}, t: ${labels(name)} }`,
  );
  return `export const page = ${template('_shell', 'page.hbs')};
export const frame = ${template('_shell', 'activity.hbs')};
export const labels = ${JSON.stringify(stringsIn('src/strings/fr.json'))};
export const types = {${types.join(',\n')}};`;
}

const templates: Plugin = {
  name: 'templates',
  setup(setup) {
    setup.onResolve({ filter: /^virtual:bare-templates$/ }, () => ({ path: 'templates', namespace: 'bare' }));
    setup.onLoad({ filter: /.*/, namespace: 'bare' }, () => ({ contents: templatesSource(), loader: 'js' }));
  },
};

/** Bundles the bare script into one file, as the program is. @returns its path */
export async function makeBareSession(): Promise<string> {
  const outfile = join(temporary(), 'bare-session.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/bench/bare-session.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [templates],
  });
  return outfile;
}
