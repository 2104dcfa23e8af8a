import { expect, test } from 'vitest';
import { exportModules } from '../../../build/exchange/export/export.ts';
import { assetMarker } from '../../../build/model/markers.ts';
import type { ValidActivity, ValidModule } from '../../../build/model/source.ts';

const choice = (html: string, right: boolean, weight?: number) => ({ html, text: html, right, ...(weight !== undefined && { weight }) });

function activity(id: string, type: string, options: object): ValidActivity {
  const at = { file: `${id}.md`, line: 7, column: 1 };
  return { id, type, at, points: 1, competencies: [], options } as unknown as ValidActivity;
}

const module = (...activities: readonly ValidActivity[]): ValidModule =>
  ({ pages: [{ nodes: activities.map((one) => ({ kind: 'activity', activity: one })) }] }) as unknown as ValidModule;

const world = { lang: 'fr' as const, variables: {}, categoryOf: () => [] };
const shared = activity('four', 'choice', {
  prompt: '<p>Four ?</p>',
  choices: [choice('a', true, 100), choice('b', false, 47)],
});
const map = activity('carte', 'mind-map', {});

test('questions of all modules are one text; each remark names its activity and file', () => {
  const plain = activity('sel', 'choice', { prompt: '<p>Sel ?</p>', choices: [choice('a', true), choice('b', false)] });
  const { text, made, remarks } = exportModules([module(map), module(shared, plain), module(plain)], 'gift', world, () => undefined);
  expect(text.match(/^::\w+::/gm)).toEqual(['::four::', '::sel::']);
  expect(made).toBe(2);
  expect(remarks).toEqual([
    { level: 'refused', key: 'export.kind', values: { type: 'mind-map', to: 'Moodle' }, line: 7, id: 'carte', file: 'carte.md' },
    { level: 'note', key: 'export.share', values: { share: 47, near: 50 }, line: 7, id: 'four', file: 'four.md' },
  ]);
});

test('a picture that can’t be read is reported at its activity', () => {
  const prompt = `<p><img src="${assetMarker('img/a b.png')}" alt="Un four"></p>`;
  const pictured = activity('pain', 'choice', { prompt, choices: [choice('a', true), choice('b', false)] });
  const asked: string[] = [];
  const { made, remarks } = exportModules([module(pictured)], 'moodle-xml', world, (path) => {
    asked.push(path);
    return undefined;
  });
  expect([made, asked]).toEqual([1, ['img/a b.png']]);
  expect(remarks).toEqual([
    { level: 'lost', key: 'export.missing-picture', values: { file: 'img/a b.png' }, line: 7, id: 'pain', file: 'pain.md' },
  ]);
});

test.each(['img/mon plan (1).png', 'img/100 %.png', 'img/été%20.png'])('the picture %s is part of the export', (path) => {
  const prompt = `<p><img src="${assetMarker(path)}" alt="Un [four]"></p>`;
  const pictured = activity('pain', 'choice', { prompt, choices: [choice('a', true), choice('b', false)] });
  const read = (to: 'moodle-xml' | 'gift') =>
    exportModules([module(pictured)], to, world, (one) => (one === path ? Uint8Array.of(1) : undefined));
  const name = path.replace('img/', '');
  expect(read('moodle-xml').remarks).toEqual([]);
  expect(read('moodle-xml').text).toContain(
    `<img src="@@PLUGINFILE@@/${encodeURIComponent(name)}" alt="Un [four]"></p>]]></text><file name="${name}" path="/" encoding="base64">AQ==</file>`,
  );
  expect(read('gift').remarks.map(({ key }) => key)).toEqual(['export.picture']);
});
