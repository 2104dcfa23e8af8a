import type { Form } from '../../../types/activity-type.ts';
import { reportAttributes } from '../body/list-lines.ts';
import { type ChoicesBody, readChoices } from './choices.ts';

/** Reads expected mistakes, written like choices. Learners don't see them, so they have no pictogram. */
export const mistakes: Form<Omit<ChoicesBody, 'multiple'>> = {
  read(body, context) {
    const { prompt, choices } = readChoices(body, context, ({ attributes }) => {
      reportAttributes(attributes, context.name, context);
      return {};
    });
    return { prompt, choices };
  },
};
