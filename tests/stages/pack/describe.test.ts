import { expect, test } from 'vitest';
import type { Entry } from '../../../build/host/host.ts';
import type { FittedModule } from '../../../build/model/built.ts';
import type { PackagePlan } from '../../../build/model/package.ts';
import { contentDigest, describe } from '../../../build/stages/pack/describe.ts';
import { bakery, bakeryCourse } from '../../helpers/bakery.ts';
import type { engine } from '../../helpers/engine.ts';

const shown = (parts: Parameters<Parameters<typeof contentDigest>[1]>[0]): string =>
  [...parts].map((part) => (typeof part === 'string' ? part : 'path' in part ? `<${part.path}>` : `(${Buffer.from(part)})`)).join('');
const digest = (...entries: Entry[]) => contentDigest(entries, shown as typeof engine.host.sha256);

test('each file by name: name, length in bytes, content; the description is left out', () => {
  const entries: Entry[] = [
    { name: 'b.txt', data: 'été' },
    { name: 'cartable.json', data: '{}' },
    { name: 'a.mp4', path: '/a.mp4', bytes: 9 },
    { name: 'c', data: new Uint8Array([65]) },
  ];
  expect(digest(...entries)).toBe('a.mp4\x009\x00</a.mp4>b.txt\x005\x00(été)c\x001\x00(A)');
  expect(digest(...[...entries].reverse())).toBe(digest(...entries));
});

const plan = (more: Partial<PackagePlan> = {}): PackagePlan =>
  ({
    course: { id: 'pain', title: 'Le pain', organisation: '', theme: { name: 'plain', accent: '#123456' } },
    cohort: undefined,
    modules: [{ content: bakery(), pageMinutes: {} }] as unknown as FittedModule[],
    target: 'scorm12',
    whole: false,
    retired: {},
    papers: undefined,
    ...more,
  }) as unknown as PackagePlan;
const described = (more?: Partial<PackagePlan>) => JSON.parse(describe(plan(more), 'digest', '1.2.3'));

test('a package of one session, of one cohort', () => {
  expect(described()).toMatchObject({
    format: 1,
    version: '1.2.3',
    course: 'pain',
    module: 'nuit',
    target: 'scorm12',
    line: 'tests',
    content: 'digest',
    theme: { name: 'plain', accent: '#123456' },
    courseTitle: 'Le pain',
  });
  expect(Object.keys(described())).not.toContain('cohort');
  expect(described({ cohort: { name: 'nord', title: 'Nord' } }).cohort).toBe('nord');
  expect(describe(plan(), 'd', '1')).toMatch(/^\{\n {2}"format": 1,[\s\S]*\}\n$/);
});

test('a whole course lists its sessions, or its chapters', () => {
  const both = [bakery(), bakery({ id: 'matin' })].map((content) => ({ content, pageMinutes: {} })) as unknown as FittedModule[];
  expect(described({ whole: true, modules: both }).modules).toEqual(['nuit', 'matin']);
  const lines = [bakery({ line: 'premier' }), bakery({ line: 'second' })].map((content) => ({ content, pageMinutes: {} }));
  expect(described({ whole: true, modules: lines as unknown as FittedModule[] }).line).toBe('premier');
  const one = [{ content: bakeryCourse(), pageMinutes: {} }] as unknown as FittedModule[];
  expect([described({ whole: true, modules: one }).modules, 'module' in described({ whole: true, modules: one })]).toEqual([
    ['nuit', 'matin'],
    false,
  ]);
});
