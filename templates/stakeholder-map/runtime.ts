import { dragOnTop } from '../../src/player/drag.ts';
import { all, make } from '../../src/player/element.ts';
import { expected } from '../../src/player/expected.ts';
import { feedback, iconOf, mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted, Verdict } from '../../src/player/mount.ts';
import { pickAndPlace } from '../../src/player/pick-and-place.ts';
import { say } from '../../src/player/words.ts';
import { type Actor, type Answer, cellOf, cellsOf, type Options } from './scoring.ts';

/** An actor's line: its name, and the list of cells. */
interface Line {
  readonly actor: Actor;
  readonly element: HTMLElement;
  readonly list: HTMLSelectElement;
}

function readLines(root: HTMLElement, { items }: Options): Map<string, Line> {
  const lines = items.flatMap((actor): [string, Line][] => {
    const element = root.querySelector<HTMLElement>(`.stakeholder-map-actor[data-chip="${actor.token}"]`);
    const list = element?.querySelector('select');
    return element && list ? [[actor.token, { actor, element, list }]] : [];
  });
  return new Map(lines);
}

function readAnswer(lines: ReadonlyMap<string, Line>): Answer {
  return Object.fromEntries([...lines].flatMap(([token, { list }]) => (list.value ? [[token, list.value]] : [])));
}

/** The actor's words on the map. Its line says the verdict to screen readers: here an icon is enough. */
function chipOf({ token, text }: Actor, verdict: Verdict | null): HTMLElement {
  const part = verdict?.parts[token];
  const chip = make('li', 'c-chip', ...(part ? [iconOf(part)] : []), text);
  chip.dataset.chip = token;
  if (part) chip.dataset.mark = part;
  return chip;
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const cells = cellsOf(options);
  const lines = readLines(root, options);
  const inCell = (cell: string): Actor[] => [...lines.values()].filter(({ list }) => list.value === cell).map(({ actor }) => actor);
  const nameOf = ({ dataset }: HTMLElement): string => cells.find(({ token }) => token === dataset.place)?.text ?? strings.actors ?? '';
  let off = locked;
  let judged: Verdict | null = null;

  /** The lists are the answer: the map shows what they say. */
  function draw(): void {
    for (const cell of all('.stakeholder-map-cell', root)) {
      const actors = inCell(cell.dataset.place ?? '');
      cell.querySelector('ul')?.replaceChildren(...actors.map((actor) => chipOf(actor, judged)));
    }
    for (const { list, element } of lines.values()) element.toggleAttribute('data-placed', list.value !== '');
  }

  function change(): void {
    draw();
    context.draft(readAnswer(lines));
  }

  function lock(on: boolean): void {
    off = on;
    putBack();
    for (const { list } of lines.values()) list.disabled = on;
  }

  function place(chip: HTMLElement, to: HTMLElement): void {
    const { list, actor } = lines.get(chip.dataset.chip ?? '') as Line;
    list.value = to.dataset.place ?? '';
    change();
    list.focus({ preventScroll: true });
    context.announce(say(strings, 'placed', { item: actor.text, place: nameOf(to) }));
  }

  const enabled = (): boolean => !off;
  const putBack = pickAndPlace(root, {
    enabled,
    here: strings.here ?? '',
    nameOf,
    picked: ({ dataset }) => context.announce(say(strings, 'picked', { item: lines.get(dataset.chip ?? '')?.actor.text ?? '' })),
    place,
  });
  dragOnTop(root, { enabled, started: putBack, dropped: (chip, to) => to && place(chip, to) });

  for (const [token, { list }] of lines) list.value = cellOf(options, answer, token) ?? '';
  draw();
  lock(locked);
  root.onchange = change;

  return {
    read() {
      const open = [...lines.values()].filter(({ list }) => list.value === '');
      const at = open[0]?.list;
      return at ? { missing: say(strings, 'missing', { n: open.length }), at } : readAnswer(lines);
    },
    show(verdict) {
      judged = verdict;
      lock(locked || !!verdict?.final);
      draw();
      for (const [token, { actor, element }] of lines) {
        const part = verdict?.parts[token];
        const cell = verdict?.final && part !== 'right' && cells.find((one) => one.token === actor.cell)?.text;
        mark(element, part);
        expected(element, cell ? say(strings, 'expected', { cell }) : '');
        feedback(element, verdict && actor.feedback, part);
      }
    },
    text: () => cells.map(({ token, text }) => [text, ...inCell(token).map((actor) => `– ${actor.text}`)].join('\n')).join('\n'),
  };
}
