import { countWords } from '../../src/model/typed-answer.ts';
import { make } from '../../src/player/element.ts';
import { copyText, downloadFile } from '../../src/player/keep-text.ts';
import { icon } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { printOnly } from '../../src/player/print-only.ts';
import { faultOf, isFull, showCount } from '../../src/player/text-field.ts';
import { say, t } from '../../src/player/words.ts';
import { asMarkdown, asPage, type Part } from './document.ts';
import { type Answer, type Field, type Options, textIn } from './scoring.ts';

const ICONS = { todo: 'circle', short: 'contrast', long: 'circle-alert', done: 'check' } as const;

/** One field on the screen. */
interface Row {
  readonly field: Field;
  readonly area: HTMLTextAreaElement;
  readonly count: HTMLElement;
  /** In the outline. */
  readonly link: HTMLElement;
  readonly state: HTMLElement;
  /** What is printed of it. */
  readonly printed: HTMLElement;
}

function readRows(root: HTMLElement, { fields }: Options): Row[] {
  const one = (selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;
  return fields.map((field): Row => {
    const box = one(`[data-field="${field.token}"]`);
    const link = one(`[data-jump="${field.token}"]`);
    return {
      field,
      area: box.querySelector('textarea') as HTMLTextAreaElement,
      count: box.querySelector('.c-count') as HTMLElement,
      link,
      state: link.nextElementSibling as HTMLElement,
      printed: make('p', ''),
    };
  });
}

function stateOf({ field, area }: Row): keyof typeof ICONS {
  return area.value.trim() === '' ? 'todo' : (faultOf(area.value, field) ?? 'done');
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const rows = readRows(root, options);
  const [paper, total, keep] = ['.writing-paper', '.writing-total', '.writing-keep'].map(
    (selector) => root.querySelector(selector) as HTMLElement,
  ) as [HTMLElement, HTMLElement, HTMLDetailsElement];
  const whole = keep.querySelector('textarea') as HTMLTextAreaElement;
  const frame = root.parentElement;
  const title = frame?.querySelector(':scope > .c-title')?.textContent || (strings.document ?? '');
  /** Texts that the learner was warned of: sent once more as they are, they are taken. */
  let warned = '';

  const current = (): Answer =>
    Object.fromEntries(rows.flatMap(({ field, area }) => (area.value === '' ? [] : [[field.token, area.value] as const])));
  const parts = (): Part[] => rows.map(({ field, area }) => ({ title: field.text, text: area.value.trim() }));
  const markdown = (): string => asMarkdown(title, parts());

  function render(): void {
    for (const row of rows) {
      const state = stateOf(row);
      showCount(row.count, row.area.value, row.field, strings);
      row.state.dataset.state = state;
      row.state.replaceChildren(icon(ICONS[state]), ` ${strings[`state.${state}`]}`);
      row.printed.textContent = row.area.value.trim() || (strings.nothing ?? '');
    }
    total.textContent = say(strings, 'total', { n: rows.reduce((sum, { area }) => sum + countWords(area.value), 0) });
    whole.value = markdown();
  }

  function warning(doubted: readonly Row[]): string {
    const { field, area } = doubted[0] as Row;
    const { text, minWords: min = 0, maxWords: max = 0 } = field;
    const key = area.value.trim() === '' ? 'empty' : (faultOf(area.value, field) ?? '');
    const why = say(strings, key, { n: countWords(area.value), min, max, title: text });
    const more = doubted.length > 1 ? say(strings, 'others', { n: doubted.length - 1 }) : '';
    return [why, more, strings.again].filter(Boolean).join(' ');
  }

  const name = frame?.dataset.activity ?? 'document';
  const actions: Readonly<Record<string, (button: HTMLElement) => void>> = {
    // A mark at the beginning tells Word that the text is UTF-8.
    'writing-word': () => downloadFile(`\ufeff${asPage(title, parts())}`, 'application/msword', `${name}.doc`),
    'writing-text': () => downloadFile(markdown(), 'text/markdown', `${name}.md`),
    'writing-print': () => printOnly(paper),
    'writing-copy'(button) {
      const done = copyText(markdown());
      button.focus();
      if (done) (button.querySelector('span') as HTMLElement).textContent = t('copied');
      else whole.select();
      context.announce(t(done ? 'copied' : 'copy.select'));
    },
  };

  for (const { field, area, link, printed } of rows) {
    area.value = textIn(answer, field);
    area.readOnly = locked;
    area.oninput = () => {
      context.draft(current());
      render();
      if (isFull(area.value, field)) context.announce(strings.full ?? '');
    };
    link.onclick = (event) => {
      event.preventDefault();
      area.focus({ preventScroll: true });
      area.parentElement?.scrollIntoView();
    };
    const hint = area.parentElement?.querySelector('.writing-hint')?.cloneNode(true) as Element | undefined;
    hint?.removeAttribute('id');
    paper.append(make('h3', '', field.text), ...(hint ? [hint] : []), printed);
  }
  keep.hidden = false;
  keep.onclick = ({ target }) => {
    const button = (target as Element).closest('button');
    if (button) actions[button.dataset.action ?? '']?.(button);
  };
  paper.replaceChildren(make('h2', '', title), ...paper.childNodes);
  render();

  return {
    read() {
      const doubted = rows.filter((row) => stateOf(row) !== 'done');
      const [first] = doubted;
      if (!first) return current();
      if (rows.every((row) => stateOf(row) === 'todo')) return { missing: strings.missing ?? '', at: first.area };
      const sent = JSON.stringify(current());
      if (sent === warned) return current();
      warned = sent;
      return { missing: warning(doubted), at: first.area };
    },
    show(verdict) {
      for (const { area } of rows) area.readOnly = locked || !!verdict?.final;
    },
    text: () =>
      parts()
        .filter(({ text }) => text !== '')
        .map((part) => `${part.title}\n${part.text}`)
        .join('\n\n'),
  };
}
