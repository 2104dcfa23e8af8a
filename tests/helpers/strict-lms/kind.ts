/** The functions that only tell of errors. */
export type Support = 'lastError' | 'errorString' | 'diagnostic';

/** The eight functions, by what they do; their names differ by version. */
export type Kind = 'initialize' | 'terminate' | 'get' | 'set' | 'commit' | Support;

export function isSupport(kind: Kind): kind is Support {
  return kind === 'lastError' || kind === 'errorString' || kind === 'diagnostic';
}
