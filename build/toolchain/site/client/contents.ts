/** The table of contents beside a long page: it marks what is being read, and keeps it in view. */
export class Contents {
  readonly #box: HTMLElement;
  readonly #links: ReadonlyMap<HTMLElement, HTMLElement>;
  #asked = 0;

  constructor(box: HTMLElement) {
    this.#box = box;
    this.#links = new Map(
      [...box.querySelectorAll('a')].flatMap((link) => {
        const heading = document.getElementById(decodeURI(link.hash.slice(1)));
        return heading ? [[heading, link] as const] : [];
      }),
    );
    addEventListener('scroll', () => this.#soon(), { passive: true });
    this.#mark();
  }

  #soon(): void {
    cancelAnimationFrame(this.#asked);
    this.#asked = requestAnimationFrame(() => this.#mark());
  }

  #mark(): void {
    const above = [...this.#links].filter(([heading]) => heading.getBoundingClientRect().top < innerHeight / 4);
    const [, link] = above.at(-1) ?? [...this.#links][0] ?? [];
    if (!link || link.hasAttribute('aria-current')) return;
    for (const other of this.#links.values()) other.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'location');
    this.#box.scrollTo({ top: link.offsetTop - this.#box.clientHeight / 2 });
  }
}
