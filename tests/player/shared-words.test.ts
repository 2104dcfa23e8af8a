// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shared } from '../../src/model/course/course.ts';
import { LARGEST_NOTEBOOK } from '../../src/model/record/notebook-file.ts';
import { newState } from '../../src/model/state/state.ts';
import { openSharedWords, type SharedWords } from '../../src/player/shared-words.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { bakery } from '../helpers/bakery.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { words } from './stage.ts';

const recipe = { id: 'recette', type: 'note', title: 'La recette ?', options: {}, module: 'La nuit', by: ['visite'] };
const sourdough = { ...recipe, id: 'levain', title: 'Le levain ?' };
const flour = { ...recipe, id: 'farine', title: 'La farine ?', module: 'La livraison' };
const night: Shared = { named: ['recette', 'levain'], elsewhere: [] };
const written = { ...newState('abcd'), activities: { 2: { answer: 'Far breton', tries: 1 } } };
const launch = { mode: 'normal' as const, alone: false, state: '', learner: { id: 'l-7', name: 'Moreau, Ines' }, interactions: -1 };

const forbidden = (): Storage => {
  throw new DOMException('no storage here', 'SecurityError');
};
const open = (shared: Shared, storage: () => Storage = forbidden): SharedWords =>
  openSharedWords({ content: bakery({ shared }), launch, elsewhere: false, storage });
const needing = (...elsewhere: Shared['elsewhere']): SharedWords => open({ named: [], elsewhere });

let root: HTMLElement;

beforeEach(() => {
  useStrings(words);
  document.body.innerHTML = '<section data-activity="visite" tabindex="-1"><h2></h2><div data-body></div></section><aside></aside>';
  root = document.querySelector('section') as HTMLElement;
});
afterEach(() => vi.restoreAllMocks());

const notice = (): HTMLElement | null => root.querySelector('.c-shared');
const output = (): string => root.querySelector('[role=status]')?.textContent ?? '';
const host = (): HTMLElement => document.querySelector('aside') as HTMLElement;

/** Returns the text of the notebook that a learner saved in another module. */
function savedText(): string {
  const aside = document.createElement('aside');
  open(night).offer(aside, () => written);
  return aside.querySelector('textarea')?.value ?? '';
}

function paste(text: string): void {
  const area = root.querySelector('textarea') as HTMLTextAreaElement;
  area.value = text;
  area.dispatchEvent(new Event('input'));
}

async function choose(...files: readonly File[]): Promise<void> {
  const input = root.querySelector('input') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new Event('change'));
  await new Promise((done) => setTimeout(done));
}

describe('the notice of missing answers', () => {
  it('stands before the body of the activity, is announced, and no note is taken of it', () => {
    needing(recipe).notice(root, () => {});
    expect(notice()?.nextElementSibling?.matches('[data-body]')).toBe(true);
    expect(notice()?.dataset.note).toBe('skip');
    expect(output()).toBe('');
    expect([...(notice()?.children ?? [])].map(({ className, localName }) => className || localName)).toEqual([
      'p',
      'c-label',
      'c-details',
      'c-shared-said',
    ]);
  });

  it('leaves that of an activity inside as it is', () => {
    root.querySelector('[data-body]')?.insertAdjacentHTML('beforeend', '<div class="c-shared"><p>Dedans</p></div>');
    const shared = needing(recipe);
    shared.notice(root, () => {});
    expect(root.querySelectorAll('.c-shared')).toHaveLength(2);
    paste(savedText());
    shared.notice(root, () => {});
    expect(notice()?.textContent).toBe('Dedans');
  });

  it('names each module once', () => {
    needing(recipe, sourdough, flour).notice(root, () => {});
    expect(notice()?.querySelector('p')?.textContent).toContain('d’autres séances (La nuit, La livraison), car');
    notice()?.remove();
    needing(recipe, sourdough).notice(root, () => {});
    expect(notice()?.querySelector('p')?.textContent).toContain('une autre séance (La nuit), car');
  });

  it('suggests to open the other session again where this browser may keep its answers', () => {
    open({ named: [], elsewhere: [recipe] }, () => memoryStorage()).notice(root, () => {});
    const text = notice()?.querySelector('p')?.textContent;
    needing(recipe).notice(root, () => {});
    expect([text, notice()?.querySelector('p')?.textContent]).toEqual(
      ['shared.missing.one', 'shared.never.one'].map((key) => expect.stringContaining((words[key] ?? '?').split('{module}')[1] ?? '?')),
    );
  });

  it('concerns only the activity that refers to the answers', () => {
    root.dataset.activity = 'levain';
    needing(recipe).notice(root, () => {});
    expect(notice()).toBeNull();
  });

  it('keeps its place, with a current text, when it is shown again', () => {
    const shared = needing(recipe, flour);
    shared.notice(root, () => {});
    const before = notice();
    paste(savedText());
    shared.notice(root, () => {});
    expect([notice() === before, root.querySelectorAll('.c-shared').length]).toEqual([true, 1]);
    expect(before?.firstChild?.textContent).toContain('une autre séance (La livraison)');
  });

  it('goes away once nothing is missing', () => {
    const shared = needing(recipe);
    shared.notice(root, () => {});
    paste(savedText());
    shared.notice(root, () => {});
    expect(notice()).toBeNull();
  });

  it('has names for its fields, and the pasting place is folded', () => {
    needing(recipe).notice(root, () => {});
    const file = root.querySelector('input') as HTMLInputElement;
    expect([file.type, file.accept, file.closest('label')?.textContent]).toEqual(['file', '.json,application/json', 'Ouvrir mon carnet']);
    const area = root.querySelector('details:not([open]) textarea') as HTMLTextAreaElement;
    const label = root.querySelector('summary')?.textContent;
    expect([area.getAttribute('aria-label'), Number(area.rows), area.className]).toEqual([label, 4, 'c-input']);
    expect(label).toBe('Coller plutôt le contenu du carnet');
  });
});

