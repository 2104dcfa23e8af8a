import { expect, test } from 'vitest';
import type { Engine, PieceIndex } from '../../../build/host/engine.ts';
import type { RenderedModule } from '../../../build/model/built.ts';
import { laterTypesFor, piecesOf, runtimeFor, runtimeTypes, styleFor } from '../../../build/stages/bundle/runtime.ts';

const texts: Record<string, string> = {
  'core.js': 'K;',
  'views.js': 'V;',
  'shared.js': 'W;',
  'lms.12.js': 'L;',
  'type.choice.js': 'C;',
  'type.order.js': 'O;',
  'type.text.js': '__x({});',
  'type.quiz.js': 'Q;',
  'scoring.quiz.js': 'q;',
  'shared.a.js': 'A;',
  'shared.w.b.js': 'B;',
  'shared.c.js': 'D;',
  'shell.css': 'shell{}',
  'type.choice.css': 'choice{}',
  'type.order.css': 'order{}',
};
const uses = { 'core.js': ['a'], 'type.choice.js': ['a', 'w/b'], 'type.order.js': ['w/b', 'c'], 'views.js': ['c'] };
const index = { uses, texts } as unknown as PieceIndex;
const drawing = { scoring: { draw: () => null } };
const engine = {
  types: new Map<string, object>([
    ['quiz', drawing],
    ['order', { scoring: {} }],
  ]),
  pieces: { index },
} as unknown as Engine;
const module = (first: readonly string[], types: readonly string[]): RenderedModule =>
  ({ firstTypes: first, types, content: {} }) as unknown as RenderedModule;
const types = runtimeTypes([module(['text', 'keep', 'choice'], ['choice', 'keep', 'order', 'quiz', 'text'])], engine);

test('types without a script are in none; a composed one weighs before it is seen', () => {
  expect(types).toEqual({ first: ['choice'], later: ['order', 'quiz'], weighed: ['quiz'], core: 'core.js' });
});

test('the script of the launch: its pieces, each once, then the table of types and the start', () => {
  const define = (name: string, text: string): string => `m["${name}"]=function(__x){${text}};`;
  const pieces = [
    define('a', 'A;'),
    define('w/b', 'B;'),
    define('type.choice.js', 'C;'),
    define('scoring.quiz.js', 'q;'),
    define('lms.12.js', 'L;'),
    define('core.js', 'K;'),
  ];
  expect(runtimeFor(types, 'scorm12', index)).toBe(
    `!function(){"use strict";var m={},c={},__r=function(n){n in c||m[n](function(x){c[n]=x});return c[n]};${pieces.join('')}` +
      'var T={"choice":__r("type.choice.js"),"quiz":__r("scoring.quiz.js")};window.cartablePieces=[m,__r,T];' +
      '__r("core.js").start(T,__r("lms.12.js"))}();\n',
  );
});

test('the script of the other pages: pieces that the launch lacks, types, views, and shared words if there are any', () => {
  const later = (shared: boolean) => laterTypesFor(types, 'scorm12', shared, index);
  const start =
    '!function(m,__r,T){"use strict";m["c"]=function(__x){D;};m["type.order.js"]=function(__x){O;};m["type.quiz.js"]=function(__x){Q;};m["views.js"]=function(__x){V;};';
  const table = 'T["order"]=__r("type.order.js");T["quiz"]=__r("type.quiz.js");window.cartableResults=__r("views.js");';
  const end = '}.apply(null,window.cartablePieces);\n';
  expect(later(false)).toBe(start + table + end);
  expect(later(true)).toBe(
    `${start}m["shared.js"]=function(__x){W;};${table}window.cartableShared=__r("shared.js").openSharedWords;${end}`,
  );
});

test('the files of all pieces, and the style of the types in their order', () => {
  expect(piecesOf(types, 'scorm12', true, index)).toEqual([
    'type.choice.js',
    'scoring.quiz.js',
    'lms.12.js',
    'core.js',
    'type.order.js',
    'type.quiz.js',
    'views.js',
    'shared.js',
    'shared.a.js',
    'shared.w.b.js',
    'shared.c.js',
  ]);
  expect(styleFor(['order', 'text', 'choice'], index)).toBe('shell{}order{}choice{}');
});
