import type { Markup, MountContext } from '../../src/player/frame/mount.ts';
import { all, make } from '../../src/player/widgets/element.ts';
import { icon } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { endOf, hang, move, rankOf, remove, stepFrom } from './ideas.ts';
import type { Answer, Idea } from './scoring.ts';
import type { Options } from './type.ts';

/** Characters of one idea. */
const LONGEST = 60;

type Branch = Markup<{ '.mind-map-add': HTMLButtonElement; '.mind-map-ideas': HTMLElement }>;
type Row = Markup<{ input: HTMLInputElement }>;

/** Parent of an idea: a branch, or an idea of it. */
interface Place {
  readonly name: string;
  readonly to: Idea[];
  readonly parent?: Idea;
}

function tool(name: string, sign: string, words: string, press: () => void, off?: boolean): HTMLButtonElement {
  const button = make('button', 'c-tool', icon(sign), make('span', 'c-words', words));
  button.type = 'button';
  button.dataset.action = `mind-map-${name}`;
  if (off) button.setAttribute('aria-disabled', 'true');
  button.onclick = () => off || press();
  return button;
}

function isEmpty({ text }: Idea): boolean {
  return !text.trim();
}

/** Shows a list of ideas; ideas below an idea are in a nested list. */
function nest(host: HTMLElement, list: readonly Idea[], itemOf: (idea: Idea) => HTMLElement): void {
  let last: HTMLElement | undefined;
  host.replaceChildren();
  for (const idea of list) {
    const item = itemOf(idea);
    if (idea.under && last) (last.querySelector('ul') ?? last.appendChild(make('ul', ''))).append(item);
    else {
      host.append(item);
      last = item;
    }
  }
}

/** Editor for the ideas of each branch: one field for each idea, with tools that open beside it. */
export class Editor {
  readonly #context: MountContext<Options, Answer>;
  /** One list for each branch, changed in place. */
  readonly #lists: readonly Idea[][];
  readonly #changed: () => void;
  readonly #boxes: readonly Branch[];
  readonly #count: HTMLElement;
  /** Characters of all ideas together. */
  readonly #most: number;
  readonly #rows: { get(idea: Idea | undefined): Row | undefined } & Map<Idea, Row> = new Map();
  /** The idea whose tools are open. */
  #open: Idea | undefined;

