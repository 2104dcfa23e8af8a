/** Tells listeners that something happened. */
export class Broadcast {
  private readonly listeners = new Set<() => void>();

  /** @returns ends the listening */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  send(): void {
    for (const listener of this.listeners) listener();
  }
}
