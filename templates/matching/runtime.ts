import { dragOnTop } from '../../src/player/drag.ts';
import { expected } from '../../src/player/expected.ts';
import { feedback, mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { pickAndPlace } from '../../src/player/pick-and-place.ts';
import { say } from '../../src/player/words.ts';
import type { Answer, Options } from './scoring.ts';

/** One left cell on the screen, with the place beside it and the list in that place. */
interface Row {
  readonly element: HTMLElement;
  readonly left: string;
  readonly place: HTMLElement;
  readonly select: HTMLSelectElement;
}

function rowOf(element: HTMLElement): Row {
  const [left, place] = element.children as unknown as readonly [HTMLElement, HTMLElement];
  return { element, left: left.textContent ?? '', place, select: place.firstElementChild as HTMLSelectElement };
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const chips = [...root.querySelectorAll<HTMLButtonElement>('.c-chip')];
  const elements = [...root.querySelectorAll<HTMLElement>('.matching-row')];
  const rows = new Map(elements.map((element) => [element.dataset.pair ?? '', rowOf(element)]));
  const textOf = (target = ''): string => options.targets.find(({ token }) => token === target)?.text ?? '';
  const rowAt = (place: HTMLElement): Row | undefined => rows.get(place.dataset.place ?? '');
  let off = locked;

  const current = (): Answer =>
    Object.fromEntries([...rows].filter(([, { select }]) => select.value).map(([token, { select }]) => [token, select.value]));

  /** A proposal may serve again, but the learner sees which ones have served. */
  function showUsed(): void {
    const used = Object.values(current());
    for (const chip of chips) chip.toggleAttribute('data-used', used.includes(chip.dataset.chip ?? ''));
  }

  function change(): void {
    showUsed();
    context.draft(current());
  }

  function lock(on: boolean): void {
    off = on;
    for (const { select } of rows.values()) select.disabled = on;
    for (const chip of chips) chip.disabled = on;
    if (on) putBack();
  }

  function place(chip: HTMLElement, to: HTMLElement): void {
    const row = rowAt(to);
    if (!row) return;
    row.select.value = chip.dataset.chip ?? '';
    change();
    row.select.focus({ preventScroll: true });
    context.announce(say(strings, 'placed', { item: textOf(chip.dataset.chip), place: row.left }));
  }

  const putBack = pickAndPlace(root, {
    enabled: () => !off,
    here: strings.here ?? '',
    nameOf: (one) => rowAt(one)?.left ?? '',
    picked: (chip) => context.announce(say(strings, 'picked', { item: textOf(chip.dataset.chip) })),
    place,
  });
  dragOnTop(root, { enabled: () => !off, started: putBack, dropped: place });

  // A stored target may be gone: the list then shows none.
  for (const [token, { select }] of rows) select.value = textOf(answer?.[token]) && (answer?.[token] ?? '');
  showUsed();
  lock(locked);
  root.onchange = change;

  return {
    read() {
      const open = [...rows.values()].filter(({ select }) => !select.value);
      return open[0] ? { missing: say(strings, 'missing', { n: open.length }), at: open[0].select } : current();
    },
    show(verdict) {
      lock(locked || !!verdict?.final);
      for (const { token, target, feedback: reason } of options.pairs) {
        const row = rows.get(token);
        if (!row) continue;
        const part = verdict?.parts[token];
        mark(row.place, part);
        expected(row.place, verdict?.final && part !== 'right' ? say(strings, 'expected', { answer: textOf(target) }) : '');
        feedback(row.element, part && reason, part);
      }
    },
    text: () => [...rows.values()].map(({ left, select }) => `${left} → ${textOf(select.value) || '…'}`).join('\n'),
  };
}
