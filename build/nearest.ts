import didYouMean from 'didyoumean2';

/** The known name nearest to one that isn't known, '' where none is near. */
export function nearest(name: string, known: readonly string[]): string {
  return didYouMean(name, known) ?? '';
}