  constructor(
    root: Markup<{ '.c-count': HTMLElement }>,
    context: MountContext<Options, Answer>,
    lists: readonly Idea[][],
    changed: () => void,
  ) {
    this.#context = context;
    this.#lists = lists;
    this.#changed = changed;
    this.#most = context.options.fields?.[0]?.maxCharacters ?? 0;
    this.#boxes = all<Branch>('.mind-map-branch', root);
    this.#count = root.querySelector('.c-count');
    for (const branch of this.#boxes.keys()) {
      this.#addOf(branch).onclick = () => {
        const list = this.#list(branch);
        const empty = list.find(isEmpty);
        if (empty) this.#focus(empty);
        else this.#insert(list, list.length, false);
      };
    }
  }

  /** Shows the ideas. @param off as text */
  render(off: boolean): void {
    this.#rows.clear();
    this.#boxes.forEach((box, branch) => {
      nest(box.querySelector('.mind-map-ideas'), this.#list(branch), (idea) =>
        off ? make('li', '', idea.text) : this.#itemOf(branch, idea),
      );
      this.#addOf(branch).hidden = off;
    });
    this.#showLimits();
  }

  /** Finds the element for adding an idea to a branch. */
  gateOf(branch: number): HTMLElement {
    return this.#rows.get(this.#list(branch).find(isEmpty))?.querySelector('input') ?? this.#addOf(branch);
  }

  #list(branch: number): Idea[] {
    return this.#lists[branch] ?? [];
  }

  #addOf(branch: number): HTMLButtonElement {
    return this.#boxes[branch]?.querySelector('.mind-map-add') as HTMLButtonElement;
  }

  #format(key: string, idea: Idea, more?: Readonly<Record<string, number>>): string {
    const { strings } = this.#context;
    return format(strings, key, { idea: idea.text.trim() || (strings.empty ?? ''), ...more });
  }

  /** Number of characters left. */
  #left(): number {
    return this.#lists.flat().reduce((left, { text }) => left - text.length, this.#most);
  }

  #isFull(branch: number): boolean {
    return this.#list(branch).length >= this.#context.options.max || this.#left() < 1;
  }

  #focus(idea: Idea | undefined, selector = 'input'): void {
    this.#rows.get(idea)?.querySelector<HTMLElement>(selector)?.focus();
  }

  #showLimits(): void {
    const left = this.#left();
    const max = this.#most;
    const n = this.#lists.flat().filter(({ text }) => text.trim()).length;
    this.#count.textContent = format(this.#context.strings, 'count', { n, used: max - left, max });
    for (const [{ text }, row] of this.#rows) {
      row.querySelector('input').maxLength = Math.max(text.length, Math.min(LONGEST, text.length + left));
    }
    for (const branch of this.#boxes.keys()) this.#addOf(branch).disabled = this.#isFull(branch);
  }

  /** Shows and saves a change, and moves the focus. */
  #settle(idea: Idea | undefined, selector?: string): void {
    this.render(false);
    this.#changed();
    this.#focus(idea, selector);
  }

  #insert(list: Idea[], at: number, under: boolean): void {
    const idea = { text: '', under };
    list.splice(at, 0, idea);
    this.render(false);
    this.#focus(idea);
  }

  #step(list: Idea[], idea: Idea, by: -1 | 1): void {
    move(list, list.indexOf(idea), by);
    this.#settle(idea, `[data-action="mind-map-${by < 0 ? 'up' : 'down'}"]`);
    this.#context.announce(this.#format('moved', idea, rankOf(list, list.indexOf(idea))));
  }

  #remove(branch: number, idea: Idea): void {
    const list = this.#list(branch);
    const at = list.indexOf(idea);
    remove(list, at);
    this.#settle(list[at] ?? list[at - 1]);
    if (list.length === 0) this.#addOf(branch).focus();
    this.#context.announce(this.#format('removed', idea));
  }

  /** Makes the list of possible parents: branches and, for an idea without children, the ideas directly on a branch. */
  #chooser(list: Idea[], idea: Idea): HTMLElement {
    const { strings, options } = this.#context;
    const at = list.indexOf(idea);
    const size = endOf(list, at) - at;
    const places = (options.branches ?? []).flatMap(({ text }, branch): Place[] => {
      const to = this.#list(branch);
      const others = size === 1 ? to.filter((other) => other !== idea && !other.under && !isEmpty(other)) : [];
      const hasRoom = to === list || to.length + size <= options.max;
      return hasRoom ? [{ name: text, to }, ...others.map((parent) => ({ name: `${text} › ${parent.text.trim()}`, to, parent }))] : [];
    });
    const above = list.slice(0, at).filter(({ under }) => !under);
    const parent = idea.under ? above.pop() : undefined;
    const select = make('select', 'c-input', ...places.map(({ name }) => make('option', '', name)));
    select.selectedIndex = places.findIndex((place) => place.to === list && place.parent === parent);
    select.onchange = () => {
      const place = places[select.selectedIndex];
      if (!place) return;
      hang(list, idea, place.to, place.parent);
      this.#settle(idea, 'select');
    };
    return make('label', 'mind-map-under', make('span', 'c-hint', strings.under ?? ''), select);
  }

  #toolsOf(branch: number, idea: Idea): HTMLElement {
    const list = this.#list(branch);
    const at = list.indexOf(idea);
    const named = (name: string, sign: string, press: () => void, off?: boolean): HTMLElement =>
      tool(name, sign, this.#format(name, idea), press, off);
    return make(
      'div',
      'c-tools mind-map-tools',
      named('up', 'arrow-up', () => this.#step(list, idea, -1), stepFrom(list, at, -1) < 0),
      named('down', 'arrow-down', () => this.#step(list, idea, 1), stepFrom(list, at, 1) < 0),
      named('below', 'corner-down-right', () => this.#insert(list, endOf(list, at), true), idea.under || this.#isFull(branch)),
      named('remove', 'trash', () => this.#remove(branch, idea)),
      this.#chooser(list, idea),
    );
  }

  #fieldOf(branch: number, idea: Idea, words: HTMLElement): HTMLInputElement {
    const { strings, options, announce } = this.#context;
    const list = this.#list(branch);
    const field = make('input', 'c-input');
    field.type = 'text';
    field.autocomplete = 'off';
    field.value = idea.text;
    const values = { branch: options.branches?.[branch]?.text ?? '', n: list.indexOf(idea) + 1 };
    field.setAttribute('aria-label', format(strings, idea.under ? 'field.under' : 'field', values));
    field.oninput = () => {
      idea.text = field.value;
      words.textContent = this.#format('tools', idea);
      this.#showLimits();
      this.#changed();
      if (this.#left() < 1) announce(strings.full ?? '');
    };
    field.onkeydown = (event) => {
      if (event.key !== 'Enter' || event.isComposing || isEmpty(idea) || this.#isFull(branch)) return;
      // The frame would interpret the key as « done ».
      event.stopPropagation();
      event.preventDefault();
      this.#insert(list, endOf(list, list.indexOf(idea)), idea.under);
    };
    return field;
  }

  #itemOf(branch: number, idea: Idea): HTMLElement {
    const isOpen = this.#open === idea;
    const toggle = tool('tools', 'ellipsis', this.#format('tools', idea), () => {
      this.#open = isOpen ? undefined : idea;
      this.render(false);
      this.#focus(idea, '[aria-expanded]');
    });
    toggle.setAttribute('aria-expanded', String(isOpen));
    delete toggle.dataset.action;
    const field = this.#fieldOf(branch, idea, toggle.lastChild as HTMLElement);
    const row = make('div', 'mind-map-row', field, toggle, ...(isOpen ? [this.#toolsOf(branch, idea)] : []));
    this.#rows.set(idea, row);
    return make('li', '', row);
  }
}
