/** Returns the anchor that GitHub gives a heading, before it is numbered. @param heading its text without markup */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Gives the headings of one page their anchors: a second heading of the same text gets `-1`, a third `-2`. */
export class Slugs {
  readonly #given = new Set<string>();

  take(heading: string): string {
    const slug = slugOf(heading);
    let free = slug;
    for (let number = 1; this.#given.has(free); number++) free = `${slug}-${number}`;
    this.#given.add(free);
    return free;
  }
}
