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

function readRows(root: HTMLElement): Map<string, Row> {
  const elements = [...root.querySelectorAll<HTMLElement>('.matching-row')];
  return new Map(
    elements.map((element) => {
      const [left, place] = element.children as unknown as readonly [HTMLElement, HTMLElement];
      return [
        element.dataset.pair ?? '',
        { element, left: left.textContent ?? '', place, select: place.firstElementChild as HTMLSelectElement },
      ];
    }),
  );
}

function readAnswer(rows: ReadonlyMap<string, Row>): Answer {
  return Object.fromEntries([...rows].filter(([, { select }]) => select.value).map(([token, { select }]) => [token, select.value]));
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const rows = readRows(root);
  const all = [...rows.values()];
  const chips = root.querySelectorAll<HTMLButtonElement>('.c-chip');
  const textOf = (target = ''): string => options.targets.find(({ token }) => token === target)?.text ?? '';
  const rowAt = (place: HTMLElement): Row => rows.get(place.dataset.place ?? '') as Row;
  let off = locked;

  /** A label may serve again, but the learner sees which ones have served. */
  function showUsed(): void {
    for (const { dataset } of chips) dataset.used = String(all.some(({ select }) => select.value === dataset.chip));
  }

  function change(): void {
    showUsed();
    context.draft(readAnswer(rows));
  }

  function lock(on: boolean): void {
    off = on;
    putBack();
    for (const input of [...all.map(({ select }) => select), ...chips]) input.disabled = on;
  }

  function place(chip: HTMLElement, to: HTMLElement): void {
    const { select, left } = rowAt(to);
    select.value = chip.dataset.chip ?? '';
    change();
    select.focus({ preventScroll: true });
    context.announce(say(strings, 'placed', { item: textOf(chip.dataset.chip), place: left }));
  }

  const enabled = (): boolean => !off;
  const putBack = pickAndPlace(root, {
    enabled,
    here: strings.here ?? '',
    nameOf: (to) => rowAt(to).left,
    picked: ({ dataset }) => context.announce(say(strings, 'picked', { item: textOf(dataset.chip) })),
    place,
  });
  dragOnTop(root, { enabled, started: putBack, dropped: (chip, to) => to && place(chip, to) });

  // A stored target may be gone: its list then shows none.
  for (const [token, { select }] of rows) select.value = textOf(answer?.[token]) ? (answer?.[token] ?? '') : '';
  showUsed();
  lock(locked);
  root.onchange = change;

  return {
    read() {
      const open = all.filter(({ select }) => !select.value);
      return open[0] ? { missing: say(strings, 'missing', { n: open.length }), at: open[0].select } : readAnswer(rows);
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
    text: () => all.map(({ left, select }) => `${left} → ${textOf(select.value) || '…'}`).join('\n'),
  };
}
