import type { Frame } from 'playwright-core';

/** An activity that the keyboard walk could not answer. */
export interface LeftOpen {
  readonly lang: string;
  readonly type: string;
  readonly id: string;
  readonly state: string;
  /** Its instruction, '' if it has none. */
  readonly hint: string;
  /** Its message about a missing answer, '' if there is none. */
  readonly missing: string;
}

/**
 * Finds unanswered activities on the page on screen. It runs in the browser, and must not use outer variables.
 * @param type '' for all types
 */
export function readLeftOpen(type: string): LeftOpen[] {
  const roots = [...document.querySelectorAll<HTMLElement>('.c-page:not([hidden]) [data-activity]')];
  const open = roots.filter(({ dataset }) => (type === '' || dataset.type === type) && /^(?:new|draft)$/.test(dataset.state ?? 'new'));
  return open.map((root) => ({
    lang: document.documentElement.lang,
    type: root.dataset.type ?? '',
    id: root.dataset.activity ?? '',
    state: root.dataset.state ?? 'new',
    hint: root.querySelector(':scope > .c-hint')?.textContent?.trim() ?? '',
    missing: root.querySelector(':scope > .c-missing:not([hidden])')?.textContent?.trim() ?? '',
  }));
}

/** Describes an unanswered activity: file, id, instruction, and what to do. */
export function describeLeftOpen({ lang, type, id, state, hint, missing }: LeftOpen): string {
  const asks = hint ? `its hint asks “${hint}”` : 'it has no hint';
  const says = missing ? `, it says “${missing}”` : '';
  return `templates/${type}/example${lang === 'en' ? '.en' : ''}.md: the keyboard walk left “${id}” ${state}: ${asks}${says}. If its fields want other words, name them as \`walk\` in templates/${type}/type.ts`;
}

/** Describes the activities that the walk left open on the page on screen. @param type limits them to one type */
export async function leftOpen(frame: Frame, type = ''): Promise<string[]> {
  return (await frame.evaluate(readLeftOpen, type)).map(describeLeftOpen);
}
