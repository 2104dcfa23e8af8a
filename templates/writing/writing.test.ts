// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { asMarkdown, asPage } from './document.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

const carnet: Options = {
  fields: [
    { token: 'a', text: 'Le matin', maxCharacters: 60, minWords: 3 },
    { token: 'b', text: 'Le soir', maxCharacters: 100, maxWords: 4 },
  ],
};
const shown = { ...carnet, fields: carnet.fields.map((field) => ({ ...field, title: field.text })), seenBy: 'trainer' };
const open = (answer: Answer | null = null, locked = false) =>
  mountType<Options, Answer>('writing', mount, shown as unknown as Options, answer, locked);
const area = (root: HTMLElement, token: string) => root.querySelector(`[data-field="${token}"] textarea`) as HTMLTextAreaElement;
const states = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('.writing-plan .writing-state')].map((one) => one.textContent?.trim() ?? '');
const press = (root: HTMLElement, action: string): void => root.querySelector<HTMLElement>(`[data-action="writing-${action}"]`)?.click();

afterEach(() => {
  Reflect.deleteProperty(document, 'execCommand');
  vi.restoreAllMocks();
});

describe('recalling what was written before', () => {
  it('shows the words above their part, under the name of the activity; nothing if there are none', () => {
    const [morning, evening] = shown.fields;
    const fields = [
      { ...morning, recall: 'arrets' },
      { ...evening, recall: 'pannes' },
    ];
    const recalled = {
      arrets: { title: 'Les arrêts', options: {}, answer: 'Deux arrêts de trop.' },
      pannes: { title: 'Les pannes', options: {}, answer: null },
    };
    const { root } = mountType<Options, Answer>('writing', mount, { ...shown, fields } as unknown as Options, null, false, recalled);
    const boxes = [...root.querySelectorAll<HTMLElement>('.writing-recalled')];
    const words = (box: HTMLElement, selector: string): string => box.querySelector(selector)?.textContent ?? '';
    expect(boxes.map((box) => [box.hidden, words(box, 'summary b'), words(box, 'blockquote')])).toEqual([
      [false, 'Les arrêts', 'Deux arrêts de trop.'],
      [true, 'Les pannes', ''],
    ]);
    expect(boxes[0]?.closest('[data-field]')?.querySelector('textarea')).toBe(area(root, 'a'));
  });
});

