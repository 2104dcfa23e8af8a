import { expect, test } from 'vitest';
import type { Node, ValidActivity, ValidModule } from '../../../build/model/source.ts';
import { withChanged } from '../../../build/stages/link/changed-pages.ts';

const activity = (id: string, options: object = {}): ValidActivity => ({ id, type: 'choice', options }) as unknown as ValidActivity;
const shown = (one: ValidActivity): Node => ({ kind: 'activity', activity: one });
const [frein, sable, feu] = [activity('frein'), activity('sable'), activity('feu')];
const quiz = activity('bilan', { questions: [shown(sable)], label: 'Bilan' });

const module = {
  id: 'rames',
  pages: [
    { id: 'un', nodes: [{ kind: 'prose', html: '<p>Un tram.</p>' }, shown(frein)] },
    { id: 'deux', nodes: [{ kind: 'block', type: 'callout', options: { nodes: [shown(feu)], title: 'Ici' } }, shown(quiz)] },
    { id: 'trois', nodes: [shown(activity('roue'))] },
  ],
} as unknown as ValidModule;

const change = (...ones: ValidActivity[]): ValidModule => withChanged(module, new Map(ones.map((one) => [one, { ...one, title: 'Neuf' }])));

test('nothing changed: the module stays the same object', () => {
  expect(change()).toBe(module);
});

test('a changed activity is replaced, and pages without one stay the same objects', () => {
  const after = change(frein);
  expect(after.pages.map((page, index) => page === module.pages[index])).toEqual([false, true, true]);
  const [prose] = module.pages[0]?.nodes ?? [];
  expect(after.pages[0]).toEqual({ id: 'un', nodes: [prose, shown({ ...frein, title: 'Neuf' })] });
  expect([after.id, module.pages[0]?.nodes[1]]).toEqual(['rames', shown(frein)]);
});

test('an activity beside a changed one stays as it is', () => {
  const { nodes } = change(feu).pages[1] ?? {};
  expect(nodes).toEqual([
    { kind: 'block', type: 'callout', options: { nodes: [shown({ ...feu, title: 'Neuf' })], title: 'Ici' } },
    shown(quiz),
  ]);
});

test('in a block, in a quiz, and a quiz itself', () => {
  const { pages } = change(sable, feu, quiz);
  expect(pages[1]?.nodes).toEqual([
    { kind: 'block', type: 'callout', options: { nodes: [shown({ ...feu, title: 'Neuf' })], title: 'Ici' } },
    shown({ ...quiz, title: 'Neuf', options: { questions: [shown({ ...sable, title: 'Neuf' })], label: 'Bilan' } } as ValidActivity),
  ]);
});
