import type { Markup, MountContext, Mounted, Strings } from '../../src/player/frame/mount.ts';
import { drawRadar, FEWEST_AXES } from '../../src/player/widgets/radar.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { showRoom } from '../../src/player/widgets/text-field.ts';
import { type Answer, factOf, valueGiven } from './scoring.ts';
import type { Options } from './type.ts';

/** A text field followed by its count. */
type Area = HTMLTextAreaElement & { readonly nextElementSibling: HTMLElement };

/** One line on the screen. */
interface Row {
  readonly line: string;
  readonly fact: string;
  readonly text: string;
  readonly slider: HTMLInputElement;
  readonly shown: HTMLElement;
  readonly area: Area | null;
  readonly cell: HTMLElement;
}

function readRows(root: HTMLElement, { items }: Options): Row[] {
  return items.flatMap(({ token, text, fact = '' }): Row[] => {
    const box = root.querySelector(`[data-line="${token}"]`);
    const slider = box?.querySelector('input');
    const [shown, cell] = [box?.querySelector<HTMLElement>('.sliders-value'), root.querySelector<HTMLElement>(`[data-cell="${token}"]`)];
    return slider && shown && cell
      ? [{ line: token, fact, text, slider, shown, cell, area: box?.querySelector<Area>('textarea') ?? null }]
      : [];
  });
}

function onTouch(slider: HTMLInputElement, touch: () => void): void {
  slider.oninput = slider.onclick = touch;
  slider.onkeydown = ({ key }) => {
    // A learner who agrees with the initial position can't confirm it by moving.
    if (key === 'Enter' || key === ' ') touch();
  };
}

/** Connects the text field beside a slider. */
function bindArea(area: Area, { strings, announce }: MountContext<Options, Answer>, changed: () => void): void {
  const count = area.nextElementSibling;
  showRoom(count, area, strings);
  area.oninput = () => {
    changed();
    showRoom(count, area, strings);
    if (count.hasAttribute('data-over')) announce(strings.full ?? '');
  };
}

/** Shows each value, and draws them if there are enough. @param touched the rows with a value */
function showValues(rows: readonly Row[], touched: ReadonlySet<Row>, picture: HTMLElement, { min, max }: Options, strings: Strings): void {
  for (const row of rows) {
    const words = touched.has(row) ? row.slider.value : (strings.none ?? '');
    row.shown.textContent = row.cell.textContent = words;
    row.slider.setAttribute('aria-valuetext', words);
    row.slider.toggleAttribute('data-unset', !touched.has(row));
  }
  if (rows.length < FEWEST_AXES) return;
  const reach = (row: Row) => (touched.has(row) ? (Number(row.slider.value) - min) / (max - min) : undefined);
  drawRadar(picture, rows.map(reach));
}

function inWords({ text, shown, area }: Row): string {
  return [`${text} : ${shown.textContent}`, area?.value].filter(Boolean).join('\n  ');
}

export function mount(root: Markup<{ '.sliders-picture': HTMLElement }>, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { min, max } = options;
  const rows = readRows(root, options);
  const picture = root.querySelector('.sliders-picture');
  /** Touched rows: a slider always has a position, which counts only once it was touched. */
  const touched = new Set(rows.filter(({ line }) => valueGiven(options, answer, line) !== undefined));
  /** Rows with a fact, now or before: a deleted fact is reported as empty. */
  const wrote = new Set(rows.filter(({ fact }) => factOf(answer, fact) !== undefined));

  const current = (): Answer => {
    for (const row of rows) if (row.area?.value) wrote.add(row);
    const facts = [...wrote].map(({ fact, area }) => [fact, area?.value ?? ''] as const);
    return {
      values: Object.fromEntries([...touched].map(({ line, slider }) => [line, Number(slider.value)])),
      ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    };
  };

  const render = (): void => showValues(rows, touched, picture, options, strings);

  function touch(row: Row): void {
    touched.add(row);
    render();
    context.draft(current());
  }

  for (const row of rows) {
    const { line, fact, slider, area } = row;
    slider.value = String(valueGiven(options, answer, line) ?? Math.round((min + max) / 2));
    slider.disabled = locked;
    onTouch(slider, () => touch(row));
    if (!area) continue;
    area.value = factOf(answer, fact) ?? '';
    area.readOnly = locked;
    bindArea(area, context, () => context.draft(current()));
  }
  render();

  return {
    read() {
      const open = rows.filter((row) => !touched.has(row));
      return open[0] ? { missing: format(strings, 'missing', { n: open.length }), at: open[0].slider } : current();
    },
    show() {},
    text: () => rows.map(inWords).join('\n'),
  };
}
