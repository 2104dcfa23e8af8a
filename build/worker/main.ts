import { Builder } from './builder.ts';
import type { BuildMessage } from './messages.ts';

// Entry of the Web Worker that builds.

declare const self: DedicatedWorkerGlobalScope;

const builder = new Builder((message, transfer) => self.postMessage(message, transfer));
self.addEventListener('message', ({ data }: MessageEvent<BuildMessage>) => void builder.answer(data));
