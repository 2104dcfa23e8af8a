// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { asMarkdown, asPage } from './document.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

afterEach(() => vi.restoreAllMocks());

it('keeps as text what looks like a tag, and leaves other signs alone', () => {
  expect(asMarkdown('Mon écrit', [{ title: 'Un', text: 'a < b <i>c</I> <!-- <?d 1<2\n\nfin' }])).toBe(
    '# Mon écrit\n\n## Un\n\na < b \\<i>c\\</I> \\<!-- \\<?d 1<2\n\nfin\n',
  );
  expect(asMarkdown('Vide', [])).toBe('# Vide\n');
});

it('is a page in the language of this one, with a paragraph for each, and its lines', () => {
  document.documentElement.lang = 'fr';
  const made = vi.spyOn(document.implementation, 'createHTMLDocument');
  const parts = [
    { title: 'Un', text: 'a\nb\nc\n \nd\n\n\ne' },
    { title: 'Deux', text: '' },
  ];
  expect(asPage('Mon & écrit', parts)).toBe(
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"></head><body><h1>Mon &amp; écrit</h1>' +
      '<h2>Un</h2><p>a<br>b<br>c</p><p>d</p><p>e</p><h2>Deux</h2><p></p></body></html>',
  );
  expect(made.mock.calls).toEqual([['Mon & écrit']]);
});

const names: string[] = [];
beforeEach(() => {
  names.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
});
/** Opens a text in a frame with its name and title. */
function open(fields: readonly object[], answer: Answer) {
  const inFrame: typeof mount = (root, context) => {
    const frame = document.createElement('section');
    frame.dataset.activity = 'carnet';
    (root as unknown as Element).replaceWith(frame);
    frame.innerHTML = '<h2 class="c-title">Mon carnet</h2>';
    frame.append(root as unknown as Node);
    return mount(root, context);
  };
  const options = { fields, seenBy: 'trainer' } as unknown as Options;
  return mountType<Options, Answer>('writing', inFrame as never, options, answer);
}

it('has the title of its activity, and files with its name', () => {
  const { root } = open([{ token: 'a', text: 'Le matin', title: 'Le matin', maxCharacters: 60 }], { a: 'Tôt.' });
  for (const action of ['word', 'text']) root.querySelector<HTMLElement>(`[data-action="writing-${action}"]`)?.click();
  root.querySelector<HTMLElement>('.writing-keep p')?.click();
  expect(names).toEqual(['carnet.doc', 'carnet.md']);
  expect(root.querySelector<HTMLTextAreaElement>('.writing-keep textarea')?.value).toBe('# Mon carnet\n\n## Le matin\n\nTôt.\n');
  expect(root.querySelector<HTMLElement>('.writing-keep')?.hidden).toBe(false);
});

it('has on paper what each part asks for, without a second element of the same id', () => {
  const field = { maxCharacters: 60 };
  const { root } = open(
    [
      { ...field, token: 'a', text: 'Le matin', title: 'Le <b>matin</b>', html: '<p>Qui était là ?</p>' },
      { ...field, token: 'b', text: 'Le soir', title: 'Le soir' },
    ],
    { b: ' Personne. ' },
  );
  const paper = [...(root.querySelector('.writing-paper')?.children ?? [])];
  expect(paper.map((one) => [one.localName, one.id, one.textContent])).toEqual([
    ['h2', '', 'Mon carnet'],
    ['h3', '', 'Le matin'],
    ['div', '', 'Qui était là ?'],
    ['p', '', '(rien d’écrit)'],
    ['h3', '', 'Le soir'],
    ['p', '', 'Personne.'],
  ]);
  expect(root.querySelectorAll('#a-fournil-a-hint')).toHaveLength(1);
});
