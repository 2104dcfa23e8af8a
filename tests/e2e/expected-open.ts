import type { Activity, Answer } from '../../src/model/course/activity.ts';

/** Separators of a standard: between steps, and between a step's name and its answer; its word for typed text. */
interface Marks {
  readonly and: string;
  readonly pair: string;
  readonly text: string;
}

type Written = [part: string, type: string, text: string];

interface Part {
  readonly token: string;
  readonly text: string;
}

interface Scene extends Part {
  readonly id?: string;
  readonly ending?: string;
  readonly choices: readonly { readonly token: string; readonly to: string }[];
}

interface Options {
  readonly items: readonly (Part & { readonly fact: string })[];
  readonly fields: readonly Part[];
  readonly scenes: readonly Scene[];
  readonly centre: Part;
  readonly branches: readonly Part[];
}

type Texts = Readonly<Record<string, string>>;

const oneLine = (text: string): string => text.replaceAll('\n', ' ¶ ');

function scaleTexts({ items, fields }: Options, answer: { levels: Texts; comment?: string }, { text }: Marks): Written[] {
  const levels = items.map(({ token }): Written => [token, 'likert', answer.levels[token] ?? '']);
  return answer.comment === undefined ? levels : [...levels, [fields[0]?.token ?? '', text, oneLine(answer.comment)]];
}

function storyTexts({ scenes }: Options, taken: readonly string[], { and, pair }: Marks): Written[] {
  const steps: string[] = [];
  const reported = new Map<string, string>();
  let here = scenes[0];
  for (const [index, token] of taken.entries()) {
    steps.push(`${index + 1}${pair}${token}`);
    reported.set(here?.token ?? '', token);
    const { to } = here?.choices.find((choice) => choice.token === token) ?? {};
    here = scenes.find((scene) => scene.token === to);
  }
  // In 2004 it is a token.
  if (here?.ending) steps.push(`end${pair}${and === ',' ? here.id : here.id?.replaceAll('-', '_')}`);
  const none = and === ',' ? '' : '_';
  const decisions = scenes.filter(({ choices }) => choices.length > 0);
  return [['', 'performance', steps.join(and)], ...decisions.map(({ token }): Written => [token, 'choice', reported.get(token) ?? none])];
}

function mapText({ centre, branches }: Options, ideas: Readonly<Record<string, readonly string[]>>): string {
  const lines = branches.map(({ token, text }) => [`  - ${text}`, ...(ideas[token] ?? []).map((idea) => `    - ${idea}`)].join('\n'));
  return [`- ${centre.text}`, ...lines].join('\n');
}

/** Answers in which nothing is right or wrong, as each standard writes them: token of the part ('' = the whole), type, text. */
export function writtenOpen({ type, options }: Activity, answer: Answer, marks: Marks): Written[] {
  const { and, pair, text } = marks;
  const own = options as Options;
  switch (type) {
    case 'scale':
      return scaleTexts(own, answer as never, marks);
    case 'branching':
      return storyTexts(own, answer as readonly string[], marks);
    case 'sliders': {
      const { values, facts } = answer as unknown as { values: Readonly<Record<string, number>>; facts: Texts };
      return own.items.flatMap(({ token, fact }): Written[] => [
        [token, 'numeric', String(values[token])],
        [fact, text, oneLine(facts[fact] ?? '')],
      ]);
    }
    case 'writing':
      return own.fields.map(({ token }): Written => [token, text, oneLine((answer as Texts)[token] ?? '')]);
    case 'word-cloud':
      return [['', text, (answer as readonly string[]).join(', ')]];
    case 'mind-map':
      return [['', text, oneLine(mapText(own, answer as never))]];
    case 'checklist':
      return [['', 'performance', (answer as readonly string[]).map((token) => `${token}${pair}1`).join(and)]];
    default:
      return [['', text, oneLine(String(answer))]];
  }
}
