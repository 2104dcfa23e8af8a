import type { Band } from '../../../src/model/course/course.ts';
import type { ModuleFile } from '../../model/read-file.ts';
import { escapeHtml } from '../../text/plain-html.ts';
import { typography } from '../../text/typography.ts';
import { sorted } from './body/bands.ts';
import type { CourseContext } from './context.ts';

/** Reads the score bands of a session from its front matter, the highest first; reports one with the start of an earlier one. */
export function bandsOf({ value, at }: ModuleFile['front'], { course, diagnostics }: CourseContext): readonly Band[] {
  for (const [index, { from }] of value.bands.entries())
    if (value.bands.findIndex((one) => one.from === from) < index) diagnostics.error('band-twice', at('bands', index, 'from'), { from });
  return sorted(value.bands.map(({ from, text }) => ({ from, feedback: `<p>${escapeHtml(typography(text, course.lang))}</p>` })));
}
