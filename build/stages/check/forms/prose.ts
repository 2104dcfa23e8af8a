import type { Html } from '../../../../src/model/course/activity.ts';
import type { Form } from '../../../types/activity-type.ts';

export interface ProseBody {
  readonly html: Html;
}

/** Reads the whole body as `{ html }`. */
export const prose: Form<ProseBody> = {
  read(body, context) {
    if (body.length === 0) context.error('empty-block', context.at, { name: context.name });
    return { html: context.html(body) };
  },
};
