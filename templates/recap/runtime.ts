import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { showOwnWords } from '../../src/player/own-words.ts';
import { printOnly } from '../../src/player/print-only.ts';
import { showCertificate } from './certificate.ts';
import { type Answer, type Options, proofIn } from './scoring.ts';
import { showWay } from './ways.ts';

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { answer, locked, overview, strings, recall } = context;
  const { pairs = [], fields = [] } = context.options;
  const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  const [whole, plain, paper] = ['.recap', '.recap-plain', '.c-paper'].map((selector) => all(selector)[0]) as [
    HTMLElement,
    HTMLElement,
    HTMLElement | undefined,
  ];
  const areas = all('textarea') as HTMLTextAreaElement[];
  const proofs = fields.map((field, at) => {
    const area = areas[at] as HTMLTextAreaElement;
    return { ...field, area, box: area.parentElement as HTMLElement, begun: answer?.[field.token] !== undefined };
  });
  let done = false;

  /** A proof that was taken back is '': the LMS must hear of that too. */
  function current(): Answer {
    for (const proof of proofs) proof.begun ||= proof.area.value !== '';
    return Object.fromEntries(proofs.flatMap(({ token, area, begun }) => (begun ? [[token, area.value] as const] : [])));
  }

  /** The focus may be on a link of it: it stays while nothing has changed. */
  function showResults(): void {
    const [old] = all('.recap-now') as [HTMLElement];
    const now = old.cloneNode() as HTMLElement;
    now.append(...overview.results(Number(whole.dataset.level)));
    if (now.innerHTML !== old.innerHTML) old.replaceWith(now);
  }

  function showWords(): void {
    for (const box of all('[data-of]')) {
      const said = recall(box.dataset.of ?? '');
      const [title, quote] = box.children as unknown as readonly [HTMLElement, HTMLElement];
      title.textContent = said?.title ?? '';
      box.hidden = !showOwnWords(quote, said);
    }
  }

  /** A field for each level gained; one that was written in stays. */
  function showProofs(): void {
    const gained = all('.recap-way').map((box, at) =>
      showWay(box, recall(pairs[at]?.before ?? ''), recall(pairs[at]?.after ?? ''), strings),
    );
    for (const { box, area, pair, text } of proofs) box.hidden = !gained[pair]?.includes(text) && !area.value;
    const none = proofs.every(({ box }) => box.hidden);
    for (const box of all('.recap-proofs')) box.hidden = none;
    root.classList.toggle('recap-bare', none);
  }

  function render(): void {
    if (root.closest('[hidden]')) return;
    showResults();
    showWords();
    showProofs();
    if (paper) showCertificate(paper, overview, strings);
  }

  plain.hidden = true;
  for (const { area, ...field } of proofs) {
    area.value = proofIn(answer, field);
    area.readOnly = locked;
    area.oninput = () => context.draft(current());
  }
  for (const button of all('[data-action=recap-print]')) button.onclick = () => paper && printOnly(paper);
  overview.subscribe(render);
  render();
  // The frame says in `show` whether it was handed in before.
  queueMicrotask(() => {
    if (!done && !locked) context.submit(current());
  });

  return {
    read() {
      const open = proofs.filter(({ box }) => !box.hidden);
      const [first] = open;
      return first && open.every(({ area }) => !area.value.trim()) ? { missing: strings.missing ?? '', at: first.area } : current();
    },
    show(verdict) {
      done ||= verdict !== null;
    },
    shown: render,
    text: () => proofs.flatMap(({ text, area }) => (area.value ? [`${text}\n${area.value}`] : [])).join('\n\n'),
  };
}
