import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oldSheetsRemover } from '../../build/cli/old-sheets.ts';

function folder(report: string) {
  const path = mkdtempSync(join(tmpdir(), 'cartable-releves-'));
  mkdirSync(join(path, 'vieux'));
  for (const name of [
    'releve-ines.html',
    'releve-marc.html',
    'releve-ines.html.bak',
    'releve-seule.html',
    'autre.html',
    'vieux/releve-ines.html',
  ])
    writeFileSync(join(path, name), 'x');
  writeFileSync(join(path, 'report.json'), report);
  return path;
}
const people = (...sheets: unknown[]) => JSON.stringify({ people: sheets.map((sheet) => ({ sheet })) });

test('sheets that the next report lacks are removed, once that is written', () => {
  const path = folder(
    people(
      'releve-ines.html',
      'releve-marc.html',
      'releve-gone.html',
      'releve-ines.html.bak',
      'autre.html',
      '../x.html',
      'vieux/releve-ines.html',
      3,
      ['releve-seule.html'],
    ),
  );
  const remove = oldSheetsRemover(path, new Set(['releve-marc.html']));
  expect(readdirSync(path)).toContain('releve-ines.html');
  remove();
  expect(readdirSync(path).sort()).toEqual([
    'autre.html',
    'releve-ines.html.bak',
    'releve-marc.html',
    'releve-seule.html',
    'report.json',
    'vieux',
  ]);
  expect(readdirSync(join(path, 'vieux'))).toEqual(['releve-ines.html']);
});

test('nothing is removed without a report', () => {
  for (const text of ['{', '{}']) {
    const path = folder(text);
    oldSheetsRemover(path, new Set())();
    expect(readdirSync(path)).toHaveLength(7);
  }
});
