import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { ValidPage } from '../../model/source.ts';

/** Reports pages that go further but come before one that doesn't, and a session that has no others. */
export function checkFurther(pages: readonly ValidPage[], diagnostics: Diagnostics): void {
  const [first] = pages;
  if (first && pages.every(({ further }) => further)) {
    diagnostics.error('all-further', first.at);
    return;
  }
  pages.forEach(({ title, further, at }, index) => {
    const next = further && pages.slice(index + 1).find((page) => !page.further);
    if (next) diagnostics.error('further-too-early', at, { page: title, next: next.title });
  });
}
