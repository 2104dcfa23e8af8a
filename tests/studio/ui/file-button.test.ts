// @vitest-environment happy-dom
import { type ComponentProps, h } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { FileButton } from '../../../build/studio/ui/file-button.tsx';
import { button, draw, field, give, icons, press, undraw } from '../../helpers/drawn.ts';

const onFiles = vi.fn();
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
  onFiles.mockClear();
});

const shown = (more: Partial<ComponentProps<typeof FileButton>> = {}): Promise<void> =>
  draw(h(FileButton, { label: 'Choose', onFiles, ...more }));

test('the button opens the dialog of its hidden field', async () => {
  await shown();
  const opened = vi.spyOn(field('Choose'), 'click').mockImplementation(() => {});
  await press('Choose');
  expect([opened.mock.calls.length, field('Choose').hidden, field('Choose').type]).toEqual([1, true, 'file']);
});

test.each([
  ['one', false, false],
  ['several', true, false],
  ['folder', true, true],
] as const)('asks for %s', async (many, isMultiple, isFolder) => {
  await shown({ many });
  expect([field('Choose').multiple, field('Choose').hasAttribute('webkitdirectory')]).toEqual([isMultiple, isFolder]);
});

test('without wishes it asks for one file of any kind', async () => {
  await shown();
  expect([field('Choose').multiple, field('Choose').hasAttribute('webkitdirectory'), field('Choose').accept]).toEqual([false, false, '']);
  expect([button('Choose').className, icons()]).toEqual(['s-button s-plain', []]);
});

test('shows its icon, look and size, and the kinds of files that it takes', async () => {
  await shown({ icon: 'file-archive', look: 'primary', large: true, accept: '.zip' });
  expect([icons(), button('Choose').className, field('Choose').accept]).toEqual([['file-archive'], 's-button s-primary s-large', '.zip']);
});

test('gives the files, and can take the same ones again', async () => {
  await shown({ many: 'several' });
  const values: string[] = [];
  const input = field('Choose');
  const set = (value: string): void => {
    values.push(value);
    // The list of a field empties with it.
    Object.defineProperty(input, 'files', { value: [], configurable: true });
  };
  Object.defineProperty(input, 'value', { set, configurable: true });
  const files = [new File(['a'], 'a.zip'), new File(['b'], 'b.zip')];
  await give(files);
  await give(files.slice(1));
  expect([onFiles.mock.calls, values]).toEqual([
    [[files], [files.slice(1)]],
    ['', ''],
  ]);
});

test('a choice that is given up changes nothing', async () => {
  await shown();
  await give([]);
  expect(onFiles).not.toHaveBeenCalled();
});
