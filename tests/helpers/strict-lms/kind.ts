/** Functions that only return errors. */
export type Support = 'lastError' | 'errorString' | 'diagnostic';

/** The eight functions; their names differ by version. */
export type Kind = 'initialize' | 'terminate' | 'get' | 'set' | 'commit' | Support;

export function isSupport(kind: Kind): kind is Support {
  return kind === 'lastError' || kind === 'errorString' || kind === 'diagnostic';
}
