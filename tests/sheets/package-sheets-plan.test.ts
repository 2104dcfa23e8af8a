import { expect, test } from 'vitest';
import type { Engine } from '../../build/host/engine.ts';
import type { PackagePlan } from '../../build/model/package.ts';
import { sheetsFor } from '../../build/sheets/package-sheets.ts';
import type { Target } from '../../src/model/course/course.ts';
import { bakery } from '../helpers/bakery.ts';

const engine = { types: new Map(), pieces: { index: { texts: {} } } } as unknown as Engine;
const course = { id: 'pain', title: 'Le pain', organisation: '', lang: 'fr', theme: { name: 'plain', accent: '#0b5394' } };
const PAPER = { name: 'nuit.guide.html', data: new Uint8Array() };

function sheets(target: Target, more: object = {}, zip = `nuit.${target}.zip`) {
  const plan = { course, cohort: undefined, modules: [{ content: bakery() }], retired: {}, target, whole: false, ...more };
  const made = sheetsFor(plan as unknown as PackagePlan, engine)(
    zip,
    { marks: 100, texts: 0, limit: 4096 } as never,
    { bytes: 2048, files: 7, sha256: 'abc', content: 'def' } as never,
  );
  return made.map(({ name, data }) => ({ name, text: new TextDecoder().decode(data) }));
}

test('a package for an LMS has its codebook, its deposit sheet and the papers of its module', () => {
  const [book, sheet, paper, ...others] = sheets('scorm12', { papers: { sheets: [PAPER] }, cohort: { title: 'Les lève-tôt' } });
  expect([book?.name, sheet?.name, paper?.name, others]).toEqual([
    'nuit.scorm12.codebook.csv',
    'nuit.scorm12.depot.html',
    'nuit.guide.html',
    [],
  ]);
  expect(book?.text.split('\r\n')[1]).toMatch(/^0;levain;nuit;/);
  for (const text of [
    '<h1>Une nuit au fournil</h1>',
    'nuit.scorm12.zip',
    'Les lève-tôt',
    '<code>abc</code>',
    '<code>def</code>',
    'SCORM 1.2',
  ])
    expect(sheet?.text).toContain(text);
});

test('the codebook names the parts that the course no longer has', () => {
  const retired = { nuit: { levain: [{ token: 'c', text: 'Au sucre' }] } };
  expect(sheets('scorm12', { retired })[0]?.text).toContain('c = Au sucre (retiré)');
});

test('a site has no codebook; a package without papers has none', () => {
  expect(sheets('web').map(({ name }) => name)).toEqual(['nuit.web.depot.html']);
  expect(sheets('scorm12', {}, 'a.zip.zip').map(({ name }) => name)).toEqual(['a.zip.codebook.csv', 'a.zip.depot.html']);
  expect(sheets('scorm2004-4')[0]?.text.split('\r\n')[1]).toMatch(/^;levain;nuit;/);
  expect(sheets('scorm12', { whole: true })[1]?.text).toContain('<h1>Le pain</h1>');
});
