/** Notifies listeners. */
export class Broadcast {
  private readonly listeners = new Set<() => void>();

  /** Adds a listener. @returns removes it */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  send(): void {
    for (const listener of this.listeners) listener();
  }
}
