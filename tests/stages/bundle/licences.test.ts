import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PieceIndex } from '../../../build/host/engine.ts';
import { build } from '../../../build/pipeline.ts';
import { licencesFor } from '../../../build/stages/bundle/licences.ts';
import { depot, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { exampleOf } from '../../helpers/examples-project.ts';
import { readZip } from '../../helpers/read-zip.ts';

async function packageOf(body: string, target: 'scorm12' | 'web') {
  const project = depot(rames(`# Le quai {#quai}\n\n${body}\n`));
  await build(requestFor(project, { targets: [target] }), engine);
  const entries = await readZip(join(project, `dist/depot/rames.${target}.zip`));
  return new Map(entries.map(({ name, content }) => [name, content.toString()]));
}

const projectsIn = (text = ''): string[] => [...text.matchAll(/^(\S+) \((?:MIT|ISC)/gm)].map(([, name = '']) => name);

const ALWAYS = ['Cartable', 'Lucide', 'fflate', 'scorm-again'];

test('a package says whose work it holds, and under which licence', async () => {
  const files = await packageOf('Une rame attend.', 'scorm12');
  const text = files.get('licences.txt') ?? '';
  expect(projectsIn(text)).toEqual(ALWAYS);
  expect(text.match(/^Permission (?:is hereby granted|to use)/gm)).toHaveLength(5);
  expect(text).toContain('Copyright (c) 2020 Jonathan Putney');
  expect(text).toContain('*.xsd');
  expect(files.get('imsmanifest.xml')).toContain('<file href="licences.txt"/>');
  const naming = [...files].filter(([name, content]) => name !== 'imsmanifest.xml' && content.includes('licences.txt'));
  expect(naming.map(([name]) => name)).toEqual([]);
});

test('it names what is in this package alone', async () => {
  const files = await packageOf(exampleOf('matching'), 'web');
  expect([...files.keys()]).toContain('sortable.js');
  expect(projectsIn(files.get('licences.txt'))).toEqual([...ALWAYS, 'sortablejs']);
  expect(files.get('licences.txt')).not.toContain('*.xsd');
});

test('projects stand in the order of their names after Cartable and Lucide, each once', () => {
  const libraries = { 'core.js': ['Zip', 'Cartable'], 'type.order.js': ['Sort', 'Zip'] };
  const notices = { Cartable: 'A', Lucide: 'B', Sort: 'C', Zip: 'D', Other: 'E' };
  const index = { libraries, notices } as unknown as PieceIndex;
  const noticesIn = (...files: string[]): string[] =>
    licencesFor(files, 'web', index)
      .split(/\n-+\n\n/)
      .slice(1);
  expect(noticesIn('core.js', 'type.order.js', 'type.choice.js')).toEqual(['A', 'B', 'C', 'D']);
  expect(noticesIn()).toEqual(['A', 'B']);
  expect(
    licencesFor(['core.js'], 'web', { ...index, notices: { Cartable: 'A', Lucide: 'B' } })
      .split(/\n-+\n\n/)
      .slice(1),
  ).toEqual(['A', 'B', '']);
  const whole = licencesFor(['core.js'], 'scorm12', index).split(/\n-{80}\n\n/);
  expect(whole.map((part) => part.split('\n')[0])).toEqual([
    'Ce paquet contient le travail des projets suivants, chacun sous sa licence.',
    'A',
    'B',
    'D',
    'XML: *.xsd, *.dtd',
  ]);
});
