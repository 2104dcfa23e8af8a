import didYouMean from 'didyoumean2';

/** A name of which more than half would have to be changed is another one. */
const LEAST_ALIKE = 0.5;

/** The known name nearest to one that isn't known, '' where none is near. */
export function nearest(name: string, known: readonly string[]): string {
  return didYouMean(name, known, { threshold: LEAST_ALIKE }) ?? '';
}
