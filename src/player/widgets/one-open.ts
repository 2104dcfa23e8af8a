/**
 * Lets one part be open at a time on a page in steps: opening it closes the one that was open. Ends when the learner asks for
 * whole pages.
 * @param whole called at that end
 * @returns false if pages are shown as a whole
 */
export function openOneOf(parts: readonly HTMLDetailsElement[], whole?: () => void): boolean {
  const [first] = parts;
  const { id = '' } = first?.closest('[data-activity]') ?? {};
  if (!first?.closest('.c-screen') || document.body.hasAttribute('data-whole')) return false;
  for (const part of parts) {
    part.name = id;
    const summary = part.querySelector('summary');
    summary?.addEventListener('click', () => {
      // What closes above it may be longer than the screen.
      setTimeout(() => part.open && summary.scrollIntoView({ block: 'nearest' }));
    });
  }
  document.querySelector('[data-action="whole"]')?.addEventListener('click', () => {
    for (const part of parts) part.name = '';
    whole?.();
  });
  return true;
}
