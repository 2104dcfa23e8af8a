import type { Answer } from '../../src/model/course/activity.ts';

/** One thing that a hand does: presses something, writes into a field, chooses from a list, or sets a slider. */
export interface Step {
  readonly kind: 'press' | 'write' | 'choose' | 'slide';
  readonly at: HTMLElement;
  readonly text: string;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Parts = Readonly<Record<string, Answer>>;
/** Next step towards an answer; undefined once it is given. */
type Way = (body: HTMLElement, answer: never) => Step | undefined;

const press = (at: Element | null | undefined): Step | undefined => (at ? { kind: 'press', at: at as HTMLElement, text: '' } : undefined);

/** Is it on screen, and not folded away? */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
}

function all<Found extends Element = HTMLElement>(selector: string, within: ParentNode): Found[] {
  return [...within.querySelectorAll<Found>(selector)];
}

/** Fills a field with a text where it holds another one. */
function fill(field: Field | null | undefined, text: unknown): Step | undefined {
  if (!field || typeof text !== 'string' || field.value === text) return undefined;
  return { kind: field instanceof HTMLSelectElement ? 'choose' : 'write', at: field, text };
}

/** Goes through the parts of an answer, each found by its token. */
function byPart(selector: string, step: (at: HTMLElement, wanted: Answer, token: string) => Step | undefined): Way {
  return (body, answer: Parts) => {
    for (const [token, wanted] of Object.entries(answer)) {
      const at = body.querySelector<HTMLElement>(selector.replace('*', CSS.escape(token)));
      const found = at && step(at, wanted, token);
      if (found) return found;
    }
    return undefined;
  };
}

const field = (at: HTMLElement): Field | null => (at.matches('select, input, textarea') ? (at as Field) : at.querySelector('.c-input'));

const tick: Way = (body, answer: Answer) => {
  const wanted = Array.isArray(answer) ? answer : [answer];
  const boxes = all<HTMLInputElement>('input', body);
  const wrong = boxes.find((box) => box.checked !== wanted.includes(box.value) && (box.type === 'checkbox' || !box.checked));
  return press(wrong?.closest('label'));
};

const radio = (at: HTMLElement, value: unknown): Step | undefined => {
  const box = at.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  return box?.checked ? undefined : press(box?.closest('label'));
};

/** Picks a chip up, then presses the place that takes it; where no places are shown, a list does it. */
function placed(chip: HTMLElement | null, place: HTMLElement | null, list: Field | null, wanted: unknown): Step | undefined {
  if (!chip || list?.value === wanted) return undefined;
  if (!place || !isShown(place) || !isShown(chip)) return fill(list, wanted);
  const cover = place.querySelector('.c-here');
  return press(cover ?? (chip.matches('button') ? chip : (chip.querySelector('[class*="-text"], [class*="-name"]') ?? chip)));
}

/** Presses a row, then its label. */
const match: Way = (body, answer: Parts) =>
  byPart('[data-pair="*"]', (row, wanted) => {
    const slot = row.querySelector<HTMLButtonElement>('.matching-slot');
    if (slot?.value === wanted) return undefined;
    return press(slot?.getAttribute('aria-pressed') === 'true' ? body.querySelector(`[data-chip="${wanted}"]`) : slot);
  })(body, answer as never);

/** Presses the group of the card on top; of a list, the boxes of each row. */
const group: Way = (body, answer: Parts) => {
  const card = body.querySelector<HTMLElement>('[data-now]');
  if (card) return press(body.querySelector(`[data-place="${[answer[card.dataset.chip ?? '']].flat()[0]}"]`));
  return byPart('[data-chip="*"]', (row, wanted) => {
    const [target] = Array.isArray(wanted) ? wanted : [wanted];
    if (row.querySelector('[type=checkbox]')) return tick(row, wanted as never);
    return fill(row.querySelector('select'), target);
  })(body, answer as never);
};

/** Puts an actor onto the map. */
const putOnMap: Way = (body, answer: Parts) =>
  byPart('[data-chip="*"]', (chip, wanted) =>
    placed(chip, body.querySelector(`[data-place="${wanted}"]`), chip.querySelector('select'), wanted),
  )(body, answer as never);

/** Sorts by insertion, with the buttons. Where all lie as wanted from the start, one must be touched all the same. */
const sort: Way = (body, answer: readonly string[]) => {
  if (body.parentElement?.dataset.state === 'new') return press(body.querySelector('.order-down'));
  const steps = all('[data-chip]', body);
  const rank = (step: HTMLElement): number => answer.indexOf(step.dataset.chip ?? '');
  const low = steps.find((step, index) => index > 0 && rank(step) < rank(steps[index - 1] as HTMLElement));
  return press(low?.querySelector('.order-up'));
};

const pairs: Way = (body, answer: readonly string[]) => {
  const cards = all('.memory-card', body);
  const card = cards.find(({ dataset }) => dataset.card === answer.find((token) => !isFound(body, token)));
  const open = cards.find((one) => one.getAttribute('aria-pressed') === 'true' && one.getAttribute('aria-disabled') === 'false');
  return press(open ? cards.find((one) => one !== open && one.dataset.card === open.dataset.card) : card);
};

function isFound(body: HTMLElement, token: string): boolean {
  return all(`.memory-card[data-card="${token}"]`, body).every((card) => card.getAttribute('aria-disabled') === 'true');
}

