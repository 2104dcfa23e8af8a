import type { CallMessage, CallName, Checked } from '../../build/studio/engine/calls.ts';
import { EngineClient } from '../../build/studio/engine/client.ts';
import { Studio } from '../../build/studio/studio.ts';
import { MemoryStore } from './memory-store.ts';

/** Answers of an engine by the name of the call. */
export type Answers = Partial<Record<CallName, (...args: readonly never[]) => unknown>>;

/** A check without a mistake, of a course that could not be read yet. */
export const NOTHING: Checked = { problems: [], course: null, isCurrent: true };

/** Stands in for the engine's worker: answers each call at once, or fails if it has no answer. */
class AnsweringWorker extends EventTarget {
  private readonly answers: Answers;
  private readonly asked: CallMessage[];

  constructor(answers: Answers, asked: CallMessage[]) {
    super();
    this.answers = answers;
    this.asked = asked;
  }

  postMessage(message: CallMessage): void {
    this.asked.push(message);
    queueMicrotask(() => this.answer(message));
  }

  terminate(): void {}

  private answer({ number, name, args }: CallMessage): void {
    const answer = this.answers[name];
    const data = answer ? { number, answer: answer(...(args as never[])) } : { number, failed: `No ${name}.` };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** A course in memory that is open in the studio. */
export interface OpenStudio {
  readonly studio: Studio;
  readonly store: MemoryStore;
  /** Calls to the engine, in order. */
  readonly asked: readonly CallMessage[];
}

/** Opens a course whose engine answers as a test wants it to. @param texts by path in the course's folder, `modules/four` */
export async function openStudio(texts: Readonly<Record<string, string>>, answers: Answers = {}): Promise<OpenStudio> {
  const store = new MemoryStore();
  for (const [path, text] of Object.entries(texts)) store.put(`modules/four/${path}`, text);
  const asked: CallMessage[] = [];
  const all: Answers = { open: () => NOTHING, change: () => NOTHING, ...answers };
  const engine = new EngineClient(() => new AnsweringWorker(all, asked) as unknown as Worker);
  return { studio: await Studio.open(store, 'modules/four', engine, {} as never), store, asked };
}
