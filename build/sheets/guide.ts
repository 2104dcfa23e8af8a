import { sheets } from 'virtual:cartable-papers';
import type { Activity, Html } from '../../src/model/course/activity.ts';
import type { Band } from '../../src/model/course/course.ts';
import { compiled } from '../html/handlebars.ts';
import { withFitHeadings } from '../html/headings.ts';
import type { BuiltModule, Course } from '../model/built.ts';
import { minutesIn } from '../model/note-minutes.ts';
import { ownValue } from '../model/own-value.ts';
import type { Node } from '../model/source.ts';
import { escapeHtml } from '../text/plain-html.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { answerKey, type KeyGroup, keyInShort } from './answer-key.ts';
import { bandRows } from './band-rows.ts';
import { commonWeight, shortTitles, weightOf } from './card-facts.ts';
import { caseTitle } from './case-title.ts';
import { filledIn } from './filled-in.ts';
import { guidePlan } from './guide-plan.ts';
import { furtherLine, type PaperPage, type PaperPart, type Question } from './paper-text.ts';
import type { SheetStrings } from './sheet-strings.ts';

/** Input of a module's guide, and of its running order. */
export interface GuideInput {
  readonly module: BuiltModule;
  readonly course: Course;
  readonly cohort: string | undefined;
  /** Notes of `:::trainer`, by page. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
  readonly pages: readonly PaperPage[];
  readonly types: ReadonlyMap<string, ActivityType>;
  readonly strings: SheetStrings;
}

/** Types whose answers include the whole question, so that the form needn't be shown. */
const WHOLE: readonly string[] = ['choice', 'true-false', 'matching', 'sequencing', 'numeric', 'fill-in', 'performance'];

const card = compiled(sheets.card);
const key = compiled(sheets.key);
const overview = compiled(sheets.overview);

class Guide {
  private readonly input: GuideInput;
  private readonly activities: ReadonlyMap<string, Activity>;
  private readonly titles: ReadonlyMap<string, string>;
  private readonly lines: { id: string; number: number; name: string; value: string }[] = [];

  constructor(input: GuideInput) {
    this.input = input;
    this.titles = shortTitles(input.course.competencies);
    this.activities = new Map(input.module.content.activities.map((activity) => [activity.id, activity]));
  }

  private meta(activity: Activity): string[] {
    const { strings } = this.input;
    const { required, competencies } = activity;
    return [
      ...weightOf(activity, strings),
      ...(required ? [] : [strings.format('guide.optional')]),
      ...competencies.map((id) => this.titles.get(id) ?? id),
    ];
  }

  /** Text for questions without a right answer. */
  private free(activity: Activity, groups: readonly KeyGroup[]): string {
    const { strings } = this.input;
    if ((activity.options as { fields?: readonly unknown[] }).fields?.length)
      return strings.format(activity.seenBy === 'me' ? 'guide.own' : 'guide.free');
    const isJudged = groups.some(({ ordered, rows }) => ordered || rows.some(({ mark, value }) => mark ?? value));
    return isJudged ? '' : strings.format('guide.open');
  }

  /** @param facts replaces the usual facts about the question */
  private card(question: Question, level: number, facts?: readonly string[]): Html {
    const { types, strings } = this.input;
    const { id, type, options } = question.activity;
    const known = this.activities.get(id);
    if (!known) return '';
    const activity = withFitHeadings(known, level + 1);
    const groups = answerKey(activity, types.get(type)?.scoring, strings);
    const free = this.free(activity, groups);
    const value = keyInShort(groups);
    if (value !== '') this.lines.push({ id, number: question.number, name: question.activity.heading ?? '', value });
    const isWhole =
      groups.length > 0 &&
      options.html === undefined &&
      options.rows === undefined &&
      activity.slots.every((slot) => WHOLE.includes(slot.type) && (slot.part === undefined || slot.type === 'true-false'));
    return card({
      id,
      module: this.input.module.content.id,
      level,
      number: question.number,
      title: question.title,
      meta: facts ?? this.meta(activity),
      prompt: question.prompt,
      body: isWhole ? '' : filledIn(question.body, groups),
      answers: true,
      free,
      groups,
      cases: activity.cases?.map((one) => ({ title: caseTitle(one, strings), after: one.after })),
      after: activity.after,
      t: {
        answer: strings.format('guide.answer'),
        right: strings.format('guide.right'),
        needed: strings.format('guide.needed'),
        partly: strings.format('guide.partly'),
        wrong: strings.format('guide.wrong'),
        after: strings.format('guide.after'),
      },
    });
  }

  /** Facts about a question of a quiz, without the competency, which is in the heading. */
  private drawnFacts({ activity }: Question, isPrinted: boolean, weight: string): string[] {
    const { strings } = this.input;
    const known = this.activities.get(activity.id);
    return [...(known && !weight ? weightOf(known, strings) : []), ...(isPrinted ? [strings.format('guide.printed')] : [])];
  }

