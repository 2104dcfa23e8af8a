// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Thumbnail } from '../../../build/studio/add/thumbnail.tsx';
import { TypeSide } from '../../../build/studio/add/type-side.tsx';
import type { TypeFacts } from '../../../build/studio/engine/calls.ts';
import { t } from '../../../build/studio/strings.ts';
import { looks } from '../../helpers/drawn.ts';
import { openedStudio, typeOf } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

afterEach(() => show(null));

const page = new UsedPage();
const INSERT = t('add.insert');
const FIGURE = typeOf('figure', 'none', { kind: 'block', label: 'Image' });
const PICTURES = {
  'modules/a/assets/four.png': 'x',
  'modules/a/plan.svg': 'x',
  'modules/a/quai/assets/mie.png': 'x',
  'modules/a/assets/son.mp3': 'x',
  'modules/b/c.png': 'x',
};
const course = (...people: readonly string[]) =>
  ({ people: people.map((id) => ({ id, name: id })), competencies: [], sessions: [] }) as never;

async function shown(type: TypeFacts, files: Readonly<Record<string, string>> = {}, people: readonly string[] = []) {
  const studio = await openedStudio({ 'modules/a/course.yaml': 'id: a\n', ...files }, { checked: { course: course(...people) } });
  const onInsert = vi.fn<(file: string) => void>();
  const onUpload = vi.fn<(files: FileList | null) => Promise<string>>(async () => 'assets/neuf.png');
  await show(h(TypeSide, { studio, type, onInsert, onUpload }));
  return { studio, onInsert, onUpload };
}
const words = (): (string | null)[] => [...document.querySelectorAll('aside h3, aside > p')].map((one) => one.textContent);
const upload = (): HTMLInputElement => document.querySelector('input[type=file]') as HTMLInputElement;
const insert = (): HTMLButtonElement => page.named(INSERT) as HTMLButtonElement;

describe('a type', () => {
  test('has its name, when to choose it, what else it can do and what learners do with it', async () => {
    const { onInsert } = await shown(typeOf('choice', 'choices', { label: 'Choix' }));
    expect([document.querySelector('aside')?.getAttribute('aria-label'), document.querySelectorAll('aside svg').length]).toEqual([
      'Choix',
      1,
    ]);
    const when = `${t('add.when')} ${t('add.when.choice')}`;
    expect(words()).toEqual(['Choix', when, t('add.also.choice'), t('add.isActivity')]);
    await page.press(INSERT);
    expect(looks()).toEqual(['primary large add-insert']);
    expect([page.names, onInsert.mock.calls]).toEqual([[INSERT], [['']]]);
    const drawing = document.querySelector('aside svg')?.innerHTML;
    await show(h(Thumbnail, { type: 'choice' }));
    expect(drawing).toBe(document.querySelector('svg')?.innerHTML);
  });

  test('of a project has no more than its name; a block is only to be read', async () => {
    await shown(typeOf('type-of-ours', '', { kind: 'block', label: 'Le nôtre' }));
    expect(words()).toEqual(['Le nôtre', t('add.isBlock')]);
  });
});

describe('a type with a file', () => {
  test('takes the first of its kind, or the chosen one', async () => {
    const { onInsert } = await shown(FIGURE, PICTURES);
    expect([page.options('add-file'), page.field('add-file').value]).toEqual([
      [
        ['assets/four.png', 'four.png'],
        ['plan.svg', 'plan.svg'],
        ['quai/assets/mie.png', 'quai/assets/mie.png'],
      ],
      'assets/four.png',
    ]);
    await page.press(INSERT);
    await page.fill('add-file', 'plan.svg');
    await page.press(INSERT);
    expect(onInsert.mock.calls).toEqual([['assets/four.png'], ['plan.svg']]);
    expect([page.names.includes(t('add.otherFile')), upload().accept.split(',')[0]]).toEqual([true, '.png']);
  });

  test('is inserted only once there is one', async () => {
    const { onInsert, onUpload } = await shown(typeOf('audio', 'none', { kind: 'block' }));
    expect([page.fields, page.names[0], insert().disabled, upload().accept.split(',')[0]]).toEqual([
      [],
      t('add.first.sound'),
      true,
      '.mp3',
    ]);
    await act(async () => void upload().dispatchEvent(new Event('change', { bubbles: true })));
    expect(onUpload.mock.calls).toEqual([[upload().files]]);
    expect([insert().disabled, page.options('add-file'), page.field('add-file').value]).toEqual([
      false,
      [['assets/neuf.png', 'neuf.png']],
      'assets/neuf.png',
    ]);
    await page.press(INSERT);
    expect(onInsert.mock.calls).toEqual([['assets/neuf.png']]);
  });

  test('has the uploaded one first, and keeps the chosen one if nothing was uploaded', async () => {
    const { onUpload } = await shown(FIGURE, PICTURES);
    const change = (): Promise<void> => act(async () => void upload().dispatchEvent(new Event('change', { bubbles: true })));
    await change();
    expect(page.options('add-file').map(([value]) => value)).toEqual([
      'assets/neuf.png',
      'assets/four.png',
      'plan.svg',
      'quai/assets/mie.png',
    ]);
    onUpload.mockResolvedValue('');
    await change();
    expect(page.field('add-file').value).toBe('assets/neuf.png');
    onUpload.mockResolvedValue('plan.svg');
    await change();
    expect(page.options('add-file').map(([value]) => value)).toEqual(['assets/four.png', 'plan.svg', 'quai/assets/mie.png']);
  });
});

describe('a scene', () => {
  const SCENE = typeOf('scene', 'speeches', { label: 'Scène' });

  test('of a course with people is inserted at once', async () => {
    await shown(SCENE, {}, ['ada']);
    expect(page.names).toEqual([INSERT]);
  });

  test('needs somebody first; then the focus is on the button that inserts', async () => {
    const { studio } = await shown(SCENE);
    expect([page.names.includes(INSERT), document.body.textContent?.includes(t('add.needsPeople'))]).toEqual([false, true]);
    await page.type(t('course.newPerson'), 'Ada');
    await page.press(t('forms.addPerson'));
    expect(studio.project.text('modules/a/course.yaml')).toContain('id: ada');
    await act(() => {
      studio.checked.value = { ...studio.checked.value, course: course('ada') };
    });
    expect([page.names, document.activeElement]).toEqual([[INSERT], insert()]);
  });

  test('of a course that could not be read has nobody either', async () => {
    const { studio } = await shown(SCENE, {}, ['ada']);
    await act(() => {
      studio.checked.value = { ...studio.checked.value, course: null };
    });
    expect(page.names.includes(INSERT)).toBe(false);
    await act(() => {
      studio.checked.value = { ...studio.checked.value, course: course('ada') };
    });
    expect(document.activeElement).toBe(insert());
  });

  test('leaves the focus where it is while nothing was lacking', async () => {
    const { studio } = await shown(SCENE, {}, ['ada']);
    await act(() => {
      studio.checked.value = { ...studio.checked.value, course: course('ada', 'lou') };
    });
    expect(document.activeElement).not.toBe(insert());
  });

  test('only those who speak need people', async () => {
    await shown(typeOf('choice', 'choices'));
    expect(page.names).toEqual([INSERT]);
  });
});

test('the choice of a file and the button for another one have names', async () => {
  await shown(FIGURE, PICTURES);
  expect(page.names).toEqual(['Fichier du cours', 'Ou un autre fichier', 'Insérer']);
});