describe('a text on the page', () => {
  it('counts, drafts, and says in the outline what is done', () => {
    const bench = open();
    expect(states(bench.root)).toEqual(['à écrire', 'à écrire']);
    bench.type(area(bench.root, 'a'), 'Un tram');
    bench.type(area(bench.root, 'b'), 'Un deux trois quatre cinq');
    expect(states(bench.root)).toEqual(['commencé', 'trop long']);
    bench.type(area(bench.root, 'a'), 'Un tram plein');
    bench.type(area(bench.root, 'b'), 'Vide');
    expect(states(bench.root)).toEqual(['fait', 'fait']);
    expect(bench.drafts.at(-1)).toEqual({ a: 'Un tram plein', b: 'Vide' });
    expect(bench.root.querySelector('.writing-total')?.textContent).toBe('4 mots en tout');
    expect(bench.mounted.read?.()).toEqual({ a: 'Un tram plein', b: 'Vide' });
    expect(bench.mounted.text?.()).toBe('Le matin\nUn tram plein\n\nLe soir\nVide');
  });

  it('leads from the outline to a field, which opens', () => {
    const bench = open();
    const box = bench.root.querySelector('[data-field="b"]') as HTMLDetailsElement;
    box.open = false;
    const scrolled = vi.spyOn(box, 'scrollIntoView');
    const press = new MouseEvent('click', { bubbles: true, cancelable: true });
    bench.root.querySelector('[data-jump="b"]')?.dispatchEvent(press);
    expect([document.activeElement, box.open, press.defaultPrevented, scrolled.mock.calls.length]).toEqual([
      area(bench.root, 'b'),
      true,
      true,
      1,
    ]);
  });

  it('has icons for its states, in the outline and beside each title', () => {
    const { root, type } = open({ b: 'Un deux trois quatre cinq' });
    type(area(root, 'a'), 'Un');
    const found = [...root.querySelectorAll<HTMLElement>('.writing-state')].map((one) => [
      one.dataset.state,
      one.querySelector('use')?.getAttribute('href'),
    ]);
    const [short, long] = [
      ['short', '#i-contrast'],
      ['long', '#i-circle-alert'],
    ];
    expect(found).toEqual([short, long, short, long]);
    type(area(root, 'a'), '  ');
    type(area(root, 'b'), 'Un');
    expect([...root.querySelectorAll('.writing-plan use')].map((use) => use.getAttribute('href'))).toEqual(['#i-circle', '#i-check']);
  });

  it('can be changed until the last verdict, and not at all where it is locked', () => {
    const verdict = { outcome: 'done', ratio: 1, parts: {}, final: false } as const;
    const off = (bench: ReturnType<typeof open>, shownVerdict: Parameters<typeof bench.mounted.show>[0]): boolean[] => {
      bench.mounted.show(shownVerdict);
      return ['a', 'b'].map((token) => area(bench.root, token).readOnly);
    };
    const bench = open();
    expect([off(bench, verdict), off(bench, { ...verdict, final: true }), off(bench, null), off(open(null, true), null)]).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [true, true],
    ]);
  });

  it('asks once for what is missing, and then takes the text as it is', () => {
    const bench = open();
    expect(bench.missing()).toBe('Écrivez d’abord une des parties.');
    bench.type(area(bench.root, 'a'), 'Un tram');
    expect(bench.missing()).toBe(
      '«\u00a0Le matin\u00a0» compte 2 mots, il en faut au moins 3. Une autre partie est à revoir. Complétez, ou enregistrez tel quel en appuyant de nouveau.',
    );
    expect(bench.mounted.read?.()).toEqual({ a: 'Un tram' });
    bench.type(area(bench.root, 'a'), 'Un tram plein');
    expect(bench.missing()).toContain('«\u00a0Le soir\u00a0» est encore vide.');
    bench.type(area(bench.root, 'b'), 'Un deux trois quatre cinq');
    expect(bench.missing()).toBe(
      '«\u00a0Le soir\u00a0» compte 5 mots, il en faut au plus 4. Complétez, ou enregistrez tel quel en appuyant de nouveau.',
    );
    expect(bench.mounted.read?.()).toEqual({ a: 'Un tram plein', b: 'Un deux trois quatre cinq' });
  });

  it('says when a field is full, and keeps what is stored', () => {
    const bench = open({ a: 'x'.repeat(59) });
    bench.type(area(bench.root, 'a'), 'x'.repeat(60));
    expect(bench.announced).toEqual(['Limite atteinte\u00a0: la suite de votre texte n’est pas prise en compte.']);
    expect(area(open({ a: 'Tôt.' }, true).root, 'a').readOnly).toBe(true);
  });
});

describe('in steps', () => {
  const opened = (root: HTMLElement): string[] =>
    [...root.querySelectorAll<HTMLElement>('.writing-field[open]')].map(({ dataset }) => dataset.field ?? '');

  afterEach(() => document.body.classList.remove('c-screen'));

  it('opens the first unfinished part, with its state beside its title', () => {
    document.body.classList.add('c-screen');
    const { root } = open({ a: 'Un tram plein' });
    expect(opened(root)).toEqual(['b']);
    const beside = [...root.querySelectorAll('summary > .writing-state')].map((one) => one.textContent?.trim());
    expect(beside).toEqual(['fait', 'à écrire']);
    expect(opened(open({ a: 'Un tram plein', b: 'Vide' }).root)).toEqual([]);
  });

  it('opens the part in which something is missing', () => {
    document.body.classList.add('c-screen');
    const bench = open({ b: 'Vide' });
    for (const part of bench.root.querySelectorAll('details')) part.open = false;
    expect(bench.missing()).toContain('Le matin');
    expect(opened(bench.root)).toEqual(['a']);
  });

  it('has every part open on a whole page', () => expect(opened(open().root)).toEqual(['a', 'b']));
});