  /** Lists the questions of a quiz by the competency that they are drawn for. */
  private quiz({ activity: quiz }: Extract<Node, { kind: 'activity' }>, { questions, drawn }: PaperPart): Html {
    const { strings, course, types } = this.input;
    const title = quiz.heading ?? types.get(quiz.type)?.strings[strings.lang].label ?? '';
    const weight = commonWeight(
      questions.flatMap(({ activity }) => this.activities.get(activity.id) ?? []),
      strings,
    );
    const facts = [
      strings.format(drawn ? 'guide.drawn' : 'guide.all', { n: questions.length, asks: drawn?.size ?? 0 }),
      ...(weight ? [strings.format('guide.each', { weight })] : []),
    ];
    const groups = new Map<string, Question[]>();
    for (const question of questions) {
      const [first = ''] = question.activity.competencies;
      groups.set(first, [...(groups.get(first) ?? []), question]);
    }
    const titles = new Map(course.competencies.map((one) => [one.id, one.title]));
    const several = groups.size > 1;
    const inside = [...groups].map(([id, list]) => {
      const name = titles.get(id) ?? strings.format('guide.none');
      const head = several
        ? `<h4 class="s-competency">${escapeHtml(name)} <small>${strings.format('guide.count', { n: list.length })}</small></h4>`
        : '';
      const cards = list.map((one) => this.card(one, several ? 5 : 4, this.drawnFacts(one, drawn?.has(one) ?? false, weight)));
      return `${head}<div class="s-bank">${cards.join('')}</div>`;
    });
    const prompt = typeof quiz.options.prompt === 'string' ? quiz.options.prompt : '';
    return `<section class="s-quiz"><h3>${escapeHtml(title)}</h3>${prompt}<p class="s-meta"><span>${facts.join(' ')}</span></p>${inside.join('')}${bandRows(quiz.options.bands as readonly Band[] | undefined, strings)}</section>`;
  }

  private read(html: readonly Html[]): Html {
    if (html.every((piece) => piece.trim() === '')) return '';
    const summary = this.input.strings.format('guide.read');
    return `<details class="s-read s-fold" open><summary>${summary}</summary><div class="s-text">${html.join('\n')}</div></details>`;
  }

  /** Writes texts, and questions with their keys, in the order of the session. */
  private parts(parts: readonly PaperPart[]): Html {
    let html = '';
    let reading: Html[] = [];
    const close = (): void => {
      html += this.read(reading);
      reading = [];
    };
    for (const part of parts) {
      const { node, questions } = part;
      if (node.kind === 'activity' && node.activity.options.questions !== undefined) {
        close();
        html += this.quiz(node, part);
        continue;
      }
      const isAsked = node.kind === 'activity' && questions.some(({ activity }) => activity.id === node.activity.id);
      if (!isAsked) reading.push(part.read(this.input.module.content.id));
      if (questions.length > 0) close();
      html += questions.map((question) => this.card(question, 3)).join('');
    }
    close();
    return html;
  }

  private page({ id, title, further, parts }: PaperPage, index: number): Html {
    const { strings, notes } = this.input;
    const mine = ownValue(notes, id) ?? [];
    const minutes = minutesIn(mine);
    const time = minutes > 0 ? ` <span class="s-minutes">${strings.format('guide.minutes', { n: minutes })}</span>` : '';
    const note =
      mine.length > 0 ? `<div class="s-note"><p class="s-group">${strings.format('guide.note')}</p>${mine.join('\n')}</div>` : '';
    const heading = `<h2 id="p-${id}">${index + 1}. ${escapeHtml(title)}${time}</h2>`;
    return `<section class="s-page">${furtherLine(further, strings)}<details class="s-fold" open><summary>${heading}</summary>${note}${this.parts(parts)}</details></section>`;
  }

  private overview(): Html {
    const { module, course, cohort, strings } = this.input;
    const { content } = module;
    const plan = guidePlan({ ...this.input, minutes: content.minutes });
    return overview({
      kind: strings.format('guide.kind'),
      from: [course.title, course.organisation].filter((name) => name !== '').join(' · '),
      title: content.title,
      warning: strings.html('guide.warning'),
      facts: [
        { name: strings.format('fact.cohort'), value: cohort ?? strings.format('fact.cohort.none') },
        ...(content.minutes > 0
          ? [{ name: strings.format('fact.duration'), value: strings.format('fact.minutes', { n: content.minutes }) }]
          : []),
        { name: strings.format('guide.questions'), value: String(plan.total.questions) },
      ],
      aims: content.competencies.map(({ title }) => title),
      aimsTitle: strings.format('guide.aims'),
      plan: plan.rows,
      further: plan.further,
      furtherTitle: strings.format('paper.further'),
      planTitle: strings.format('guide.plan'),
      head: { page: strings.format('guide.page'), minutes: strings.format('guide.time'), questions: strings.format('guide.questions') },
      total: plan.total,
      bands: bandRows(content.bands, strings),
      bandsTitle: strings.format('guide.bands'),
    });
  }

  private key(): Html {
    const { strings, module } = this.input;
    const lines = [...this.lines].sort((a, b) => a.number - b.number);
    return lines.length === 0
      ? ''
      : key({ title: strings.format('guide.key'), about: strings.format('guide.key.about'), module: module.content.id, lines });
  }

  chapter(): Html {
    const { module, pages } = this.input;
    const text = pages.map((page, index) => this.page(page, index)).join('\n');
    return `<section class="s-chapter" id="m-${module.content.id}">\n${this.overview()}${text}\n${this.key()}</section>\n`;
  }
}

/** Makes a module's part of the guide: aims, minutes, notes, texts, each question with its key, and all keys at the end. */
export function guideChapter(input: GuideInput): Html {
  return new Guide(input).chapter();
}
