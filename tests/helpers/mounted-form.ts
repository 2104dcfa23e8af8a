import { h } from 'preact';
import { act } from 'preact/test-utils';
import type { Checked, TypeFacts } from '../../build/studio/engine/calls.ts';
import { FormPane } from '../../build/studio/forms/form-pane.tsx';
import type { Studio } from '../../build/studio/studio.ts';
import { openedStudio } from './opened-studio.ts';
import { show, UsedPage } from './used-page.ts';

export const PATH = 'modules/a/1.md';

/** A form on the page, with what a person can do there. */
export class MountedForm extends UsedPage {
  readonly studio: Studio;
  /** Lines to which the form has returned. */
  readonly done: number[] = [];

  constructor(studio: Studio) {
    super();
    this.studio = studio;
  }

  /** Text of the file. */
  get text(): string {
    return this.studio.project.text(PATH) ?? '';
  }

  /** Fills fields without a pause, and undoes as often. @returns each field, and whether its change was a step of its own */
  async undone(values: Readonly<Record<string, string>>): Promise<readonly (readonly [field: string, isOwnStep: boolean])[]> {
    const before: (readonly [string, string])[] = [];
    for (const [field, value] of Object.entries(values)) {
      before.unshift([field, this.text]);
      await this.fill(field, value);
    }
    const found: (readonly [string, boolean])[] = [];
    for (const [field, text] of before) {
      await this.press('Annuler');
      found.unshift([field, this.text === text]);
    }
    return found;
  }
}

/** Opens the form of the directive on a line. */
export async function mountedForm(
  text: string,
  types: readonly TypeFacts[],
  line = 1,
  checked: Partial<Checked> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<MountedForm> {
  const studio = await openedStudio({ 'modules/a/course.yaml': 'id: a\n', [PATH]: text, ...files }, { types, checked });
  const form = new MountedForm(studio);
  await show(h(FormPane, { studio, path: PATH, line, onDone: (at: number) => form.done.push(at) }));
  await act(async () => {
    await studio.types();
  });
  return form;
}
