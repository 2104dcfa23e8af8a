import { countWords } from '../../src/model/judging/typed-answer.ts';
import type { Verdict } from '../../src/model/judging/verdict.ts';
import type { Markup, Missing, MountContext, Mounted, Strings } from '../../src/player/frame/mount.ts';
import { all, make } from '../../src/player/widgets/element.ts';
import { copyText, downloadFile } from '../../src/player/widgets/keep-text.ts';
import { icon } from '../../src/player/widgets/mark.ts';
import { openOneOf } from '../../src/player/widgets/one-open.ts';
import { showOwnWords } from '../../src/player/widgets/own-words.ts';
import { printOnly } from '../../src/player/widgets/print-only.ts';
import { format, t } from '../../src/player/widgets/strings.ts';
import { faultOf, isFull, showCount } from '../../src/player/widgets/text-field.ts';
import { asMarkdown, asPage, type Part } from './document.ts';
import { type Answer, type Field, textIn } from './scoring.ts';
import type { Options } from './type.ts';

const ICONS = { todo: 'circle', short: 'contrast', long: 'circle-alert', done: 'check' } as const;

/** A folded answer of another activity. */
type Folded = HTMLElement & { readonly children: readonly [summary: Markup<{ b: HTMLElement }>, quote: HTMLElement] };

type Button = Markup<{ span: HTMLElement }>;
type Box = Markup<{ textarea: HTMLTextAreaElement; '.c-count': HTMLElement; '.writing-state': HTMLElement }> & HTMLDetailsElement;

/** Box that shows an earlier answer, in its last element. */
type Earlier = HTMLElement & { readonly lastElementChild: HTMLElement };

interface Parts {
  readonly '.writing-earlier': Earlier | null;
  readonly [field: `[data-field="${string}"]`]: Box;
  /** Link in the outline, followed by its state. */
  readonly [link: `[data-jump="${string}"]`]: HTMLElement & { readonly nextElementSibling: HTMLElement };
  readonly '.writing-paper': HTMLElement;
  readonly '.writing-total': HTMLElement;
  readonly '.writing-keep': Markup<{ textarea: HTMLTextAreaElement }>;
}

/** One field on the screen. */
interface Row {
  readonly field: Field;
  readonly box: Box;
  readonly area: HTMLTextAreaElement;
  readonly count: HTMLElement;
  /** Link in the outline. */
  readonly link: HTMLElement;
  /** Its state, in the outline and beside its title. */
  readonly states: readonly HTMLElement[];
  /** Its printed text. */
  readonly printed: HTMLElement;
}

function readRows(root: Markup<Parts>, { fields }: Options): Row[] {
  const one = <Selector extends keyof Parts>(selector: Selector): Parts[Selector] => root.querySelector(selector);
  return fields.map((field): Row => {
    const box = one(`[data-field="${field.token}"]`);
    const link = one(`[data-jump="${field.token}"]`);
    return {
      field,
      box,
      area: box.querySelector('textarea'),
      count: box.querySelector('.c-count'),
      link,
      states: [link.nextElementSibling, box.querySelector('.writing-state')],
      printed: make('p', ''),
    };
  });
}

function stateOf({ field, area }: Row): keyof typeof ICONS {
  return area.value.trim() === '' ? 'todo' : (faultOf(area.value, field) ?? 'done');
}

/** Opens a field, which closes the one that was open. @returns what to focus */
function opened({ box, area }: Row): HTMLElement {
  box.open = true;
  return area;
}

/** Names the first field that is empty, too short or too long, and how many others are. */
function warning([first, ...others]: readonly Row[], strings: Strings): string {
  const { field, area } = first as Row;
  const { text, minWords: min = 0, maxWords: max = 0 } = field;
  const key = area.value.trim() === '' ? 'empty' : (faultOf(area.value, field) ?? '');
  const why = format(strings, key, { n: countWords(area.value), min, max, title: text });
  const more = others.length > 0 ? format(strings, 'others', { n: others.length }) : '';
  return [why, more, strings.again].filter(Boolean).join(' ');
}

class Writing implements Mounted<Answer> {
  readonly #context: MountContext<Options, Answer>;
  readonly #earlier: Earlier | null;
  readonly #recalled: readonly Folded[];
  readonly #frame: HTMLElement | null;
  readonly #rows: readonly Row[];
  readonly #paper: HTMLElement;
  readonly #total: HTMLElement;
  readonly #whole: HTMLTextAreaElement;
  readonly #title: string;
  /** Texts with a warning: if submitted again unchanged, they are accepted. */
  #warned = '';

