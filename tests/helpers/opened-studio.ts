import type { AnswerMessage, CallMessage, Checked, TypeFacts } from '../../build/studio/engine/calls.ts';
import { EngineClient } from '../../build/studio/engine/client.ts';
import { Studio } from '../../build/studio/studio.ts';
import { MemoryStore } from './memory-store.ts';

const PROGRAM = { folder: '', names: [], version: '', stamp: '' };
const NOTHING: Checked = { problems: [], course: null, isCurrent: true };

/** Stands in for the engine's worker: every check finds the same. */
class AnsweringWorker extends EventTarget {
  private readonly types: readonly TypeFacts[];
  private readonly checked: Checked;

  constructor(types: readonly TypeFacts[], checked: Checked) {
    super();
    this.types = types;
    this.checked = checked;
  }

  postMessage({ number, name, args }: CallMessage): void {
    const drawings = name === 'portraits' ? (args[0] as readonly unknown[]).map(() => '<svg/>') : undefined;
    const data: AnswerMessage = { number, answer: drawings ?? (name === 'types' ? this.types : this.checked) };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate(): void {}
}

/** Describes a type. */
export function typeOf(name: string, form: string, more: Partial<TypeFacts> = {}): TypeFacts {
  return { name, label: name, kind: 'activity', form, attributes: [], contains: [], ...more };
}

/** Options for the open course of a test. */
interface Opened {
  readonly types?: readonly TypeFacts[];
  readonly checked?: Partial<Checked>;
}

/** Opens a course in memory. @param files by their paths in the project; the course is `modules/a` */
export async function openedStudio(files: Readonly<Record<string, string>>, { types = [], checked = {} }: Opened = {}): Promise<Studio> {
  const store = new MemoryStore();
  for (const [path, text] of Object.entries(files)) store.put(path, text);
  const worker = new AnsweringWorker(types, { ...NOTHING, ...checked });
  return Studio.open(store, 'modules/a', new EngineClient(() => worker), PROGRAM);
}
