/** The moving picture: it plays unless the reader prefers less motion, and a button stops or starts it. */
export class Moving {
  readonly #image: HTMLImageElement;
  readonly #button: HTMLButtonElement;
  readonly #still: string;
  readonly #moving: string;

  /** @param figure has a still, a button, and the address of the picture that moves */
  constructor(figure: HTMLElement) {
    this.#image = figure.querySelector('img') as HTMLImageElement;
    this.#button = figure.querySelector('button') as HTMLButtonElement;
    this.#still = this.#image.src;
    this.#moving = figure.dataset.moving ?? '';
    this.#button.addEventListener('click', () => this.#set(this.#image.src === this.#still));
    this.#set(!matchMedia('(prefers-reduced-motion: reduce)').matches);
    this.#button.hidden = false;
  }

  #set(plays: boolean): void {
    this.#image.src = plays ? this.#moving : this.#still;
    this.#button.textContent = (plays ? this.#button.dataset.pause : this.#button.dataset.play) ?? '';
  }
}
