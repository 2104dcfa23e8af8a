import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Face } from '../../kit/features.ts';

/** Portraits that the engine has drawn, as addresses for `<img>`. Each face is drawn once, those requested together in one call. */
export class Portraits {
  private readonly drawAll: (faces: readonly Face[]) => Promise<readonly string[]>;
  private readonly drawn = new Map<string, Signal<string>>();
  private waiting: Face[] = [];

  /** @param drawAll draws faces, each as SVG */
  constructor(drawAll: (faces: readonly Face[]) => Promise<readonly string[]>) {
    this.drawAll = drawAll;
  }

  /** Returns the address of a portrait, '' until it is drawn. */
  of(face: Face): ReadonlySignal<string> {
    const key = JSON.stringify(face);
    const known = this.drawn.get(key);
    if (known) return known;
    const address = signal('');
    this.drawn.set(key, address);
    if (this.waiting.push(face) === 1) queueMicrotask(() => void this.draw());
    return address;
  }

  /** Frees all drawings. */
  close(): void {
    for (const { value } of this.drawn.values()) URL.revokeObjectURL(value);
    this.drawn.clear();
  }

  private async draw(): Promise<void> {
    const faces = this.waiting;
    this.waiting = [];
    const drawings = await this.drawAll(faces);
    faces.forEach((face, index) => {
      const address = this.drawn.get(JSON.stringify(face));
      const drawing = drawings[index];
      if (address && drawing !== undefined) address.value = URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' }));
    });
  }
}
