// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { copyText, downloadFile } from '../../../src/player/widgets/keep-text.ts';

afterEach(() => {
  Reflect.deleteProperty(document, 'execCommand');
  vi.restoreAllMocks();
});

it('copies a text and leaves no field on the page', () => {
  let copied: string | undefined;
  Object.assign(document, {
    execCommand: () => {
      const field = document.querySelector('textarea');
      copied = field?.value.slice(field.selectionStart, field.selectionEnd);
      expect(field?.className).toBe('c-words');
      return true;
    },
  });
  expect([copyText('Un mot'), copied, document.querySelector('textarea')]).toEqual([true, 'Un mot', null]);
  Object.assign(document, { execCommand: () => false });
  expect([copyText('Un mot'), document.querySelector('textarea')]).toEqual([false, null]);
});

it('downloads a text under its name', async () => {
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download, this.href);
  });
  downloadFile('Un mot', 'text/plain', 'mots.txt');
  const blob = made.mock.calls[0]?.[0] as Blob;
  expect([names, await blob.text(), blob.type]).toEqual([['mots.txt', 'blob:x'], 'Un mot', 'text/plain']);
});
