import { afterEach, expect, test, vi } from 'vitest';
import type { BuildMessage } from '../../build/worker/messages.ts';

afterEach(() => vi.unstubAllGlobals());

test('the worker answers each message that it gets', async () => {
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
});
