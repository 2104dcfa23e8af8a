import { expect, test } from 'vitest';
import { exportModules } from '../../../build/exchange/export/export.ts';
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
