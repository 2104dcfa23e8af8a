import { dragOnTop } from '../../src/player/drag.ts';
import { make } from '../../src/player/element.ts';
import { expected } from '../../src/player/expected.ts';
import { feedback, mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { pickAndPlace } from '../../src/player/pick-and-place.ts';
import { say } from '../../src/player/words.ts';
import type { Answer, Options, Placed } from './scoring.ts';

/** One item on the screen: its card, and its list of groups or its boxes, one a group. */
interface Card {
  readonly item: Placed;
  readonly element: HTMLElement;
  readonly select: HTMLSelectElement | null;
  readonly boxes: readonly HTMLInputElement[];
}

/** Milliseconds after which a card that the focus has left goes to its group: a click on its way must find its aim. */
const PATIENCE = 250;

function chosen({ select, boxes }: Card): string[] {
  if (select) return select.value ? [select.value] : [];
  return boxes.filter((box) => box.checked).map((box) => box.value);
}

function choose({ select, boxes }: Card, groups: readonly unknown[]): void {
  if (select) select.value = [...select.options].find(({ value }) => groups.includes(value))?.value ?? '';
  for (const box of boxes) box.checked = groups.includes(box.value);
}

/** Moves a card; what has the focus in it keeps it. */
function bring(element: HTMLElement, list: Element): void {
  if (element.parentElement === list) return;
  const focused = document.activeElement as HTMLElement;
  list.append(element);
  if (element.contains(focused)) focused.focus({ preventScroll: true });
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const several = options.multiple;
  const [tray, groups] = (root.firstElementChild as HTMLElement).children as unknown as readonly [HTMLElement, HTMLElement];
  const places = new Map([tray, ...(groups.children as unknown as HTMLElement[])].map((place) => [place.dataset.place ?? '', place]));
  const listOf = (group = ''): Element => places.get(group)?.querySelector('ul') as Element;
  const cards = new Map<string, Card>();
  let off = locked;
  let pointer = false;

  for (const element of tray.querySelectorAll<HTMLElement>('[data-chip]')) {
    const item = options.items.find(({ token }) => token === element.dataset.chip);
    if (item) cards.set(item.token, { item, element, select: element.querySelector('select'), boxes: [...element.querySelectorAll('input')] });
  }

  const current = (): Answer => Object.fromEntries([...cards].map(([token, card]) => [token, chosen(card)]).filter(([, all]) => all?.length));
  const inGroup = (group: string): Card[] => [...cards.values()].filter((card) => chosen(card).includes(group));
  const namesOf = (tokens: readonly string[]): string[] => options.groups.flatMap(({ token, text }) => (tokens.includes(token) ? [text] : []));

  /**
   * Shows each item in its group. Where it may stand in several, its card stays where it is, with its boxes, and a copy
   * of its words stands in each group.
   */
  function arrange(): void {
    if (several) {
      for (const { token: group } of options.groups) {
        const copies = inGroup(group).map(({ item: { token, text } }) => {
          const copy = make('li', 'c-chip', text);
          copy.dataset.chip = token;
          return copy;
        });
        listOf(group).replaceChildren(...copies);
      }
    } else {
      for (const card of cards.values()) bring(card.element, listOf(chosen(card)[0]));
      tray.hidden = !listOf().firstChild;
    }
  }

  function lock(on: boolean): void {
    off = on;
    for (const { select, boxes } of cards.values()) for (const input of select ? [select] : boxes) input.disabled = on;
    if (on) putBack();
  }

  function place(chip: HTMLElement, to: HTMLElement): void {
    const card = cards.get(chip.dataset.chip ?? '');
    if (!card) return;
    const from = chip.closest<HTMLElement>('[data-place]')?.dataset.place;
    const group = to.dataset.place ?? '';
    choose(card, several ? [...chosen(card).filter((one) => one !== from), group] : [group]);
    arrange();
    context.draft(current());
    (card.select ?? card.boxes[0])?.focus({ preventScroll: true });
    context.announce(say(strings, 'placed', { item: card.item.text, place: nameOf(to) }));
  }

  const nameOf = ({ dataset }: HTMLElement): string => namesOf([dataset.place ?? ''])[0] ?? strings.tray ?? '';
  // On a narrow screen there are no groups beside boxes to tick.
  const enabled = (): boolean => !off && getComputedStyle(groups).display !== 'none';
  const putBack = pickAndPlace(root, {
    enabled,
    here: strings.here ?? '',
    nameOf,
    picked: ({ dataset }) => context.announce(say(strings, 'picked', { item: cards.get(dataset.chip ?? '')?.item.text ?? '' })),
    place,
  });
  dragOnTop(root, { enabled, started: putBack, dropped: place });

  for (const [token, card] of cards) choose(card, Array.isArray(answer?.[token]) ? answer[token] : []);
  arrange();
  lock(locked);

  root.addEventListener('pointerdown', () => {
    pointer = true;
  });
  root.addEventListener('keydown', () => {
    pointer = false;
  });
  root.onchange = () => {
    context.draft(current());
    // From the keyboard each arrow changes a closed list: its card waits until the focus leaves it.
    if (several || pointer) arrange();
  };
  root.addEventListener('focusout', ({ target }) => {
    const card = (target as Element).closest('.categorize-item');
    if (card && !several) setTimeout(() => card.contains(document.activeElement) || arrange(), PATIENCE);
  });

  return {
    read() {
      arrange();
      const open = [...cards.values()].filter((card) => chosen(card).length === 0);
      const at = open[0]?.select ?? open[0]?.boxes[0];
      return at ? { missing: say(strings, 'missing', { n: open.length }), at } : current();
    },
    show(verdict) {
      lock(locked || !!verdict?.final);
      for (const [token, { item, element }] of cards) {
        const part = verdict?.parts[token];
        const names = verdict?.final && part !== 'right' ? namesOf(item.groups) : [];
        mark(element, part);
        expected(element, names.length > 0 ? say(strings, 'expected', { n: names.length, groups: names.join(' ; ') }) : '');
        feedback(element, part && item.feedback, part);
      }
    },
    text: () => options.groups.map(({ token, text }) => [`${text} :`, ...inGroup(token).map(({ item }) => `– ${item.text}`)].join('\n')).join('\n'),
  };
}
