// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { fold } from './fold.ts';

it('folds each list under its heading, and nothing before the first', () => {
  const part = (tag: string, text: string): HTMLElement => Object.assign(document.createElement(tag), { textContent: text });
  const list = [
    part('p', 'En cours'),
    part('h3', 'Par compétence'),
    part('ul', 'Freiner'),
    part('p', 'Légende'),
    part('h3', 'Reste'),
    part('ul', 'Sonner'),
  ];
  const [first, ...folds] = fold(list);
  expect(first?.textContent).toBe('En cours');
  expect(folds.map((one) => [one.tagName, one.querySelector('summary > h3')?.textContent, one.lastElementChild?.textContent])).toEqual([
    ['DETAILS', 'Par compétence', 'FreinerLégende'],
    ['DETAILS', 'Reste', 'Sonner'],
  ]);
  expect(folds.map((one) => [one.className, one.lastElementChild?.className])).toEqual(folds.map(() => ['c-details', 'c-details-body']));
});
