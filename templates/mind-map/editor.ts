import { make } from '../../src/player/element.ts';
import { icon } from '../../src/player/mark.ts';
import type { Strings } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { endOf, hang, move, rankOf, remove, stepFrom } from './ideas.ts';
import type { Idea, Options } from './scoring.ts';

/** Characters of one idea. */
const LONGEST = 60;

/** What the editor needs of what is around it. */
export interface Around {
  readonly options: Options;
  readonly strings: Strings;
  /** One list a branch: changed in place. */
  readonly lists: readonly Idea[][];
  announce(text: string): void;
  changed(): void;
}

/** The lists of ideas on the screen. */
export interface Editor {
  /** @param off shows them as text */
  render(off: boolean): void;
  /** Where an idea can be added to a branch. */
  gateOf(branch: number): HTMLElement;
}

function tool(name: string, sign: string, words: string, press: () => void, off = false): HTMLButtonElement {
  const button = make('button', 'c-tool', icon(sign), make('span', 'c-words', words));
  button.type = 'button';
  button.dataset.action = `mind-map-${name}`;
  if (off) button.setAttribute('aria-disabled', 'true');
  button.onclick = () => off || press();
  return button;
}

/** Lets ideas be written under each branch, one field an idea, with tools that open beside it. */
export function makeEditor(root: HTMLElement, { options, strings, lists, announce, changed }: Around): Editor {
  const { branches = [], fields, max } = options;
  const boxes = [...root.querySelectorAll<HTMLElement>('.mind-map-branch')];
  const adds = boxes.map((box) => box.querySelector('.mind-map-add') as HTMLButtonElement);
  const count = root.querySelector('.c-count') as HTMLElement;
  let rows = new Map<Idea, HTMLElement>();
  /** The idea whose tools are open. */
  let open: Idea | undefined;
  let locked = false;

  const nameOf = ({ text }: Idea): string => text.trim() || (strings.empty ?? '');
  const written = (): Idea[] => lists.flat().filter(({ text }) => text.trim() !== '');
  const left = (): number => (fields?.[0]?.maxCharacters ?? 0) - lists.flat().reduce((sum, { text }) => sum + text.length, 0);
  const isFull = (branch: number): boolean => (lists[branch]?.length ?? 0) >= max || left() < 1;
  const focus = (idea: Idea | undefined, selector = 'input'): void =>
    (idea ? rows.get(idea) : null)?.querySelector<HTMLElement>(selector)?.focus();

  function showLimits(): void {
    const used = (fields?.[0]?.maxCharacters ?? 0) - left();
    count.textContent = say(strings, 'count', { n: written().length, used, max: fields?.[0]?.maxCharacters ?? 0 });
    for (const [idea, row] of rows) {
      const field = row.querySelector('input');
      if (field) field.maxLength = Math.max(idea.text.length, Math.min(LONGEST, idea.text.length + left()));
    }
    for (const [branch, add] of adds.entries()) {
      add.hidden = locked;
      add.disabled = isFull(branch);
    }
  }

  /** Shows and saves a change, and leads the focus on. */
  function settle(idea: Idea | undefined, selector?: string): void {
    render(locked);
    changed();
    focus(idea, selector);
  }

  function insert(list: Idea[], at: number, under: boolean): void {
    const idea = { text: '', under };
    list.splice(at, 0, idea);
    render(locked);
    focus(idea);
  }

  function step(list: Idea[], idea: Idea, by: -1 | 1): void {
    move(list, list.indexOf(idea), by);
    settle(idea, `[data-action="mind-map-${by < 0 ? 'up' : 'down'}"]`);
    announce(say(strings, 'moved', { idea: nameOf(idea), ...rankOf(list, list.indexOf(idea)) }));
  }

  function takeOut(branch: number, idea: Idea): void {
    const list = lists[branch] ?? [];
    const at = list.indexOf(idea);
    remove(list, at);
    settle(list[at] ?? list[at - 1]);
    if (list.length === 0) adds[branch]?.focus();
    announce(say(strings, 'removed', { idea: nameOf(idea) }));
  }

  /** Every place where an idea may hang: branches, and ideas that hang on one, where nothing hangs on it. */
  function parentsOf(list: Idea[], idea: Idea): { name: string; to: Idea[]; parent?: Idea }[] {
    const size = endOf(list, list.indexOf(idea)) - list.indexOf(idea);
    return branches.flatMap(({ text }, index) => {
      const to = lists[index] ?? [];
      const others = size === 1 ? to.filter((other) => other !== idea && !other.under && other.text.trim() !== '') : [];
      const hasRoom = to === list || to.length + size <= max;
      return hasRoom ? [{ name: text, to }, ...others.map((parent) => ({ name: `${text} › ${nameOf(parent)}`, to, parent }))] : [];
    });
  }

  function chooser(list: Idea[], idea: Idea): HTMLElement {
    const places = parentsOf(list, idea);
    const above = list.slice(0, list.indexOf(idea)).filter(({ under }) => !under);
    const parent = idea.under ? above[above.length - 1] : undefined;
    const select = make('select', 'c-input', ...places.map(({ name }) => make('option', '', name)));
    select.selectedIndex = places.findIndex((place) => place.to === list && place.parent === parent);
    select.onchange = () => {
      const place = places[select.selectedIndex];
      if (!place) return;
      hang(list, idea, place.to, place.parent);
      settle(idea, 'select');
    };
    return make('label', 'mind-map-under', make('span', 'c-hint', strings.under ?? ''), select);
  }

  function toolsOf(branch: number, list: Idea[], idea: Idea): HTMLElement {
    const at = list.indexOf(idea);
    const named = (key: string): string => say(strings, key, { idea: nameOf(idea) });
    const tools = [
      tool('up', 'arrow-up', named('up'), () => step(list, idea, -1), stepFrom(list, at, -1) < 0),
      tool('down', 'arrow-down', named('down'), () => step(list, idea, 1), stepFrom(list, at, 1) < 0),
      tool('below', 'corner-down-right', named('below'), () => insert(list, endOf(list, at), true), idea.under || isFull(branch)),
      tool('remove', 'trash', named('remove'), () => takeOut(branch, idea)),
    ];
    return make('div', 'c-tools mind-map-tools', ...tools, chooser(list, idea));
  }

  function fieldOf(branch: number, list: Idea[], idea: Idea, words: HTMLElement): HTMLInputElement {
    const field = make('input', 'c-input');
    field.type = 'text';
    field.autocomplete = 'off';
    field.value = idea.text;
    field.setAttribute(
      'aria-label',
      say(strings, idea.under ? 'field.under' : 'field', { branch: branches[branch]?.text ?? '', n: list.indexOf(idea) + 1 }),
    );
    field.oninput = () => {
      idea.text = field.value;
      words.textContent = say(strings, 'tools', { idea: nameOf(idea) });
      showLimits();
      changed();
      if (left() < 1) announce(strings.full ?? '');
    };
    field.onkeydown = (event) => {
      if (event.key !== 'Enter' || event.isComposing || field.value.trim() === '' || isFull(branch)) return;
      // The frame would take the key for « done ».
      event.stopPropagation();
      event.preventDefault();
      insert(list, endOf(list, list.indexOf(idea)), idea.under);
    };
    return field;
  }

  function rowOf(branch: number, list: Idea[], idea: Idea): HTMLElement {
    if (locked) return make('li', '', idea.text);
    const toggle = tool('tools', 'ellipsis', say(strings, 'tools', { idea: nameOf(idea) }), () => {
      open = open === idea ? undefined : idea;
      render(locked);
      focus(idea, '[aria-expanded]');
    });
    toggle.setAttribute('aria-expanded', String(open === idea));
    delete toggle.dataset.action;
    const field = fieldOf(branch, list, idea, toggle.lastChild as HTMLElement);
    const row = make('div', 'mind-map-row', field, toggle, ...(open === idea ? [toolsOf(branch, list, idea)] : []));
    const item = make('li', '', row);
    rows.set(idea, row);
    return item;
  }

  function render(off: boolean): void {
    locked = off;
    rows = new Map();
    for (const [branch, box] of boxes.entries()) {
      const list = lists[branch] ?? [];
      const host = box.querySelector('.mind-map-ideas') as HTMLElement;
      host.replaceChildren();
      let last: HTMLElement | undefined;
      for (const idea of list) {
        const item = rowOf(branch, list, idea);
        if (!idea.under || !last) {
          host.append(item);
          last = item;
        } else {
          if (!last.querySelector('ul')) last.append(make('ul', ''));
          last.querySelector('ul')?.append(item);
        }
      }
    }
    showLimits();
  }

  for (const [branch, add] of adds.entries()) {
    add.onclick = () => {
      const list = lists[branch] ?? [];
      const empty = list.find(({ text }) => text.trim() === '');
      if (empty) focus(empty);
      else insert(list, list.length, false);
    };
  }

  return {
    render,
    gateOf(branch) {
      const empty = lists[branch]?.find(({ text }) => text.trim() === '');
      return (empty && rows.get(empty)?.querySelector('input')) || (adds[branch] as HTMLElement);
    },
  };
}
