import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { drawRadar, FEWEST_AXES } from '../../src/player/radar.ts';
import { showRoom } from '../../src/player/text-field.ts';
import { say } from '../../src/player/words.ts';
import { type Answer, factOf, type Options, valueGiven } from './scoring.ts';

/** One line on the screen. */
interface Row {
  readonly line: string;
  readonly fact: string;
  readonly text: string;
  readonly slider: HTMLInputElement;
  readonly shown: HTMLElement;
  readonly area: HTMLTextAreaElement | null;
  readonly cell: HTMLElement;
}

function readRows(root: HTMLElement, { items }: Options): Row[] {
  return items.flatMap(({ token, text, fact = '' }): Row[] => {
    const box = root.querySelector(`[data-line="${token}"]`);
    const slider = box?.querySelector('input');
    const [shown, cell] = [box?.querySelector<HTMLElement>('.sliders-value'), root.querySelector<HTMLElement>(`[data-cell="${token}"]`)];
    return slider && shown && cell ? [{ line: token, fact, text, slider, shown, cell, area: box?.querySelector('textarea') ?? null }] : [];
  });
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { min, max } = options;
  const rows = readRows(root, options);
  const picture = root.querySelector('.sliders-picture') as HTMLElement;
  /** A slider stands somewhere from the start: only one that was touched says something. */
  const touched = new Set(rows.filter(({ line }) => valueGiven(options, answer, line) !== undefined));
  /** A fact that was taken back is told as empty. */
  const wrote = new Set(rows.filter(({ fact }) => factOf(answer, fact) !== undefined));

  const current = (): Answer => {
    for (const row of rows) if (row.area?.value) wrote.add(row);
    const facts = [...wrote].map(({ fact, area }) => [fact, area?.value ?? ''] as const);
    return {
      values: Object.fromEntries([...touched].map(({ line, slider }) => [line, Number(slider.value)])),
      ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    };
  };

  function render(): void {
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

  function touch(row: Row): void {
    touched.add(row);
    render();
    context.draft(current());
  }

  for (const row of rows) {
    const { line, fact, slider, area } = row;
    slider.value = String(valueGiven(options, answer, line) ?? Math.round((min + max) / 2));
    slider.disabled = locked;
    slider.oninput = slider.onclick = () => touch(row);
    slider.onkeydown = ({ key }) => {
      // Whoever agrees with where it stands can't say so by moving it.
      if (key === 'Enter' || key === ' ') touch(row);
    };
    if (!area) continue;
    area.value = factOf(answer, fact) ?? '';
    area.readOnly = locked;
    const count = area.nextElementSibling as HTMLElement;
    showRoom(count, area, strings);
    area.oninput = () => {
      context.draft(current());
      showRoom(count, area, strings);
      if (count.hasAttribute('data-over')) context.announce(strings.full ?? '');
    };
  }
  render();

  return {
    read() {
      const open = rows.filter((row) => !touched.has(row));
      return open[0] ? { missing: say(strings, 'missing', { n: open.length }), at: open[0].slider } : current();
    },
    show() {},
    text: () => {
      const line = ({ text, shown, area }: Row): string => [`${text} : ${shown.textContent}`, area?.value].filter(Boolean).join('\n  ');
      return rows.map(line).join('\n');
    },
  };
}
