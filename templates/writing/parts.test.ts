// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

const fields = [
  { token: 'a', text: 'Le matin', title: 'Le matin', maxCharacters: 60, minWords: 3 },
  { token: 'b', text: 'Le soir', title: 'Le soir', maxCharacters: 100 },
];
const options = { fields, seenBy: 'trainer' } as unknown as Options;
const open = (answer: Answer | null = null) => mountType<Options, Answer>('writing', mount, options, answer);
const area = (root: HTMLElement, token: string) => root.querySelector(`[data-field="${token}"] textarea`) as HTMLTextAreaElement;
const opened = (root: HTMLElement): string[] =>
  [...root.querySelectorAll<HTMLElement>('.writing-field[open]')].map(({ dataset }) => dataset.field ?? '');

afterEach(() => {
  document.body.classList.remove('c-screen');
  Reflect.deleteProperty(document, 'execCommand');
  vi.restoreAllMocks();
});

it('leaves empty parts out of the notebook, and spaces around texts out of the document', () => {
  const { root, mounted } = open({ a: ' Tôt. ' });
  expect(mounted.text?.()).toBe('Le matin\nTôt.');
  expect(root.querySelector<HTMLTextAreaElement>('.writing-keep textarea')?.value).toBe(
    '# Mon écrit\n\n## Le matin\n\nTôt.\n\n## Le soir\n',
  );
});

it('keeps a text of spaces as it is typed', () => {
  const { root, drafts, type } = open();
  type(area(root, 'b'), '  ');
  expect(drafts).toEqual([{ b: '  ' }]);
});

it('opens a part that was begun and is too short, and folds the others', () => {
  document.body.classList.add('c-screen');
  const { root } = open({ a: 'Un tram' });
  expect([opened(root), root.hasAttribute('data-folded')]).toEqual([['a'], true]);
  document.body.classList.remove('c-screen');
  expect(open({ a: 'Un tram' }).root.hasAttribute('data-folded')).toBe(false);
});

it('opens all parts when the whole page is shown', () => {
  document.body.classList.add('c-screen');
  const inPage: typeof mount = (root, context) => {
    document.body.insertAdjacentHTML('beforeend', '<button data-action="whole"></button>');
    return mount(root, context);
  };
  const { root } = mountType<Options, Answer>('writing', inPage as never, options, { a: 'Un tram' });
  document.querySelector<HTMLElement>('[data-action="whole"]')?.click();
  expect([opened(root), root.hasAttribute('data-folded')]).toEqual([['a', 'b'], false]);
});

it('counts the words of each part, and goes to one without scrolling there by itself', () => {
  const { root, type } = open({ b: 'Un deux' });
  type(area(root, 'a'), 'Un');
  const counts = [...root.querySelectorAll('.writing-field .c-count')].map(({ textContent }) => textContent?.replace(/\s/g, ' '));
  expect(counts.map((count) => /^\d+ mots?/.exec(count ?? '')?.[0])).toEqual(['1 mot', '2 mots']);
  const focus = vi.spyOn(HTMLElement.prototype, 'focus');
  root.querySelector('[data-jump="b"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect([focus.mock.instances, focus.mock.calls]).toEqual([[area(root, 'b')], [[{ preventScroll: true }]]]);
});

it('takes a press on what is inside a button', () => {
  const { root, announced } = open({ a: 'Tôt.' });
  document.execCommand = () => true;
  root.querySelector<HTMLElement>('[data-action="writing-copy"] span')?.click();
  expect(announced).toHaveLength(1);
});

it('shows what was written elsewhere once it is there', () => {
  const recalled: Record<string, { title: string; options: object; answer: Answer | string }> = {};
  const recalling = { ...options, fields: [{ ...fields[0], recall: 'arrets' }, fields[1]] } as unknown as Options;
  const { root, mounted } = mountType<Options, Answer>('writing', mount, recalling, null, false, recalled as never);
  const box = root.querySelector('.writing-recalled') as HTMLElement;
  expect(box.hidden).toBe(true);
  recalled.arrets = { title: 'Les arrêts', options: {}, answer: 'Deux de trop.' };
  mounted.shown?.();
  expect([box.hidden, box.querySelector('blockquote')?.textContent]).toEqual([false, 'Deux de trop.']);
});
