/** An answer that was probably meant as several: semicolons part the lists of other attributes. `fit` has them as several. */
export function oneLongAnswer([only = '', ...others]: readonly string[]): { readonly answer: string; readonly fit: string } | null {
  const parts = only.split(';').map((one) => one.trim());
  return others.length > 0 || parts.length < 2 || parts.includes('') ? null : { answer: only, fit: parts.join(' / ') };
}
