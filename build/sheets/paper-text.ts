import { sheets } from 'virtual:cartable-papers';
import { shellStrings } from 'virtual:cartable-types';
import type { Html } from '../../src/model/course/activity.ts';
import { compiled } from '../html/handlebars.ts';
import { type RenderContext, renderPieces } from '../html/nodes.ts';
import type { BuiltModule, Course } from '../model/built.ts';
import { activitiesIn } from '../model/inner-nodes.ts';
import type { Node, ValidActivity } from '../model/source.ts';
import { escapeHtml } from '../text/plain-html.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { oneRound } from './one-round.ts';
import type { SheetStrings } from './sheet-strings.ts';

type Types = ReadonlyMap<string, ActivityType>;

/** A question of a module on paper. */
export interface Question {
  /** Counted from 1 in the order of the text; the same in guide and handout. */
  readonly number: number;
  readonly activity: ValidActivity;
  /** Its own title, or its type's name. */
  readonly title: string;
  readonly prompt: Html;
  /** The form to fill in. */
  readonly body: Html;
  /** The whole question. */
  readonly html: Html;
}

/** A node of a page, its markup on paper, and the questions in it. */
export interface PaperPart {
  readonly node: Node;
  readonly html: Html;
  /** Markup with links to the questions' cards instead of the questions. @param module its id */
  read(module: string): Html;
  readonly questions: readonly Question[];
  /** Questions in the handout, if the quiz draws its questions. */
  readonly drawn?: ReadonlySet<Question>;
}

export interface PaperPage {
  readonly id: string;
  readonly title: string;
  /** It goes further than the session asks for. */
  readonly further?: true;
  readonly parts: readonly PaperPart[];
}

/** Returns the line above the title of a page that goes further; '' for the others. */
export function furtherLine(further: true | undefined, strings: SheetStrings): Html {
  return further ? `<p class="s-kind">${strings.format('paper.further')}</p>` : '';
}

/** Counts the questions that a learner answers, with one round of each quiz. */
export function askedIn({ parts }: PaperPage): number {
  return parts.reduce((sum, { drawn, questions }) => sum + (drawn?.size ?? questions.length), 0);
}

/** Members of an activity frame's data that are used here. */
interface FrameData {
  readonly heading?: string;
  readonly label?: string;
  readonly prompt?: Html;
  readonly body: Html;
}

/** Tests whether an activity asks for an answer. */
function isQuestion({ options, points, type }: ValidActivity, types: Types): boolean {
  const fields = options.fields as readonly unknown[] | undefined;
  return points > 0 || (fields?.length ?? 0) > 0 || (types.get(type)?.scoring?.slots(options) ?? []).length > 0;
}

const question = compiled(sheets.question);

/** Strings for a `print.hbs`. */
function paperStrings(strings: SheetStrings): Readonly<Record<string, string>> {
  return { blank: strings.format('paper.blank'), colon: strings.lang === 'fr' ? '\u00a0:' : ':' };
}

/** Opens collapsed elements, and puts glossary definitions in brackets, without a full stop. */
function unfolded(html: Html): Html {
  return html.replaceAll('<details', '<details open').replace(/( data-def="[^"]*[^".])\."/g, '$1"');
}

/** Replaces the questions in a text by their titles. */
function readOnly(html: Html, questions: readonly Question[], module: string): Html {
  return questions.reduce((text, { html: asked, number, title, activity }) => {
    const link = `<a href="#q-${module}-${activity.id}"><span class="s-number">${number}</span> ${escapeHtml(title)}</a>`;
    return text.replace(asked, () => `<p class="s-asked">${link}</p>`);
  }, html);
}

/** Renders the nodes of a module for paper, and numbers the questions in the order of the text. */
class PaperWriter {
  readonly found = new Map<string, Question>();
  /** Drawn questions by the quiz's id. */
  readonly drawn = new Map<string, ReadonlySet<Question>>();
  private readonly types: Types;
  private readonly strings: SheetStrings;
  private readonly options: ReadonlyMap<string, unknown>;

  constructor(module: BuiltModule, types: Types, strings: SheetStrings) {
    this.types = types;
    this.strings = strings;
    this.options = new Map(module.content.activities.map(({ id, options }) => [id, options]));
  }

  questionsIn(node: Node): Question[] {
    return activitiesIn([node]).flatMap(({ id }) => this.found.get(id) ?? []);
  }

  /** Renders a quiz; if it draws, paper has one round only. */
  private composed(data: object, activity: ValidActivity): Html {
    const questions = this.questionsIn({ kind: 'activity', activity });
    const { draw, shares } = this.types.get(activity.type)?.scoring ?? {};
    const options = this.options.get(activity.id);
    const { asks = questions.length } = draw?.(null, options) ?? {};
    const chosen = oneRound(questions, { asks, shares: shares?.(options) ?? [] }, activity.id);
    const isDrawn = chosen.size < questions.length;
    if (isDrawn) this.drawn.set(activity.id, chosen);
    const body = questions.flatMap((one) => (chosen.has(one) ? one.html : [])).join('');
    const drawnText = isDrawn && this.strings.format('cahier.drawn', { n: questions.length, asks: chosen.size });
    return question({ ...data, composed: true, drawnText, body });
  }

  frame(data: object, activity: ValidActivity): Html {
    const { heading, label = '', prompt = '', body } = data as FrameData;
    if (activity.options.questions !== undefined) return this.composed(data, activity);
    if (!isQuestion(activity, this.types)) return question(data);
    const number = this.found.size + 1;
    const title = heading ?? label;
    const html = question({ ...data, number, title });
    this.found.set(activity.id, { number, activity, title, prompt, body, html });
    return html;
  }
}

/** Returns a module whose pages have on paper what they have on screen; null if they have that anyway. */
export function asOnScreen(module: BuiltModule): BuiltModule | null {
  const { pages } = module;
  return pages.some(({ paper }) => paper) ? { ...module, pages: pages.map(({ paper, ...page }) => page) } : null;
}

/** Renders the pages of a module for paper, each node once; files of the course are still markers. */
export function paperText(module: BuiltModule, course: Course, types: Types, strings: SheetStrings): PaperPage[] {
  const writer = new PaperWriter(module, types, strings);
  const context: RenderContext = {
    lang: strings.lang,
    types,
    frame: (data, activity) => writer.frame(data, activity),
    strings: shellStrings[strings.lang],
    competencies: new Map(course.competencies.map(({ id, title }) => [id, title])),
    used: new Set(),
    levels: new Map(),
    paper: paperStrings(strings),
  };
  return module.pages.map(({ id, title, further, nodes: shown, paper: nodes = shown }) => {
    const pieces = renderPieces(nodes, 2, 1, context);
    const parts = nodes.map((node, index): PaperPart => {
      const drawn = node.kind === 'activity' ? writer.drawn.get(node.activity.id) : undefined;
      const html = pieces[index] ?? '';
      const questions = writer.questionsIn(node);
      return { node, html: unfolded(html), read: (id) => unfolded(readOnly(html, questions, id)), questions, ...(drawn && { drawn }) };
    });
    return { id, title, ...(further && { further }), parts };
  });
}
