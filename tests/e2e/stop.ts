/** Where Tab has come to in the package's page. */
export interface Stop {
  readonly kind: 'radio' | 'checkbox' | 'select' | 'field' | 'step' | 'summary' | 'card' | 'tab' | 'action' | 'other';
  /** Id of the innermost activity around it. */
  readonly activity: string;
  readonly state: string;
  /** Token of the part that it answers; '' where it answers the whole activity. */
  readonly part: string;
  /** Of a radio: the one ticked in its group; of a step: its own token; of an action: its name. */
  readonly value: string;
  /** What can be chosen, in the order on screen. */
  readonly values: readonly string[];
  /** A box is ticked, a card or part is open. */
  readonly on: boolean;
  readonly markup: string;
}

/** Reads the focus. Runs in the page. */
export function readStop(): Stop {
  type Field = Pick<HTMLInputElement, 'name' | 'value' | 'checked'> & { readonly type: string; readonly options: HTMLOptionsCollection };
  const element = document.activeElement as HTMLElement & Field;
  const is = (selector: string): boolean => element.matches(selector);
  const root = element.closest<HTMLElement>('[data-activity]');
  const part = element.closest<HTMLElement>('[data-statement], [data-blank], [data-pair], [data-chip]')?.dataset;
  const stop = (kind: Stop['kind'], value = '', values: readonly string[] = [], on = false): Stop => ({
    kind,
    activity: root?.dataset.activity ?? '',
    state: root?.dataset.state ?? '',
    part: part?.statement ?? part?.blank ?? part?.pair ?? part?.chip ?? '',
    value,
    values,
    on,
    markup: element.outerHTML.slice(0, 160),
  });
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
  if (is('input, textarea')) return stop('field', element.value);
  if (is('.order-up')) {
    const steps = [...(element.closest('ol')?.children ?? [])] as HTMLElement[];
    return stop(
      'step',
      part?.chip,
      steps.map((step) => step.dataset.chip ?? ''),
    );
  }
  if (is('summary')) return stop('summary', '', [], (element.parentElement as unknown as HTMLDetailsElement).open);
  if (element.getAttribute('role') === 'tab')
    return stop(
      'tab',
      '',
      [...(element.parentElement?.children ?? [])].map((tab) => tab.id),
    );
  if (element.dataset.action) return stop('action', element.dataset.action);
  if (is('button[aria-expanded]')) return stop('card', '', [], element.getAttribute('aria-expanded') === 'true');
  return stop('other');
}

/** Whether an activity is answered, by its `data-state`. */
export function isAnswered(state: string): boolean {
  return /^(?:right|partly|wrong|done)$/.test(state);
}
