// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call } from '../../../build/preview/client/lms.ts';
import { Panel } from '../../../build/preview/client/panel.ts';

const words = {
  status: 'État',
  score: 'Score',
  time: 'Temps',
  state: 'Données',
  interactions: 'Réponses',
  objectives: 'Compétences',
  nothing: 'Rien',
  refused: 'refusés',
  'is.passed': 'réussi',
};

beforeEach(() => {
  document.body.innerHTML =
    '<input type="checkbox" id="reads"><span id="refused">x</span><ol id="calls"><li>x</li></ol><dl id="facts"></dl><div id="data"></div>';
  vi.stubGlobal('requestAnimationFrame', (task: () => void) => {
    task();
    return 1;
  });
});
afterEach(() => vi.unstubAllGlobals());

const call = (more: Partial<Call> = {}): Call =>
  ({ method: 'LMSSetValue', args: ['cmi.x', '1'], result: 'true', error: 0, diagnostic: '', ...more }) as Call;
const lines = () =>
  [...document.querySelectorAll<HTMLElement>('#calls li')].map((line) => [line.textContent, line.dataset.kind, line.dataset.error]);

describe('calls', () => {
  test('the newest first; refusals are counted, reads are no mistake', () => {
    const panel = new Panel(words);
    expect(lines()).toEqual([]);
    panel.add(call());
    panel.add(call({ method: 'LMSGetValue', args: ['cmi.y'], result: '', error: 403, diagnostic: 'not set' }));
    panel.add(call({ error: 405, diagnostic: 'type' }));
    expect(lines()).toEqual([
      ['LMSSetValue("cmi.x", "1") → true 405 type', undefined, '405'],
      ['LMSGetValue("cmi.y") →  403 not set', 'read', undefined],
      ['LMSSetValue("cmi.x", "1") → true', undefined, undefined],
    ]);
    expect(document.getElementById('refused')?.textContent).toBe('1 refusés');
    panel.add(call({ error: 1 }));
    expect(document.getElementById('refused')?.textContent).toBe('2 refusés');
    panel.clear();
    expect([lines(), document.getElementById('refused')?.textContent]).toEqual([[], '']);
    panel.add(call({ error: 1 }));
    expect(document.getElementById('refused')?.textContent).toBe('1 refusés');
  });

  test('are code, with the result and the error behind it', () => {
    new Panel(words).add(call({ args: ['<x>'], result: '<y>', error: 405, diagnostic: 'type' }));
    expect(document.getElementById('calls')?.innerHTML).toBe(
      '<li data-error="405"><code>LMSSetValue("&lt;x&gt;")</code><span class="v-result"> → &lt;y&gt;</span><strong> 405 type</strong></li>',
    );
  });

  test('long values are cut, and only the last 300 are kept', () => {
    const panel = new Panel(words);
    panel.add(call({ args: ['x'.repeat(161)], result: 'y'.repeat(160) }));
    expect(lines()[0]?.[0]).toBe(`LMSSetValue("${'x'.repeat(160)}…") → ${'y'.repeat(160)}`);
    panel.add(call({ result: 'y'.repeat(161) }));
    expect(lines()[0]?.[0]).toContain(`→ ${'y'.repeat(160)}…`);
    for (let turn = 0; turn < 300; turn++) panel.add(call());
    expect([lines().length, lines().at(-1)?.[0]?.includes('xxx')]).toEqual([300, false]);
  });

  test('reads are shown if they are asked for', () => {
    new Panel(words);
    const reads = document.getElementById('reads') as HTMLInputElement;
    reads.checked = true;
    reads.dispatchEvent(new Event('change'));
    expect(document.getElementById('calls')?.hasAttribute('data-reads')).toBe(true);
    reads.checked = false;
    reads.dispatchEvent(new Event('change'));
    expect(document.getElementById('calls')?.hasAttribute('data-reads')).toBe(false);
  });
});

describe('data', () => {
  const facts = () => [...document.querySelectorAll('#facts div')].map((one) => one.textContent);
  const show = (record: object | null) => new Panel(words).show(() => record as never);

  test('of 1.2', () => {
    show({
      core: { lesson_status: 'passed', score: { raw: '80' }, total_time: '0000:10:00' },
      suspend_data: 'abc',
      interactions: { 0: { id: 'a', student_response: 'x' }, 1: { id: 'b', student_response: '' } },
      objectives: { 0: { id: 'c' } },
    });
    expect(facts()).toEqual(['Étatréussi', 'Score80', 'Temps0000:10:00', 'Données3', 'Réponses1', 'Compétences1']);
    expect(document.querySelector('#facts div')?.innerHTML).toBe('<dt>État</dt><dd>réussi</dd>');
    expect([...document.querySelectorAll('#data tr')].map((row) => row.textContent)).toContain('cmi.interactions.0.idacmi'.slice(0, -3));
    expect(document.querySelectorAll('#data tr')).toHaveLength(8);
  });

  test('of 2004', () => {
    show({
      completion_status: 'completed',
      success_status: 'unknown',
      total_time: 'PT1H2M3.5S',
      interactions: { 0: { learner_response: 'x' } },
    });
    expect(facts()).toEqual(['Étatcompleted', 'Score–', 'Temps01:02:03', 'Données0', 'Réponses1', 'Compétences0']);
    show({ completion_status: 'completed', success_status: 'passed', total_time: 'PT5S' });
    expect(facts().slice(0, 3)).toEqual(['Étatcompleted, réussi', 'Score–', 'Temps00:00:05']);
  });

  test('are shown once in a frame, as they are by then', () => {
    const frames = new Map<number, () => void>();
    vi.stubGlobal('requestAnimationFrame', (task: () => void) => frames.set(frames.size + 1, task).size);
    const cancel = vi.fn((id: number) => frames.delete(id));
    vi.stubGlobal('cancelAnimationFrame', cancel);
    const panel = new Panel(words);
    panel.show(() => ({ completion_status: 'incomplete' }));
    panel.show(() => ({ completion_status: 'completed' }));
    expect([cancel.mock.calls, frames.size, facts()]).toEqual([[[0], [1]], 1, []]);
    for (const task of frames.values()) task();
    expect(facts()[0]).toBe('Étatcompleted');
    expect(document.getElementById('data')?.innerHTML).toBe(
      '<table class="v-data"><tbody><tr><th>cmi.completion_status</th><td>completed</td></tr></tbody></table>',
    );
  });

  test('are cut if they are long', () => {
    show({ suspend_data: 'x'.repeat(161), location: 'y'.repeat(160) });
    expect([...document.querySelectorAll('#data td')].map((cell) => cell.textContent)).toEqual([`${'x'.repeat(160)}…`, 'y'.repeat(160)]);
  });

  test('of nobody', () => {
    show({ core: { lesson_status: 'passed' } });
    show(null);
    expect([document.getElementById('facts')?.textContent, document.getElementById('data')?.childNodes.length]).toEqual(['Rien', 0]);
  });
});