const decide: Way = (body, answer: readonly string[]) => {
  const taken = all('.branching-way li', body).length - 1;
  return press(all(`[data-choice="${answer[Math.max(0, taken)]}"]`, body).find(isShown));
};

const words: Way = (body, answer: readonly string[]) => {
  const input = body.querySelector('input') as HTMLInputElement;
  const next = answer[all('.word-cloud-words > li', body).length];
  if (next === undefined) return undefined;
  return fill(input, next) ?? press(body.querySelector('.word-cloud-add'));
};

const ideas: Way = (body, answer: Readonly<Record<string, readonly string[]>>) => {
  for (const branch of all('.mind-map-branch', body)) {
    const token = branch.querySelector('.mind-map-title')?.id.split('-').at(-1) ?? '';
    const fields = all<HTMLInputElement>('.mind-map-ideas input', branch);
    for (const [index, idea] of (answer[token] ?? []).entries()) {
      const step = fields[index] ? fill(fields[index], idea) : press(branch.querySelector('.mind-map-add'));
      if (step) return step;
    }
  }
  return undefined;
};

const slide: Way = (body, { values, facts = {} }: { values: Parts; facts?: Parts }) =>
  byPart('[data-line="*"] [type=range]', (at, wanted) => {
    const set = !at.hasAttribute('data-unset') && (at as HTMLInputElement).value === String(wanted);
    return set ? undefined : { kind: 'slide', at, text: String(wanted) };
  })(body, values as never) ?? byPart('textarea[id$="-*"]', (at, text) => fill(at as Field, text))(body, facts as never);

const rate: Way = (body, { levels, comment }: { levels: Parts; comment?: string }) =>
  byPart('[data-line="*"]', radio)(body, levels as never) ?? fill(body.querySelector('textarea'), comment);

/** Fills a field that may be folded: opening it folds another one. */
function unfold(at: HTMLElement, text: unknown): Step | undefined {
  const step = fill(at as Field, text);
  return step && !isShown(at) ? press(at.closest('details')?.querySelector('summary')) : step;
}

const write: Way = (body, answer: string) => fill(body.querySelector('input, textarea'), answer);

const WAYS: Readonly<Record<string, Way>> = {
  choice: tick,
  checklist: tick,
  'mark-text': tick,
  hotspots: tick,
  'true-false': byPart('[data-statement="*"]', radio),
  'short-text': write,
  numeric: write,
  'open-question': write,
  writing: byPart('textarea[id$="-*"]', unfold),
  cloze: byPart('[data-blank="*"]', (at, text) => fill(field(at), text)),
  compare: byPart('[data-blank="*"]', (at, text) => fill(field(at), text)),
  'label-image': byPart('[data-spot="*"]', (at, text) => fill(field(at), text)),
  matching: match,
  categorize: group,
  'stakeholder-map': putOnMap,
  order: sort,
  memory: pairs,
  branching: decide,
  'word-cloud': words,
  'mind-map': ideas,
  sliders: slide,
  scale: rate,
};

/** The way of a type that has none of its own above: boxes to tick, or a field to write in. */
const usual: Way = (body, answer: Answer) => {
  if (body.querySelector('[data-activity]')) return undefined;
  if (typeof answer === 'string') return write(body, answer as never);
  return Array.isArray(answer) && body.querySelector('input[type=checkbox], input[type=radio]') ? tick(body, answer as never) : undefined;
};

const OPENERS = 'summary, .cards-front[aria-expanded="false"], [role="tab"][aria-selected="false"]';

/** Parts of a page that can still be opened: parts of a text, cards, tabs that weren't looked at yet. */
function closed(page: HTMLElement): Step | undefined {
  const found = all(OPENERS, page).filter((one) => {
    const details = one.matches('summary') ? (one.parentElement as HTMLDetailsElement) : null;
    if (details && (details.open || details.hasAttribute('data-wait'))) return false;
    // Of those with a name, one is open at a time.
    if (details?.name && (one.querySelector('.c-seen') || !details.dataset.token)) return false;
    return isShown(one) && !(one.role === 'tab' && one.querySelector('.c-seen'));
  });
  return press(found[0]);
}

/** Turns the pages of a quiz up to a question that is not on screen. */
function turn(root: HTMLElement): Step | undefined {
  const quiz = root.parentElement?.closest('[data-activity]');
  const here = quiz?.querySelector('[data-activity]:not([hidden], [data-away])');
  const on = here?.querySelector(':scope > .c-actions:not([hidden]) > [data-action="continue"]');
  return root.hasAttribute('data-away') && !root.hidden ? press(on ?? quiz?.querySelector('[data-action="quiz-next"]')) : undefined;
}

/** Next action of a hand that answers a page as planned; undefined when nothing is left. */
export function nextStep(page: HTMLElement, plan: object): Step | undefined {
  const open = closed(page);
  if (open) return open;
  for (const root of all('[data-activity]', page)) {
    const { activity = '', type = '', state } = root.dataset;
    if (!(activity in plan) || !/^(?:new|draft)$/.test(state ?? '')) continue;
    if (!isShown(root)) {
      const turned = turn(root) ?? press(root.closest('details[name]:not([open])')?.querySelector('summary'));
      if (turned) return turned;
      continue;
    }
    const body = root.querySelector<HTMLElement>(':scope > [data-body]') as HTMLElement;
    const step = (WAYS[type] ?? usual)(body, (plan as Readonly<Record<string, Answer>>)[activity] as never);
    return step ?? press(root.querySelector(':scope > .c-actions > [data-action="check"]'));
  }
  return undefined;
}
