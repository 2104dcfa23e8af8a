import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { depot, rames } from './bad-input/depot-project.ts';
import { buildPackages } from './helpers/build-packages.ts';
import { readZip, type ZipEntry } from './helpers/read-zip.ts';

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

/** Markup of the page « plan » as the script of the other pages gives it to a page so far from the root. */
function pageOf(script: Buffer | undefined, root: string): string {
  const window: { cartableRest?: (root: string) => { pages: Record<string, string> } } = {};
  runInNewContext(String(script), { window });
  return window.cartableRest?.(root).pages.plan ?? '';
}

test('what a module’s scripts say is the same file in its own package and in its course’s, and leads to the pictures from both', async () => {
  const out = buildPackages(depot({ ...rames(TEXT), 'assets/plan.svg': SVG }), '--target', 'scorm12');
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
