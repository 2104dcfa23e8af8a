import { dragOnTop } from '../../src/player/drag.ts';
import { make } from '../../src/player/element.ts';
import { expected } from '../../src/player/expected.ts';
import { feedback, mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { pickAndPlace } from '../../src/player/pick-and-place.ts';
import { say } from '../../src/player/words.ts';
import type { Answer, Options, Placed } from './scoring.ts';

/** One item on the screen: its card, and in it a list of groups, or a box for each group. */
interface Card {
  readonly item: Placed;
  readonly element: HTMLElement;
  readonly inputs: readonly (HTMLSelectElement | HTMLInputElement)[];
}

/** The activity on the screen: its cards by token, and its places by group; '' is where cards wait. */
interface Board {
  readonly cards: ReadonlyMap<string, Card>;
  readonly places: ReadonlyMap<string, HTMLElement>;
}

/** Milliseconds after which a card that the focus has left goes to its group: a click on its way must find its aim. */
const PATIENCE = 250;

function readBoard(root: HTMLElement, { items }: Options): Board {
  const placeOf = (place: HTMLElement) => [place.dataset.place ?? '', place] as const;
  const cards = items.flatMap((item): [string, Card][] => {
    const element = root.querySelector<HTMLElement>(`[data-chip="${item.token}"]`);
    return element ? [[item.token, { item, element, inputs: [...element.querySelectorAll<HTMLInputElement>('select, input')] }]] : [];
  });
  return { cards: new Map(cards), places: new Map([...root.querySelectorAll<HTMLElement>('[data-place]')].map(placeOf)) };
}

function isOn(input: Card['inputs'][number]): boolean {
  return 'checked' in input ? input.checked : input.value !== '';
}

/** The groups of a card. */
function chosen({ inputs }: Card): string[] {
  return inputs.filter(isOn).map((input) => input.value);
}

function choose({ inputs }: Card, groups: readonly unknown[]): void {
  for (const input of inputs) {
    if ('checked' in input) input.checked = groups.includes(input.value);
    else input.value = [...input.options].find(({ value }) => groups.includes(value))?.value ?? '';
  }
}

function readAnswer({ cards }: Board): Answer {
  const entries = [...cards].map(([token, card]) => [token, chosen(card)] as const);
  return Object.fromEntries(entries.filter(([, groups]) => groups.length > 0));
}

function inGroup({ cards }: Board, group: string): Card[] {
  return [...cards.values()].filter((card) => chosen(card).includes(group));
}

/** Moves a card; what has the focus in it keeps it. */
function bring(element: HTMLElement, list: Element): void {
  if (element.parentElement === list) return;
  const focused = document.activeElement as HTMLElement;
  list.append(element);
  if (element.contains(focused)) focused.focus({ preventScroll: true });
}

function copyOf({ token, text }: Placed): HTMLElement {
  const copy = make('li', 'c-chip', text);
  copy.dataset.chip = token;
  return copy;
}

/**
 * Shows each item in its group. Where it may stand in several, its card stays where it is, with its boxes, and a copy
 * of its words stands in each group.
 * @param held the card around it stays where it is: its own time has not come
 */
function arrange(board: Board, several: boolean, held: Element | null = null): void {
  for (const [group, place] of board.places) {
    const list = place.querySelector('ul') as Element;
    if (several && group) {
      list.replaceChildren(...inGroup(board, group).map(({ item }) => copyOf(item)));
    } else if (!several) {
      for (const card of board.cards.values())
        if ((chosen(card)[0] ?? '') === group && !card.element.contains(held)) bring(card.element, list);
    }
  }
  const tray = board.places.get('');
  if (tray) tray.hidden = !tray.querySelector('li');
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { groups, multiple } = options;
  const board = readBoard(root, options);
  const boxes = root.querySelector('.categorize-groups') as Element;
  const namesOf = (tokens: readonly unknown[]): string =>
    groups.flatMap(({ token, text }) => (tokens.includes(token) ? [text] : [])).join(' ; ');
  const nameOf = ({ dataset }: HTMLElement): string => namesOf([dataset.place]) || (strings.tray ?? '');
  let off = locked;
  let pointer = false;

  function lock(on: boolean): void {
    off = on;
    putBack();
    for (const { inputs } of board.cards.values()) for (const input of inputs) input.disabled = on;
  }

  function place(chip: HTMLElement, to: HTMLElement): void {
    const card = board.cards.get(chip.dataset.chip ?? '') as Card;
    const from = chip.closest<HTMLElement>('[data-place]')?.dataset.place;
    choose(card, [...(multiple ? chosen(card).filter((group) => group !== from) : []), to.dataset.place]);
    arrange(board, multiple);
    context.draft(readAnswer(board));
    card.inputs[0]?.focus({ preventScroll: true });
    context.announce(say(strings, 'placed', { item: card.item.text, place: nameOf(to) }));
  }

  // On a narrow screen no groups stand beside boxes to tick.
  const enabled = (): boolean => !off && getComputedStyle(boxes).display !== 'none';
  const putBack = pickAndPlace(root, {
    enabled,
    here: strings.here ?? '',
    nameOf,
    picked: ({ dataset }) => context.announce(say(strings, 'picked', { item: board.cards.get(dataset.chip ?? '')?.item.text ?? '' })),
    place,
  });
  dragOnTop(root, { enabled, started: putBack, dropped: (chip, to) => to && place(chip, to) });

  for (const [token, card] of board.cards) choose(card, Array.isArray(answer?.[token]) ? answer[token] : []);
  arrange(board, multiple);
  lock(locked);

  root.onpointerdown = () => {
    pointer = true;
  };
  root.onkeydown = () => {
    pointer = false;
  };
  root.onchange = () => {
    context.draft(readAnswer(board));
    // From the keyboard each arrow changes a closed list: its card waits until the focus leaves it.
    if (multiple || pointer) arrange(board, multiple);
  };
  root.addEventListener('focusout', ({ target }) => {
    const card = (target as Element).closest('.categorize-item');
    if (!card || multiple) return;
    // The card that has the focus now stays too: under a quick hand Tab would leap over those that wait behind it.
    setTimeout(() => card.contains(document.activeElement) || arrange(board, multiple, document.activeElement), PATIENCE);
  });

  return {
    read() {
      arrange(board, multiple);
      const open = [...board.cards.values()].filter((card) => chosen(card).length === 0);
      const at = open[0]?.inputs[0];
      return at ? { missing: say(strings, 'missing', { n: open.length }), at } : readAnswer(board);
    },
    show(verdict) {
      lock(locked || !!verdict?.final);
      for (const [token, { item, element }] of board.cards) {
        const part = verdict?.parts[token];
        mark(element, part);
        expected(
          element,
          verdict?.final && part !== 'right' ? say(strings, 'expected', { n: item.groups.length, groups: namesOf(item.groups) }) : '',
        );
        feedback(element, part && item.feedback, part);
      }
    },
    text: () => groups.map(({ token, text }) => [text, ...inGroup(board, token).map(({ item }) => `– ${item.text}`)].join('\n')).join('\n'),
  };
}
