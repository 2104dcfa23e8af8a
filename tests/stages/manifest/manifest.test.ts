import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '../../../build/model/built.ts';
import type { PackagePlan } from '../../../build/model/package.ts';
import { manifest, manifestOf } from '../../../build/stages/manifest/manifest.ts';
import { FIRST, tramway } from '../../e2e/tramway.ts';
import { engine } from '../../helpers/engine.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { xsdErrors } from '../../helpers/validate-xsd.ts';
import { depot, EDITIONS, oneSession } from './depot.ts';

const HARD_TITLES = [
  'Pain & levain < 2 h > « façon "maison" » d’hier',
  'Où ça ? À l’œuvre — Œuf, naïveté, ça',
  'Trams 🚋🧑‍🏭 la nuit',
  'مستودع الترام \u200fשלום',
  'Un CDATA ]]> dedans',
  'x'.repeat(200),
  '🚋'.repeat(200),
];

function titlesOf(text: string): string[] {
  const parser = new XMLParser({ trimValues: false, parseTagValue: false });
  const { organization } = parser.parse(text).manifest.organizations;
  return [organization.title, ...[organization.item].flat().map((item: { title: string }) => item.title)];
}

describe.each(EDITIONS)('%s', (target) => {
  test('one SCO and three are valid for the schemas of the edition', () => {
    expect(xsdErrors(manifest(oneSession(target)), target)).toEqual([]);
    expect(xsdErrors(manifest(depot(target)), target)).toEqual([]);
    expect(xsdErrors(manifest({ ...depot(target), shared: [] }), target)).toEqual([]);
  });

  test('the schemas are really asked', () => {
    const good = manifest(depot(target));
    for (const bad of [
      good.replace('identifier="res-ouvrir"', 'identifier="ouvrir"'),
      good.replace('<item identifier="freins"', '<item identifier="3 freins"'),
      good.replace(/(adlcp:scorm[tT]ype)="sco"/, '$1="scorm"'),
      good.replace('isvisible="true"', 'isvisible="yes"'),
      good.replace('<resources>', '<resources><metadata/>'),
      good.replace('</manifest>', ''),
    ]) {
      expect(bad).not.toBe(good);
      expect(xsdErrors(bad, target)).not.toEqual([]);
    }
  });

  test.each(HARD_TITLES.map((title) => [title.slice(0, 40), title]))('the title %s is valid and comes back as it was', (_, title) => {
    const text = manifest(oneSession(target, title));
    expect(xsdErrors(text, target)).toEqual([]);
    expect(titlesOf(text)).toEqual([title, title]);
  });

  test('moodle 26: a title is one line without control characters, and keeps its no-break spaces', () => {
    const text = manifest(oneSession(target, ' Sablage\u00a0:\n\tquand\u202f?\u0000\u0007\ud800\uffff '));
    expect(xsdErrors(text, target)).toEqual([]);
    expect(titlesOf(text)).toEqual(['Sablage\u00a0: quand\u202f?', 'Sablage\u00a0: quand\u202f?']);
  });

  test('moodle 26: no more is escaped than must be', () => {
    expect(manifest(oneSession(target, `"L'un" & <l'autre> é`))).toContain(`<title>"L'un" &amp; &lt;l'autre> é</title>`);
  });

  test('moodle 25: an item is called as its module in every package and cohort', () => {
    const item = /<item identifier="freins" identifierref="res-freins" isvisible="true">/;
    expect(manifest(oneSession(target))).toMatch(item);
    expect(manifest(depot(target))).toMatch(item);
    expect(manifest({ ...oneSession(target), id: 'depot-de-tram.freins.autre-cohorte' })).toMatch(item);
  });

  test('names that would meet stay apart, and the item keeps its own', () => {
    const ids = ['depot', 'org-depot', 'res-depot', 'course-depot', 'shared', 'res-shared'];
    const text = manifest({ ...depot(target, ids), id: 'depot' });
    expect(xsdErrors(text, target)).toEqual([]);
    expect([...text.matchAll(/<item identifier="([^"]+)"/g)].map((match) => match[1])).toEqual(ids);
    const all = [...text.matchAll(/ identifier="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('what no xs:ID allows is changed in the package, and refused in a module', () => {
    expect(xsdErrors(manifest({ ...depot(target), id: '2027/dépôt nuit' }), target)).toEqual([]);
    expect(() => manifest(depot(target, ['3-freins']))).toThrow('"3-freins"');
    expect(() => manifest(depot(target, ['freins', 'freins']))).toThrow('"freins"');
  });

  test('a page that stands in no list is listed all the same, once', () => {
    const input = depot(target, ['freins']);
    const text = manifest({ ...input, scos: input.scos.map((sco) => ({ ...sco, files: [] })) });
    expect(text.match(/<file href="freins\/index.html"\/>/g)).toHaveLength(1);
    const inShared = manifest({ ...input, shared: ['freins/index.html'], scos: input.scos.map((sco) => ({ ...sco, files: [] })) });
    expect(inShared.match(/<file href="freins\/index.html"\/>/g)).toHaveLength(1);
    expect(xsdErrors(inShared, target)).toEqual([]);
  });

  test('schemas are named by relative addresses of files that are shipped', () => {
    const names = engine.pieces.schemas(target).map((entry) => entry.name);
    const words = (/xsi:schemaLocation="([^"]+)"/.exec(manifest(depot(target)))?.[1] ?? '').split(' ');
    const locations = words.filter((_, index) => index % 2 === 1);
    expect(locations.length).toBeGreaterThan(2);
    expect(names).toEqual(expect.arrayContaining(locations));
  });
});

test('moodle 5, 6: never a mastery score, nor a threshold', () => {
  for (const target of EDITIONS) expect(manifest(depot(target)).toLowerCase()).not.toMatch(/mastery|threshold|minnormalized|satisfied/);
});

test('a text that is corrected leaves it the same to the letter: ILIAS takes no other for a new version', async () => {
  const course = tramway('scorm12');
  const manifestOf = async (body: string): Promise<string> =>
    String((await readZip(course.build(body))).find(({ name }) => name === 'imsmanifest.xml')?.content);
  const before = await manifestOf(FIRST);
  expect(before).toContain('Les rames');
  expect(await manifestOf(FIRST.replace('Les affiches', 'Les publicités').replace('# En ligne', '# Sur la ligne'))).toBe(before);
});

test('the identifier names course, module and cohort', () => {
  const plan = (whole: boolean, cohort?: string) =>
    ({
      course: { id: 'depot', title: 'Au dépôt' },
      modules: [{ content: { id: 'ouvrir', title: 'Ouvrir' } }],
      target: 'scorm12',
      whole,
      ...(cohort !== undefined && { cohort: { name: cohort, title: cohort } }),
    }) as unknown as PackagePlan;
  const bundle: Bundle = { scos: [...oneSession('scorm12').scos], entries: [], shared: [] };
  const idOf = (one: PackagePlan) => /<manifest identifier="([^"]+)"/.exec(manifestOf(one, bundle) ?? '')?.[1];
  expect(idOf(plan(false))).toBe('course-depot.ouvrir');
  expect(idOf(plan(false, 'promo'))).toBe('course-depot.ouvrir.promo');
  expect(idOf(plan(true, 'promo'))).toBe('course-depot.promo');
  expect(manifestOf({ ...plan(false), target: 'web' }, bundle)).toBeUndefined();
  const packed = { ...bundle, shared: ['core.js'] };
  expect([true, false].map((whole) => titlesOf(manifestOf(plan(whole), packed) ?? ''))).toEqual([
    ['Au dépôt', 'Freins & sablage'],
    ['Ouvrir', 'Freins & sablage'],
  ]);
  const files = [...(manifestOf(plan(false), packed) ?? '').matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name);
  expect(files).toEqual(['content.js', 'index.html', 'cartable.json', 'core.js']);
});
