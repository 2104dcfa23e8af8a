import { sheets, shellStrings } from 'virtual:cartable-types';
import type { Html } from '../../src/model/activity.ts';
import type { ActivityType } from '../activity-type.ts';
import type { BuiltModule, Course } from '../built.ts';
import { escapeHtml } from '../markdown/plain-html.ts';
import { compiled } from '../render/handlebars.ts';
import { type RenderContext, renderPieces } from '../render/nodes.ts';
import type { Node, ValidActivity } from '../source.ts';
import { activitiesIn } from '../validate/completion.ts';
import { oneRound } from './one-round.ts';
import type { SheetWords } from './sheet-words.ts';

type Types = ReadonlyMap<string, ActivityType>;

/** A question of a module as it stands on paper. */
export interface Question {
  /** Counted from 1 in the order of the text; the guide and the handout have the same. */
  readonly number: number;
  readonly activity: ValidActivity;
  /** Its own title, or what its type is called. */
  readonly title: string;
  readonly prompt: Html;
  /** What there is to fill in. */
  readonly body: Html;
  /** The whole of it. */
  readonly html: Html;
}

/** Something on a page: its node, its markup on paper, and the questions in it. */
export interface PaperPart {
  readonly node: Node;
  readonly html: Html;
  /** The same for who has the questions apart: only their numbers and titles stand in it, as links to their cards. @param module its id */
  read(module: string): Html;
  readonly questions: readonly Question[];
  /** Of a quiz that draws its questions: those that the handout has. */
  readonly drawn?: ReadonlySet<Question>;
}

export interface PaperPage {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly PaperPart[];
}

/** Questions that a learner is asked in one round of each quiz, those of banks that wait left out. */
export function askedIn({ parts }: PaperPage): number {
  return parts.reduce((sum, { drawn, questions }) => sum + (drawn?.size ?? questions.length), 0);
}

/** What a frame is filled with that matters here. */
interface FrameData {
  readonly heading?: string;
  readonly label?: string;
  readonly prompt?: Html;
  readonly body: Html;
}

/** Is something to be answered? */
function isQuestion({ options, points, type }: ValidActivity, types: Types): boolean {
  const fields = options.fields as readonly unknown[] | undefined;
  return points > 0 || (fields?.length ?? 0) > 0 || (types.get(type)?.scoring?.slots(options) ?? []).length > 0;
}

let question: ((data: object) => string) | undefined;

/** The words that a `print.hbs` is given. */
function paperWords(words: SheetWords): Readonly<Record<string, string>> {
  return { blank: words.say('paper.blank'), colon: words.lang === 'fr' ? '\u00a0:' : ':' };
}

/** What is folded on screen lies open on paper; what a word means stands in brackets within a sentence, which ends by itself. */
function unfolded(html: Html): Html {
  return html.replaceAll('<details', '<details open').replace(/( data-def="[^"]*[^".])\."/g, '$1"');
}

/** A text with the questions in it named, not asked. */
function readOnly(html: Html, questions: readonly Question[], module: string): Html {
  return questions.reduce((text, { html: asked, number, title, activity }) => {
    const link = `<a href="#q-${module}-${activity.id}"><span class="s-number">${number}</span> ${escapeHtml(title)}</a>`;
    return text.replace(asked, () => `<p class="s-asked">${link}</p>`);
  }, html);
}

/** Renders the nodes of a module for paper, and numbers what asks in the order of the text. */
class PaperWriter {
  readonly found = new Map<string, Question>();
  /** By the quiz's id. */
  readonly drawn = new Map<string, ReadonlySet<Question>>();
  private readonly types: Types;
  private readonly words: SheetWords;
  private readonly options: ReadonlyMap<string, unknown>;
  private readonly fill: (data: object) => string;

  constructor(module: BuiltModule, types: Types, words: SheetWords) {
    question ??= compiled(sheets.question);
    this.fill = question;
    this.types = types;
    this.words = words;
    this.options = new Map(module.content.activities.map(({ id, options }) => [id, options]));
  }

  questionsIn(node: Node): Question[] {
    return activitiesIn([node]).flatMap(({ id }) => this.found.get(id) ?? []);
  }

  /** Of a quiz that draws, paper has no more than a round. */
  private composed(data: object, activity: ValidActivity): Html {
    const questions = this.questionsIn({ kind: 'activity', activity });
    const { draw, shares } = this.types.get(activity.type)?.scoring ?? {};
    const options = this.options.get(activity.id);
    const { asks = questions.length } = draw?.(null, options) ?? {};
    const chosen = oneRound(questions, { asks, shares: shares?.(options) ?? [] }, activity.id);
    const isDrawn = chosen.size < questions.length;
    if (isDrawn) this.drawn.set(activity.id, chosen);
    const body = questions.flatMap((one) => (chosen.has(one) ? one.html : [])).join('');
    const told = isDrawn && this.words.say('cahier.drawn', { n: questions.length, asks: chosen.size });
    return this.fill({ ...data, composed: true, told, body });
  }

  frame(data: object, activity: ValidActivity): Html {
    const { heading, label = '', prompt = '', body } = data as FrameData;
    if (activity.options.questions !== undefined) return this.composed(data, activity);
    if (!isQuestion(activity, this.types)) return this.fill(data);
    const number = this.found.size + 1;
    const title = heading ?? label;
    const html = this.fill({ ...data, number, title });
    this.found.set(activity.id, { number, activity, title, prompt, body, html });
    return html;
  }
}

/** The pages of a module on paper, each node rendered once; files of the course still stand as markers. */
export function paperText(module: BuiltModule, course: Course, types: Types, words: SheetWords): PaperPage[] {
  const writer = new PaperWriter(module, types, words);
  const context: RenderContext = {
    lang: words.lang,
    types,
    frame: (data, activity) => writer.frame(data, activity),
    strings: shellStrings[words.lang],
    competencies: new Map(course.competencies.map(({ id, title }) => [id, title])),
    used: new Set(),
    levels: new Map(),
    paper: paperWords(words),
  };
  return module.pages.map(({ id, title, nodes }) => {
    const pieces = renderPieces(nodes, 2, 1, context);
    const parts = nodes.map((node, index): PaperPart => {
      const drawn = node.kind === 'activity' ? writer.drawn.get(node.activity.id) : undefined;
      const html = pieces[index] ?? '';
      const questions = writer.questionsIn(node);
      return { node, html: unfolded(html), read: (id) => unfolded(readOnly(html, questions, id)), questions, ...(drawn && { drawn }) };
    });
    return { id, title, parts };
  });
}
