import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { contentScript, restScript } from '../../../build/stages/bundle/scripts.ts';
import { originOf } from '../../../src/model/course/lineage.ts';
import { depot, rames } from '../../bad-input/depot-project.ts';
import { buildPackages } from '../../helpers/build-packages.ts';
import { readZip, type ZipEntry } from '../../helpers/read-zip.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>';
const TEXT = `# Le quai {#quai}

Bonjour.

# Le plan {#plan}

![Le « quai » et son "toit"](assets/plan.svg)

:::gallery
![La voie](assets/plan.svg)
![Le quai](assets/plan.svg)
:::
`;

const bytes = (entries: readonly ZipEntry[], name: string): Buffer | undefined => entries.find((entry) => entry.name === name)?.content;

/** Value that a script leaves on its window under a name. */
function leftBy(script: Buffer | undefined, name: string, root = ''): unknown {
  const window: Record<string, (root: string) => unknown> = {};
  runInNewContext(String(script), { window });
  return window[name]?.(root);
}

/** Markup of the page « plan » as the script of the other pages gives it to a page so far from the root. */
function pageOf(script: Buffer | undefined, root: string): string {
  const { pages } = leftBy(script, 'cartableRest', root) as { pages: Record<string, string> };
  return pages.plan ?? '';
}

test('what a module’s scripts say is the same file in its own package and in its course’s, and leads to the pictures from both', async () => {
  const course = 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\ncourse-targets: [scorm12]\n';
  const out = buildPackages(depot({ 'course.yaml': course, ...rames(TEXT), 'assets/plan.svg': SVG }), '--target', 'scorm12');
  const [own, whole] = await Promise.all(['rames', 'depot'].map((name) => readZip(join(out, `depot/${name}.scorm12.zip`))));
  if (!own || !whole) throw new Error('no packages');
  for (const name of ['content.js', 'pages.js']) {
    expect(bytes(own, name)?.length).toBeGreaterThan(100);
    expect(bytes(whole, `rames/${name}`)).toEqual(bytes(own, name));
  }
  const asset = own.find(({ name }) => name.startsWith('assets/'))?.name;
  expect(pageOf(bytes(own, 'pages.js'), '')).toContain(`src="${asset}" alt="Le «\u00a0quai\u00a0» et son &quot;toit&quot;"`);
  expect(pageOf(bytes(whole, 'rames/pages.js'), '../').match(/src="[^"]*"/g)).toEqual(Array(3).fill(`src="../${asset}"`));
});

test('what answers are checked against comes with the page of the activity, the line of the course at once', async () => {
  const question = (id: string, form: 'choice' | 'order'): string =>
    `:::${form}{#${id}}\nQuel ordre ?\n\n${form === 'choice' ? '- [x] Le patin\n- [ ] La cloche' : '1. Le patin\n2. Le klaxon'}\n:::\n`;
  const text = (form: 'choice' | 'order'): string =>
    String(rames(`# Le quai {#quai}\n\n${question('tot', form)}\n# La voie {#voie}\n\n${question('tard', form)}`)['rames.md']);
  const project = depot({ 'rames.md': text('choice') });
  buildPackages(project, '--target', 'scorm12');
  writeFileSync(join(project, 'modules/depot/rames.md'), text('order'));
  const zip = await readZip(join(buildPackages(project, '--target', 'scorm12'), 'depot/rames.scorm12.zip'));
  const lineage = { origins: ['le patin', 'la cloche', 'le klaxon'].map(originOf).join(''), gone: ['b'], was: ['choice'] };
  const { module } = leftBy(bytes(zip, 'content.js'), 'cartableContent') as { module: { line: string; activities: object[] } };
  expect(module.line).toMatch(/^[a-z0-9]{5}$/);
  expect(module.activities).toMatchObject([lineage, { id: 'tard', origins: '' }]);
  expect(Object.keys(module.activities[1] ?? {})).not.toEqual(expect.arrayContaining(['gone']));
  expect(Object.keys(module.activities[1] ?? {})).not.toEqual(expect.arrayContaining(['was']));
  expect(leftBy(bytes(zip, 'pages.js'), 'cartableRest')).toMatchObject({ activities: { tard: lineage } });
});

test('scripts have the strings of their types in the language of the module, without those for paper', () => {
  const strings = { fr: { label: 'Choix', 'print.hint': 'Cochez' }, en: { label: 'Choice' } };
  const types = new Map(['choice', 'order'].map((name) => [name, { strings }])) as never;
  const content = { lang: 'fr', activities: [], pages: [] };
  const rendered = { content, firstTypes: ['choice'], types: ['choice', 'order', 'none'], rest: {} };
  const of = (lang: string): unknown[] => {
    const module = { ...rendered, content: { ...content, lang } } as never;
    const first = leftBy(
      Buffer.from(contentScript(module, '1.2', { types, pieces: { index: { stringKeys: [] } } as never })),
      'cartableContent',
    );
    const later = leftBy(Buffer.from(restScript(module, '1.2', { types })), 'cartableRest');
    return [first, later].map((left) => JSON.parse(JSON.stringify((left as { readonly typeStrings: object }).typeStrings)));
  };
  expect(of('fr')).toEqual([{ choice: { label: 'Choix' } }, { order: { label: 'Choix' }, none: {} }]);
  expect(of('en')).toEqual([{ choice: { label: 'Choice' } }, { order: { label: 'Choice' }, none: {} }]);
});
