import { afterEach, expect, test, vi } from 'vitest';
import { Builder, type Send } from '../../build/worker/builder.ts';
import type { BuildMessage } from '../../build/worker/messages.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the worker answers each message that it gets, and hands over the buffers', async () => {
  const listeners: [string, (event: { readonly data: Partial<BuildMessage> }) => void][] = [];
  const postMessage = vi.fn();
  vi.stubGlobal('self', {
    postMessage,
    addEventListener: (...listener: (typeof listeners)[number]) => void listeners.push(listener),
  });
  await import('../../build/worker/main.ts');
  expect(listeners.map(([type]) => type)).toEqual(['message']);
  listeners[0]?.[1]({ data: { files: new Map() } });
  await vi.waitFor(() => expect(postMessage).toHaveBeenCalled());
  expect(postMessage.mock.calls).toEqual([[{ kind: 'failed', why: 'The first message must hold the program.' }, []]]);

  const [message, buffers] = [{ kind: 'failed', why: '' }, [new ArrayBuffer(8)]] as const;
  vi.spyOn(Builder.prototype, 'answer').mockImplementation(async function (this: Builder) {
    (Reflect.get(this, 'send') as Send)(message, [...buffers]);
  });
  listeners[0]?.[1]({ data: { files: new Map() } });
  expect(postMessage.mock.lastCall).toEqual([message, buffers]);
});
