/** Stop of Tab in the package's page. */
export interface Stop {
  readonly kind:
    | 'radio'
    | 'checkbox'
    | 'select'
    | 'field'
    | 'range'
    | 'words'
    | 'ideas'
    | 'decision'
    | 'step'
    | 'pile'
    | 'turn'
    | 'row'
    | 'summary'
    | 'card'
    | 'tab'
    | 'action'
    | 'other';
  /** Id of the innermost activity around it. */
  readonly activity: string;
  readonly state: string;
  /** Token of the part that it answers; '' where it answers the whole activity. */
  readonly part: string;
  /** Value. A radio: the one ticked in its group; a step or decision: its own token; an action: its name. */
  readonly value: string;
  /** Choices in the order on screen; the words or ideas given so far; the scenes on the way, with this one. */
  readonly values: readonly string[];
  /** A box is ticked, a card or part is open, a slider was touched. */
  readonly on: boolean;
  readonly markup: string;
}

/** Reads the focus. Runs in the page. */
export function readStop(): Stop {
  type Field = Pick<HTMLInputElement, 'name' | 'value' | 'checked'> & { readonly type: string; readonly options: HTMLOptionsCollection };
  const element = document.activeElement as HTMLElement & Field;
  const is = (selector: string): boolean => element.matches(selector);
  const root = element.closest<HTMLElement>('[data-activity]');
  const part = element.closest<HTMLElement>('[data-statement], [data-blank], [data-pair], [data-chip], [data-line], [data-spot]')?.dataset;
  const branch = element.closest('.mind-map-branch');
  const named = is('textarea') ? element : branch?.querySelector('.mind-map-title');
  const texts = (selector: string, within: Element | null | undefined): string[] =>
    [...(within?.querySelectorAll<HTMLElement & Field>(selector) ?? [])].map((one) => one.value ?? one.textContent ?? '');
  const stop = (kind: Stop['kind'], value = '', values: readonly string[] = [], on = false): Stop => ({
    kind,
    activity: root?.dataset.activity ?? '',
    state: root?.dataset.state ?? '',
    part:
      named?.id.replace(`${root?.id}-`, '') ?? part?.statement ?? part?.blank ?? part?.pair ?? part?.chip ?? part?.line ?? part?.spot ?? '',
    value,
    values,
    on,
    markup: element.outerHTML.slice(0, 160),
  });
  // A way to bring what is missing, no part of an answer.
  if (is('.c-shared *')) return stop('other');
  if (element.type === 'radio') {
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]`)];
    return stop(
      'radio',
      group.find((one) => one.checked)?.value,
      group.map((one) => one.value),
    );
  }
  if (element.type === 'checkbox') return stop('checkbox', element.value, [], element.checked);
  if (is('select'))
    return stop(
      'select',
      element.value,
      [...element.options].map((option) => option.value),
    );
  if (element.type === 'range') return stop('range', element.value, [], !element.hasAttribute('data-unset'));
  if (is('.word-cloud input')) return stop('words', '', texts('li > span', root));
  if (is('.mind-map-add')) return stop('ideas', '', texts('input', branch));
  if (is('.mind-map-ideas input, [readonly]')) return stop('other');
  if (is('.branching-choice')) return stop('decision', element.dataset.choice, texts('.branching-way li', root));
  if (is('input, textarea')) return stop('field', element.value);
  if (is('.order-up')) {
    const steps = [...(element.closest('ol')?.children ?? [])] as HTMLElement[];
    return stop(
      'step',
      part?.chip,
      steps.map((step) => step.dataset.chip ?? ''),
    );
  }
  // The card on top lies above the groups; the keys are the numbers of the groups.
  if (is('.categorize-group'))
    return stop(
      'pile',
      root?.querySelector<HTMLElement>('[data-now]')?.dataset.chip,
      [...(element.parentElement?.children ?? [])].map((group) => (group as HTMLElement).dataset.place ?? ''),
    );
  if (is('.matching-slot'))
    return stop(
      'row',
      element.value,
      [...(root?.querySelectorAll<HTMLElement>('.c-chip') ?? [])].map((chip) => chip.dataset.chip ?? ''),
    );
  if (is('summary')) return stop('summary', '', [], (element.parentElement as unknown as HTMLDetailsElement).open);
  if (element.getAttribute('role') === 'tab')
    return stop(
      'tab',
      '',
      [...(element.parentElement?.children ?? [])].map((tab) => tab.id),
    );
  // Both lead to the next question of a quiz.
  if (is('[data-action="quiz-next"], [data-body][data-continue] ~ .c-actions > [data-action="continue"]')) return stop('turn');
  if (element.dataset.action) return stop('action', element.dataset.action);
  if (is('button[aria-expanded]')) return stop('card', '', [], element.getAttribute('aria-expanded') === 'true');
  return stop('other');
}

/** Tests whether an activity is answered, by its `data-state`. */
export function isAnswered(state: string): boolean {
  return /^(?:right|partly|wrong|done)$/.test(state);
}
