import { expect, it, vi } from 'vitest';
import type { ModuleContent } from '../../src/model/course/course.ts';
import type { LearnerState } from '../../src/model/state/state.ts';
import { downloadAttempts, textOfAttempts } from '../../src/player/other-attempts.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Tracker } from '../../src/visit/tracker.ts';

const content = {
  courseTitle: 'Au dépôt',
  title: 'Les rames',
  activities: [
    { n: 0, id: 'frein', title: 'Quel frein ?' },
    { n: 1, id: 'mot', title: '' },
  ],
} as unknown as ModuleContent;
const state = (activities: object): LearnerState => ({ activities }) as LearnerState;

it('writes the words of each question under its title, or its id, and leaves out the others', () => {
  const text = textOfAttempts(content, [
    state({ 0: { answer: 'Le patin', tries: 1 }, 1: { answer: { a: 'Un', b: ['Deux', ''] }, tries: 1 } }),
    state({ 1: { tries: 0 } }),
  ]);
  expect(text).toBe('Au dépôt\nLes rames\n\nQuel frein ?\nLe patin\n\nmot\nUn\nDeux\n\n');
});

it('is downloaded as a file named after the module', async () => {
  const [files, names]: [Blob[], string[]] = [[], []];
  const link = { click: () => void names.push(link.download), href: '', download: '', append: () => {}, remove: () => {} };
  vi.stubGlobal('document', { createElement: () => link, body: { append: () => {} } });
  const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:text';
  });
  useStrings({ 'notebook.file': 'carnet' });
  const tracker = { others: () => [state({ 0: { answer: 'Le patin', tries: 1 } })] } as unknown as Tracker;
  downloadAttempts({ ...content, id: 'rames' }, tracker);
  url.mockRestore();
  vi.unstubAllGlobals();
  expect([names, await files[0]?.text()]).toEqual([['rames-carnet.txt'], 'Au dépôt\nLes rames\n\nQuel frein ?\nLe patin\n']);
});

it('prefers what was typed last', () => {
  expect(textOfAttempts(content, [state({ 0: { answer: 'Le patin', draft: 'La cloche', tries: 1 } })])).toContain('La cloche');
});

it('leaves out a text that was emptied since, and writes a zero and a no', () => {
  const text = textOfAttempts(content, [
    state({ 0: { answer: 'Le patin', draft: '', tries: 1 }, 1: { answer: 0, tries: 1 } }),
    state({ 0: { answer: null, tries: 0 }, 1: { answer: { a: false, b: null }, tries: 1 } }),
  ]);
  expect(text).toBe('Au dépôt\nLes rames\n\nmot\n0\n\nmot\nfalse\n');
});
