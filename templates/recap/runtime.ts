import type { Markup, MountContext, Mounted, Overview } from '../../src/player/frame/mount.ts';
import { all } from '../../src/player/widgets/element.ts';
import { showOwnWords } from '../../src/player/widgets/own-words.ts';
import { fold } from './fold.ts';
import { type Answer, proofIn } from './scoring.ts';
import type { Options } from './type.ts';
import { showWay } from './ways.ts';

/** A field for the proof of a gained level. */
type Proof = NonNullable<Options['fields']>[number];

type Area = HTMLTextAreaElement & { readonly parentElement: HTMLElement };
type Quoted = { readonly children: readonly [title: HTMLElement, quote: HTMLElement] } & HTMLElement;

interface Parts {
  readonly '.recap': HTMLElement;
  readonly '.recap-plain': HTMLElement;
  /** The results: a copy replaces it. */
  readonly '.recap-now': { cloneNode(): HTMLElement } & HTMLElement;
  readonly '.recap-paper': HTMLElement | null;
}

/** A proof on the screen. */
interface Row extends Proof {
  readonly area: Area;
  readonly box: HTMLElement;
  /** True if text was written in it, now or before. */
  begun: boolean;
}

function readRows(root: HTMLElement, { fields = [] }: Options, answer: Answer | null): Row[] {
  const areas = root.querySelectorAll<Area>('textarea');
  return fields.map((field, at) => {
    const area = areas[at] as Area;
    return { ...field, area, box: area.parentElement, begun: answer?.[field.token] !== undefined };
  });
}

/** Reads the proofs. A deleted one is '', because the LMS must get that too. */
function answerOf(rows: readonly Row[]): Answer {
  for (const row of rows) row.begun ||= row.area.value !== '';
  return Object.fromEntries(rows.flatMap(({ token, area, begun }) => (begun ? [[token, area.value] as const] : [])));
}

/** Replaces the results only if they have changed, because the focus may be on a link in them. @returns their text */
function showResults(root: Markup<Parts>, overview: Overview, shown: string): string {
  const [whole, old] = [root.querySelector('.recap'), root.querySelector('.recap-now')];
  const parts = overview.results(Number(whole.dataset.level));
  const text = parts.map(({ outerHTML }) => outerHTML).join('');
  if (text !== shown) {
    const now = old.cloneNode();
    now.append(...fold(parts));
    old.replaceWith(now);
  }
  return text;
}

function showWords(root: HTMLElement, { recall }: MountContext<Options, Answer>): void {
  for (const box of all<Quoted>('[data-of]', root)) {
    const recalled = recall(box.dataset.of ?? '');
    const [title, quote] = box.children;
    title.textContent = recalled?.title ?? '';
    box.hidden = !showOwnWords(quote, recalled);
  }
}

/** Shows a field for each gained level; one with text stays. */
function showProofs(root: HTMLElement, rows: readonly Row[], { options, recall, strings }: MountContext<Options, Answer>): void {
  const gained = all('.recap-way', root).map((box, at) => {
    const pair = options.pairs?.[at];
    return showWay(box, recall(pair?.before ?? ''), recall(pair?.after ?? ''), strings);
  });
  for (const { box, area, pair, text } of rows) box.hidden = !gained[pair]?.includes(text) && !area.value;
  const none = rows.every(({ box }) => box.hidden);
  for (const box of all('.recap-proofs', root)) box.hidden = none;
  root.classList.toggle('recap-bare', none);
}

export function mount(root: Markup<Parts>, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, overview, strings } = context;
  const [plain, paper] = [root.querySelector('.recap-plain'), root.querySelector('.recap-paper')];
  const rows = readRows(root, options, answer);
  let done = false;
  let shown = '';

  function render(): void {
    if (root.closest('[hidden]')) return;
    shown = showResults(root, overview, shown);
    showWords(root, context);
    showProofs(root, rows, context);
    const { status } = overview.progress();
    if (paper) paper.hidden = status !== 'completed' && status !== 'passed';
  }

  plain.hidden = true;
  for (const { area, ...field } of rows) {
    area.value = proofIn(answer, field);
    area.readOnly = locked;
    area.oninput = () => context.draft(answerOf(rows));
  }
  overview.subscribe(render);
  render();
  // `show` gets a verdict if it was submitted before.
  queueMicrotask(() => {
    if (!done && !locked) context.submit(answerOf(rows));
  });

  return {
    read() {
      const open = rows.filter(({ box }) => !box.hidden);
      const [first] = open;
      return first && open.every(({ area }) => !area.value.trim()) ? { missing: strings.missing ?? '', at: first.area } : answerOf(rows);
    },
    show(verdict) {
      done ||= verdict !== null;
    },
    shown: render,
    text: () => rows.flatMap(({ text, area }) => (area.value ? [`${text}\n${area.value}`] : [])).join('\n\n'),
  };
}
