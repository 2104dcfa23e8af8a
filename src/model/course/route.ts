import type { Page } from './course.ts';

/** Lists pages in the order in which they are numbered: those that the session asks for, then those that go further. */
export function routeOf<P extends Pick<Page, 'further'>>(pages: readonly P[]): P[] {
  return [...pages.filter(({ further }) => !further), ...pages.filter(({ further }) => further)];
}
