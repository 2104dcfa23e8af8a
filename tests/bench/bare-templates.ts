import { frame, labels, page, types } from 'virtual:bare-templates';
import type Full from 'handlebars';
import runtime from 'handlebars/runtime.js';

/** The runtime's own types leave out what it shares with the compiler. */
const Handlebars = runtime as unknown as typeof Full;

Handlebars.registerHelper({
  icon: (name: string) => new Handlebars.SafeString(`<svg class="c-icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`),
  inc: (value: number) => value + 1,
  eq: (a: unknown, b: unknown) => a === b,
  typeset: (text: string) => text,
  scramble: (list: readonly unknown[]) => [...list].reverse(),
  turn: (list: readonly unknown[]) => [...list].reverse(),
  asked: (t: Readonly<Record<string, string>>) => t['words.both'],
  format: (t: Readonly<Record<string, string>>, key: string) => t[key],
});

function compiled(spec: object): (data: object) => string {
  return Handlebars.template(spec as Parameters<typeof Handlebars.template>[0]);
}

const templates = new Map(Object.entries(types).map(([name, { template, t }]) => [name, { template: compiled(template), t }]));
const compiledPage = compiled(page);
const compiledFrame = compiled(frame);

/** Fills a type's own template. */
export function fill(type: string, data: object): string {
  const known = templates.get(type);
  if (!known) throw new Error(`No template for ${type}`);
  return known.template({ ...data, t: known.t });
}

/** Fills what stands around each activity. */
export function fillFrame(type: string, data: object, body: string): string {
  const t = templates.get(type)?.t ?? {};
  const settings = { level: 3, button: true, buttonText: labels.check, points: 1, attempts: 2, required: true };
  return compiledFrame({ ...settings, ...data, type, label: t.label, instruction: t.instruction, body, t: labels });
}

/** Fills the shell's page. */
export function fillPage(data: object): string {
  return compiledPage({ ...data, t: labels });
}