describe('opening a notebook', () => {
  it('gives the focus to the activity when everything is there', () => {
    const opened = vi.fn();
    needing(recipe).notice(root, opened);
    paste(savedText());
    expect([opened.mock.calls.length, output(), document.activeElement === root]).toEqual([1, '', true]);
  });

  it('leaves the focus and reports it while something is missing', () => {
    const opened = vi.fn();
    needing(recipe, flour).notice(root, opened);
    paste(savedText());
    expect([opened.mock.calls.length, document.activeElement === root]).toEqual([1, false]);
    expect(output()).toBe('Ce carnet ne contient pas tout ce qui manque ici.');
  });

  it('opens nothing if there is a problem, and forgets the problem at the next try', () => {
    const opened = vi.fn();
    needing(recipe).notice(root, opened);
    paste('Far breton');
    expect([opened.mock.calls.length, output()]).toEqual([0, 'Ce n’est pas un carnet, ou il est abîmé. Rien n’a été changé.']);
    paste(savedText());
    expect([opened.mock.calls.length, output()]).toEqual([1, '']);
  });

  it('says nothing while the place to paste is empty', () => {
    needing(recipe).notice(root, () => {});
    paste(' \n');
    expect(output()).toBe('');
  });

  it('reads a chosen file, which can then be chosen again', async () => {
    const opened = vi.fn();
    needing(recipe).notice(root, opened);
    const input = root.querySelector('input') as HTMLInputElement;
    const empty = vi.spyOn(input, 'value', 'set');
    await choose(new File([savedText()], 'carnet.json'));
    expect([opened.mock.calls.length, output()]).toEqual([1, '']);
    expect(empty).toHaveBeenCalledWith('');
  });

  it('does nothing if no file was chosen', async () => {
    needing(recipe).notice(root, () => {});
    await choose();
    expect(output()).toBe('');
  });

  it('reads no file that is too large, and the largest that may be a notebook', async () => {
    needing(recipe).notice(root, () => {});
    const sized = (size: number): { readonly file: File; readonly read: ReturnType<typeof vi.fn> } => {
      const read = vi.fn(async () => '');
      return { file: { size, text: read } as unknown as File, read };
    };
    const film = sized(3 * LARGEST_NOTEBOOK + 1);
    await choose(film.file);
    expect([film.read.mock.calls.length, output()]).toEqual([0, 'Ce fichier est trop gros pour être un carnet.']);
    const largest = sized(3 * LARGEST_NOTEBOOK);
    await choose(largest.file);
    expect(largest.read).toHaveBeenCalled();
  });

  it('reports a file that can’t be read', async () => {
    needing(recipe).notice(root, () => {});
    await choose({ size: 1, text: () => Promise.reject(new DOMException('gone', 'NotFoundError')) } as unknown as File);
    expect(output()).toContain('Ce n’est pas un carnet');
  });
});

describe('the notebook as a file', () => {
  it('is offered as text to copy, which can’t be changed', () => {
    open(night).offer(host(), () => written);
    const area = host().querySelector('details textarea') as HTMLTextAreaElement;
    expect([area.readOnly, JSON.parse(area.value).answers.recette.answer]).toEqual([true, 'Far breton']);
    expect(area.getAttribute('aria-label')).toBe('Le contenu du carnet, à copier si rien ne se télécharge');
    expect(host().querySelector('.c-shared p')?.textContent).toContain('Le carnet est un fichier qui reste chez vous');
    expect([...(host().firstElementChild?.children ?? [])].map(({ className }) => className)).toEqual(['', 'c-tools', 'c-details']);
  });

  it('is saved as it is at the press, under the name of the course', async () => {
    const saved: { name: string; blob: Blob }[] = [];
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`);
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: blobs.at(-1) as Blob });
    });
    let now = written;
    open(night).offer(host(), () => now);
    now = { ...written, activities: { 2: { answer: 'Kouign-amann', tries: 1 } } };
    const button = host().querySelector('button') as HTMLButtonElement;
    button.click();
    expect([button.type, button.textContent]).toEqual(['button', 'Enregistrer mon carnet']);
    expect(saved.map(({ name, blob }) => [name, blob.type])).toEqual([
      [`${bakery().course}-${words['notebook.file']}.json`, 'application/json'],
    ]);
    expect(JSON.parse((await saved[0]?.blob.text()) ?? '{}').answers.recette.answer).toBe('Kouign-amann');
  });

  it('is not offered while it would be empty', () => {
    open(night, () => memoryStorage()).offer(host(), () => newState('abcd'));
    expect(host().childElementCount).toBe(0);
  });
});