  constructor(root: Markup<Parts>, context: MountContext<Options, Answer>) {
    const paper = root.querySelector('.writing-paper');
    const keep = root.querySelector('.writing-keep');
    this.#context = context;
    this.#earlier = root.querySelector('.writing-earlier');
    this.#frame = root.parentElement;
    this.#recalled = all<Folded>('.writing-recalled', root as unknown as ParentNode);
    this.#rows = readRows(root, context.options);
    this.#paper = paper;
    this.#total = root.querySelector('.writing-total');
    this.#whole = keep.querySelector('textarea');
    this.#title = this.#frame?.querySelector(':scope > .c-title')?.textContent || (context.strings.document ?? '');
    for (const row of this.#rows) this.#fill(row);
    keep.hidden = false;
    keep.onclick = ({ target }) => {
      const button = (target as Element).closest<Button>('button');
      if (button) this.#keep(button);
    };
    paper.replaceChildren(make('h2', '', this.#title), ...paper.childNodes);
    this.#render();
    this.shown();
    this.#fold(root);
  }

  /** Shows earlier answers, if there are any: one above the outline, and those above their parts. */
  shown(): void {
    const { options, recall } = this.#context;
    if (this.#earlier) this.#earlier.hidden = !showOwnWords(this.#earlier.lastElementChild, recall(options.recall ?? ''));
    for (const box of this.#recalled) {
      const recalled = recall(box.dataset.of ?? '');
      const [summary, quote] = box.children;
      summary.querySelector('b').textContent = recalled?.title ?? '';
      box.hidden = !showOwnWords(quote, recalled);
    }
  }

  read(): Answer | Missing {
    const { strings } = this.#context;
    const answer = this.#answer();
    const doubted = this.#rows.filter((row) => stateOf(row) !== 'done');
    const [first] = doubted;
    if (!first) return answer;
    if (this.#rows.every((row) => stateOf(row) === 'todo')) return { missing: strings.missing ?? '', at: opened(first) };
    const sent = JSON.stringify(answer);
    if (sent === this.#warned) return answer;
    this.#warned = sent;
    return { missing: warning(doubted, strings), at: opened(first) };
  }

  show(verdict: Verdict | null): void {
    for (const { area } of this.#rows) area.readOnly = this.#context.locked || !!verdict?.final;
  }

  text(): string {
    return this.#parts()
      .filter(({ text }) => text !== '')
      .map((part) => `${part.title}\n${part.text}`)
      .join('\n\n');
  }

  #answer(): Answer {
    return Object.fromEntries(this.#rows.flatMap(({ field, area }) => (area.value === '' ? [] : [[field.token, area.value] as const])));
  }

  #parts(): Part[] {
    return this.#rows.map(({ field, area }) => ({ title: field.text, text: area.value.trim() }));
  }

  /** Folds all fields but the first unfinished one, on a page in steps. */
  #fold(root: HTMLElement): void {
    const show = (isFolded: boolean, now?: Row): void => {
      root.toggleAttribute('data-folded', isFolded);
      for (const row of this.#rows) row.box.open = !isFolded || row === now;
    };
    const boxes = this.#rows.map(({ box }) => box);
    if (openOneOf(boxes, () => show(false)))
      show(
        true,
        this.#rows.find((row) => stateOf(row) !== 'done'),
      );
  }

  #fill(row: Row): void {
    const { field, box, area, link, printed } = row;
    const { answer, locked, strings, draft, announce } = this.#context;
    area.value = textIn(answer, field);
    area.readOnly = locked;
    area.oninput = () => {
      draft(this.#answer());
      this.#render();
      if (isFull(area.value, field)) announce(strings.full ?? '');
    };
    link.onclick = (event) => {
      event.preventDefault();
      opened(row).focus({ preventScroll: true });
      box.scrollIntoView();
    };
    const hint = area.parentElement?.querySelector('.writing-hint')?.cloneNode(true) as Element | undefined;
    hint?.removeAttribute('id');
    this.#paper.append(make('h3', '', field.text), ...(hint ? [hint] : []), printed);
  }

  #render(): void {
    const { strings } = this.#context;
    for (const row of this.#rows) {
      const state = stateOf(row);
      showCount(row.count, row.area.value, row.field, strings);
      for (const place of row.states) {
        place.dataset.state = state;
        place.replaceChildren(icon(ICONS[state]), ` ${strings[`state.${state}`]}`);
      }
      row.printed.textContent = row.area.value.trim() || (strings.nothing ?? '');
    }
    this.#total.textContent = format(strings, 'total', { n: this.#rows.reduce((sum, { area }) => sum + countWords(area.value), 0) });
    this.#whole.value = this.#markdown();
  }

  #markdown(): string {
    return asMarkdown(this.#title, this.#parts());
  }

  #keep(button: Button): void {
    const name = this.#frame?.dataset.activity ?? 'document';
    const actions: Readonly<Record<string, () => void>> = {
      // The byte order mark identifies UTF-8 to Word.
      'writing-word': () => downloadFile(`\ufeff${asPage(this.#title, this.#parts())}`, 'application/msword', `${name}.doc`),
      'writing-text': () => downloadFile(this.#markdown(), 'text/markdown', `${name}.md`),
      'writing-print': () => printOnly(this.#paper),
      'writing-copy': () => this.#copy(button),
    };
    actions[button.dataset.action ?? '']?.();
  }

  #copy(button: Button): void {
    const done = copyText(this.#markdown());
    button.focus();
    if (done) button.querySelector('span').textContent = t('copied');
    else this.#whole.select();
    this.#context.announce(t(done ? 'copied' : 'copy.select'));
  }
}

export function mount(root: Markup<Parts>, context: MountContext<Options, Answer>): Mounted<Answer> {
  return new Writing(root, context);
}