describe('taking the text away', () => {
  it('is a document in which everything typed is text', () => {
    const page = asPage('Mon écrit', [{ title: 'Un <b>', text: 'a & <script>b</script>\nc\n\nd' }]);
    expect(page).toContain('<p>a &amp; &lt;script&gt;b&lt;/script&gt;<br>c</p><p>d</p>');
    expect(page).toMatch(/^<!DOCTYPE html><html.*<meta charset="utf-8">.*<h2>Un &lt;b&gt;<\/h2>/);
    expect(
      asMarkdown('T', [
        { title: 'A', text: 'b' },
        { title: 'C', text: '' },
      ]),
    ).toBe('# T\n\n## A\n\nb\n\n## C\n');
  });

  it('downloads, and holds the same text to copy', async () => {
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      files.push(blob as Blob);
      return 'blob:x';
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const bench = open({ a: 'Tôt.' });
    press(bench.root, 'word');
    press(bench.root, 'text');
    expect(files.map(({ type }) => type)).toEqual(['application/msword', 'text/markdown']);
    expect(names).toEqual(['document.doc', 'document.md']);
    const word = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files[0]?.arrayBuffer());
    expect(word).toMatch(/^\ufeff<!DOCTYPE html>.*<h1>Mon écrit<\/h1><h2>Le matin<\/h2><p>Tôt\.<\/p><h2>Le soir<\/h2>/);
    const text = '# Mon écrit\n\n## Le matin\n\nTôt.\n\n## Le soir\n';
    expect(await files[1]?.text()).toBe(text);
    expect(bench.root.querySelector<HTMLTextAreaElement>('.writing-keep textarea')?.value).toBe(text);
  });

  it('copies, or selects the text where the browser refuses', () => {
    const bench = open({ a: 'Tôt.' });
    useStrings({ copied: 'Copié.', 'copy.select': 'Sélectionné.' });
    document.execCommand = () => true;
    press(bench.root, 'copy');
    const button = bench.root.querySelector('[data-action="writing-copy"]') as HTMLElement;
    expect([document.activeElement, button.querySelector('span')?.textContent]).toEqual([button, 'Copié.']);
    document.execCommand = () => false;
    press(bench.root, 'copy');
    const whole = bench.root.querySelector('.writing-keep textarea') as HTMLTextAreaElement;
    expect([whole.selectionStart, whole.selectionEnd]).toEqual([0, whole.value.length]);
    expect(bench.announced).toEqual(['Copié.', 'Sélectionné.']);
  });

  it('prints the document alone, and then the page is as it was', () => {
    const bench = open({ a: 'Tôt.' });
    const marked = () => bench.root.classList.contains('c-only');
    let during = false;
    window.print = () => {
      during = marked();
      window.dispatchEvent(new Event('afterprint'));
    };
    press(bench.root, 'print');
    expect([during, marked()]).toEqual([true, false]);
    expect(bench.root.querySelector('.writing-paper')?.textContent).toBe('Mon écritLe matinTôt.Le soir(rien d’écrit)');
  });
});

describe('an earlier answer', () => {
  const earlier = (answer: Answer | null): string | undefined => {
    const options = { ...shown, recall: 'quais/depart' } as unknown as Options;
    const recalled = { 'quais/depart': { title: 'Au départ', options: { fields: [{ token: 'a', text: 'Le tram' }] }, answer } };
    const { root } = mountType<Options, Answer>('writing', mount, options, null, false, recalled);
    return root.querySelector('figure:not([hidden]) blockquote')?.textContent ?? undefined;
  };

  it('stands above the outline, where there is one', () => {
    expect(earlier({ a: 'Il sonne.' })).toBe('Le tram\nIl sonne.');
    expect(earlier(null)).toBeUndefined();
    expect(open().root.querySelector('figure')).toBeNull();
  });
});
