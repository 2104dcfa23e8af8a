import { expect, test, vi } from 'vitest';
import { plainFace } from '../../../build/model/course-file.ts';
import { Portraits } from '../../../build/studio/course/portraits.ts';

test('portraits that are asked for together are drawn by one call, and each only once', async () => {
  const calls: number[] = [];
  const portraits = new Portraits(async (faces) => {
    calls.push(faces.length);
    return faces.map(({ hair }) => `<svg><!--${hair}--></svg>`);
  });
  const [short, bob, again] = [plainFace, { ...plainFace, hair: 'bob' as const }, plainFace].map((face) => portraits.of(face));
  expect(short).toBe(again);
  await new Promise((done) => setTimeout(done, 0));
  expect(calls).toEqual([2]);
  expect(short?.value).toMatch(/^blob:/);
  expect(await (await fetch(bob?.value ?? '')).text()).toBe('<svg><!--bob--></svg>');
  portraits.close();
});

test('a face that is asked for later is drawn by another call; one without a drawing stays empty', async () => {
  const asked: string[][] = [];
  const portraits = new Portraits(async (faces) => {
    asked.push(faces.map(({ hair }) => hair));
    return faces.map(() => '<svg/>').slice(0, 1);
  });
  const first = portraits.of(plainFace);
  expect([first.value, asked]).toEqual(['', []]);
  await vi.waitFor(() => expect(first.value).not.toBe(''));
  portraits.of(plainFace);
  const [bob, long] = (['bob', 'long'] as const).map((hair) => portraits.of({ ...plainFace, hair }));
  await vi.waitFor(() => expect(bob?.value).not.toBe(''));
  expect([asked, long?.value, bob?.value === first.value]).toEqual([[['short'], ['bob', 'long']], '', false]);
  portraits.close();
});

test('closing frees the drawings, and those that come later are not kept', async () => {
  const free = vi.spyOn(URL, 'revokeObjectURL');
  const make = vi.spyOn(URL, 'createObjectURL');
  const portraits = new Portraits(async (faces) => faces.map(() => '<svg/>'));
  const drawn = portraits.of(plainFace);
  await vi.waitFor(() => expect(drawn.value).not.toBe(''));
  expect(make).toHaveBeenCalledWith(expect.objectContaining({ type: 'image/svg+xml' }));
  const late = portraits.of({ ...plainFace, hair: 'bob' });
  portraits.close();
  await Promise.resolve().then(() => Promise.resolve());
  expect([free.mock.calls.map(([address]) => address), make.mock.calls.length, late.value]).toEqual([[drawn.value, ''], 1, '']);
  expect(portraits.of(plainFace)).not.toBe(drawn);
  vi.restoreAllMocks();
});
