import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { asset } from '../../files/assets.ts';
import type { CourseSource } from '../../model/course.ts';
import { checkAccent } from '../../theme/theme.ts';

/** Reports invalid or unreadable colours and missing logos of a course and its cohorts. */
export function checkTheme(source: CourseSource, diagnostics: Diagnostics): void {
  const files = [source.course, ...source.cohorts.map((cohort) => cohort.file)];
  for (const file of files) {
    const { accent, logo } = file.value.theme;
    const poor = accent === undefined ? null : checkAccent(accent, source.course.value.theme.name);
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
