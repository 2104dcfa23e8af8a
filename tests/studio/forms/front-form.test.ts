// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { FrontForm } from '../../../build/studio/forms/front-form.tsx';
import { MountedForm, PATH } from '../../helpers/mounted-form.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const TEXT =
  '---\nid: pain\ntitle: Séance 1 : Le pain # titre\nduration: 20min\ncompetencies: [c1]\naims:\n  - pétrir\n  - { text: cuire, icon: sun }\n---\n\n# Page {#p}\n';
const course = {
  competencies: [
    { id: 'c1', title: 'Pétrir' },
    { id: 'c2', title: 'Cuire' },
  ],
  people: [{ id: 'ada', name: 'Ada' }],
  sessions: [],
};

async function opened(text = TEXT): Promise<MountedForm> {
  const studio = await openedStudio({ [PATH]: text }, { checked: { course: course as never } });
  const form = new MountedForm(studio);
  await act(() => render(h(FrontForm, { studio, path: PATH, onDone: () => form.done.push(0) }), document.body));
  return form;
}

/** Types into the field of a name. */
async function type(form: MountedForm, name: string, value: string): Promise<void> {
  document.querySelector(`[data-field="${name}"]`)?.setAttribute('aria-label', name);
  await form.type(name, value);
}

test('a title with a colon is shown and changed', async () => {
  const form = await opened();
  expect(document.querySelector<HTMLTextAreaElement>('[data-field="front-title"]')?.value).toBe('Séance 1 : Le pain');
  await type(form, 'front-title', ' La \n pâte ');
  expect(form.text).toBe(TEXT.replace('Séance 1 : Le pain', 'La pâte'));
  await type(form, 'front-title', ' ');
  expect(form.text).toBe(TEXT.replace('Séance 1 : Le pain', 'La pâte'));
});

test.each([
  ['duration', '35', 'duration: 20min', 'duration: 35min'],
  ['duration', '', 'duration: 20min\n', ''],
  ['lead', ' Un\ndeux ', 'cuire, icon: sun }\n', 'cuire, icon: sun }\nlead: Un deux\n'],
  ['pass', '60', 'cuire, icon: sun }\n', 'cuire, icon: sun }\npass: 60\n'],
  ['pass', '62,5', 'cuire, icon: sun }\n', 'cuire, icon: sun }\npass: 62.5\n'],
  ['pace', 'page', 'cuire, icon: sun }\n', 'cuire, icon: sun }\npace: page\n'],
  ['completion', 'visited', 'cuire, icon: sun }\n', 'cuire, icon: sun }\ncompletion: visited\n'],
  ['on-fail', 'failed', 'cuire, icon: sun }\n', 'cuire, icon: sun }\non-fail: failed\n'],
  ['on-fail', 'incomplete', '', ''],
  ['aim-0', 'façonner', '- pétrir', '- façonner'],
  ['aim-1', 'cuire, servir', 'text: cuire,', 'text: "cuire, servir",'],
])('%s becomes %j', async (name, value, before, after) => {
  const form = await opened();
  await type(form, name, value);
  expect(form.text).toBe(TEXT.replace(before, after));
});

test('boxes are written as lists or as true', async () => {
  const form = await opened();
  await form.press('Cuire');
  await form.press('Ada');
  expect(form.text).toBe(TEXT.replace('[c1]', '[c1, c2]').replace('sun }\n', 'sun }\npeople: [ada]\n'));
  await form.press('Ada');
  await form.press('Cuire');
  await form.press('Pétrir');
  expect(form.text).toBe(TEXT.replace('competencies: [c1]\n', ''));
});

test('aims are added and removed with the focus, and changes are undone', async () => {
  const form = await opened();
  const press = async (name: string): Promise<void> => {
    document.querySelector(`[data-field="${name}"]`)?.setAttribute('aria-label', name);
    await form.press(name);
  };
  await press('aim-add');
  expect(form.text).toMatch(/icon: sun \}\n {2}- .+\n---\n/);
  expect(document.activeElement?.getAttribute('data-field')).toBe('aim-2');
  await form.press('Annuler');
  expect(form.text).toBe(TEXT);
  await form.press(form.names.filter((name) => name.startsWith('Retirer'))[0] ?? '');
  expect(form.text).toBe(TEXT.replace('  - pétrir\n', ''));
  await form.press('Terminé');
  expect(form.done).toEqual([0]);
});

test('front matter that can’t be read has no fields', async () => {
  const form = await opened('---\ntitle: [a\n---\n');
  expect(form.names).toEqual(['Annuler', 'Terminé']);
});
