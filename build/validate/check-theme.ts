import { checkAccent } from '../bundle/theme.ts';
import { asset } from '../course-assets.ts';
import type { Diagnostics } from '../diagnostics.ts';
import type { CourseSource } from '../stages/read.ts';

/** Reports colours that can't be read, and logos that aren't there, of a course and of its cohorts. */
export function checkTheme(source: CourseSource, diagnostics: Diagnostics): void {
  const files = [source.course, ...source.cohorts.map((cohort) => cohort.file)];
  for (const file of files) {
    const { accent, logo } = file.value.theme;
    const poor = accent === undefined ? null : checkAccent(accent);
    if (poor)
      diagnostics.error('poor-contrast', file.at('theme', 'accent'), {
        colour: accent ?? '',
        ratio: poor.ratio,
        needed: 4.5,
        suggestion: poor.suggestion,
      });
    if (logo !== undefined) asset(source.folder, logo, file.at('theme', 'logo'), diagnostics);
  }
}
