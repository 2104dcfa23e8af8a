import type { Verdict } from '../../src/model/judging/verdict.ts';
import type { Missing, MountContext, Mounted, Strings } from '../../src/player/frame/mount.ts';
import { all, make } from '../../src/player/widgets/element.ts';
import { feedback, iconOf } from '../../src/player/widgets/mark.ts';
import { placeChips } from '../../src/player/widgets/place-chips.ts';
import { type Judged, Review } from '../../src/player/widgets/review.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { type Actor, type Answer, cellOf, cellsOf } from './scoring.ts';
import type { Options } from './type.ts';

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

function missingIn(lines: ReadonlyMap<string, Line>, strings: Strings): Missing | undefined {
  const open = [...lines.values()].filter(({ list }) => list.value === '');
  return open[0] && { missing: format(strings, 'missing', { n: open.length }), at: open[0].list };
}

/** Makes the actor's chip on the map. Its line has the verdict for screen readers, so an icon is enough here. */
function chipOf({ token, text }: Actor, verdict: Verdict | null): HTMLElement {
  const part = verdict?.parts[token];
  const chip = make('li', 'c-chip', ...(part ? [iconOf(part)] : []), text);
  chip.dataset.chip = token;
  if (part) chip.dataset.mark = part;
  return chip;
}

function inCell(lines: ReadonlyMap<string, Line>, cell = ''): Actor[] {
  return [...lines.values()].filter(({ list }) => list.value === cell).map(({ actor }) => actor);
}

/** Draws the map from the lists, which are the answer. */
function draw(root: HTMLElement, lines: ReadonlyMap<string, Line>, verdict: Verdict | null): void {
  for (const cell of all('.stakeholder-map-cell', root)) {
    const actors = inCell(lines, cell.dataset.place);
    cell.querySelector('ul')?.replaceChildren(...actors.map((actor) => chipOf(actor, verdict)));
  }
  for (const { list, element } of lines.values()) element.toggleAttribute('data-placed', list.value !== '');
}

type Context = Pick<MountContext<Options, Answer>, 'options' | 'strings'>;

/** Judges a line. */
function judge({ actor, element, list }: Line, { parts, final }: Verdict, { options, strings }: Context): Judged {
  const nameOf = (cell = ''): string => cellsOf(options).find(({ token }) => token === cell)?.text ?? '';
  const verdict = parts[actor.token] ?? 'missed';
  const wanted = final ? nameOf(actor.cell) : '';
  return { element, verdict, given: nameOf(list.value), wanted, before: strings.expected ?? '', reason: actor.feedback };
}

/** Tests whether actors were judged: without a model none is, and their reasons are comments. */
function isJudged(verdict: Verdict | null): verdict is Verdict {
  return verdict !== null && Object.keys(verdict.parts).length > 0;
}

/** Shows the verdict in the lines, the wrong ones first. */
function showVerdict(root: HTMLElement, verdict: Verdict | null, lines: ReadonlyMap<string, Line>, review: Review, context: Context): void {
  for (const { actor, element } of lines.values()) feedback(element, verdict && !isJudged(verdict) ? actor.feedback : '');
  review.clear();
  if (!isJudged(verdict)) return;
  const judged = review.order.flatMap(({ dataset }) => lines.get(dataset.chip ?? '') ?? []).map((line) => judge(line, verdict, context));
  root.dataset.retry = format(context.strings, 'retry', { n: judged.filter((one) => one.verdict !== 'right').length });
  review.show(judged);
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const cells = cellsOf(options);
  const lines = readLines(root, options);
  const lineOf = ({ dataset }: HTMLElement): Line => lines.get(dataset.chip ?? '') as Line;
  let off = locked;
  const review = new Review(root.querySelector('.stakeholder-map-list') as HTMLElement, strings);
  let judged: Verdict | null = null;

  function change(): void {
    draw(root, lines, judged);
    context.draft(readAnswer(lines));
  }

  function lock(on: boolean): void {
    off = on;
    putBack();
    for (const { list } of lines.values()) list.disabled = on;
  }

  const putBack = placeChips(root, context, {
    enabled: () => !off,
    textOf: (chip) => lineOf(chip).actor.text,
    nameOf: ({ dataset }) => cells.find(({ token }) => token === dataset.place)?.text ?? strings.actors ?? '',
    put(chip, { dataset }) {
      const { list } = lineOf(chip);
      list.value = dataset.place ?? '';
      change();
      list.focus({ preventScroll: true });
    },
  });

  for (const [token, { list }] of lines) list.value = cellOf(options, answer, token) ?? '';
  draw(root, lines, judged);
  lock(locked);
  root.onchange = change;

  return {
    read: () => missingIn(lines, strings) ?? readAnswer(lines),
    show(verdict) {
      judged = verdict;
      lock(locked || isJudged(verdict));
      draw(root, lines, judged);
      showVerdict(root, verdict, lines, review, context);
    },
    text: () => cells.map(({ token, text }) => [text, ...inCell(lines, token).map((actor) => `– ${actor.text}`)].join('\n')).join('\n'),
  };
}
