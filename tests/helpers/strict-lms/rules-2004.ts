import type { Rule, Rules } from './data-model.ts';
import * as formats from './formats-2004.ts';
import type { Settings } from './types.ts';
import { type Format, refuse } from './verdict.ts';

const given: Rule = { access: 'read' };
const both = (format: Format): Rule => ({ access: 'both', format });
const writing = (format: Format): Rule => ({ access: 'write', format });

/** Depends on the interaction's type, which only the data model knows. */
const byType = both(() => refuse(formats.badType));

function scoreRules(prefix: string, settings: Settings): Rules {
  return {
    [`${prefix}.scaled`]: both(formats.real2004(settings, -1, 1)),
    [`${prefix}.raw`]: both(formats.real2004(settings)),
    [`${prefix}.min`]: both(formats.real2004(settings)),
    [`${prefix}.max`]: both(formats.real2004(settings)),
  };
}

function statusRules(settings: Settings): Rules {
  return {
    'cmi.completion_status': both(formats.completionStatus2004),
    'cmi.completion_threshold': given,
    'cmi.credit': given,
    'cmi.entry': given,
    'cmi.exit': writing(formats.exit2004),
    'cmi.launch_data': given,
    'cmi.learner_id': given,
    'cmi.learner_name': given,
    'cmi.location': both(formats.text2004(1000, settings)),
    'cmi.max_time_allowed': given,
    'cmi.mode': given,
    'cmi.progress_measure': both(formats.real2004(settings, 0, 1)),
    'cmi.scaled_passing_score': given,
    'cmi.session_time': writing(formats.timespan2004),
    'cmi.success_status': both(formats.successStatus2004),
    'cmi.suspend_data': both(formats.text2004(settings.suspendData, settings)),
    'cmi.time_limit_action': given,
    'cmi.total_time': given,
    'cmi.learner_preference.audio_level': both(formats.real2004(settings, 0)),
    'cmi.learner_preference.language': both(formats.language2004),
    'cmi.learner_preference.delivery_speed': both(formats.real2004(settings, 0)),
    'cmi.learner_preference.audio_captioning': both(formats.captioning2004),
    'adl.nav.request': both(formats.navigation2004(settings)),
    'adl.nav.request_valid.continue': given,
    'adl.nav.request_valid.previous': given,
    ...scoreRules('cmi.score', settings),
  };
}

function recordRules(settings: Settings): Rules {
  const identifier = formats.identifier2004(settings);
  const description = formats.description2004(settings);
  return {
    'cmi.objectives.n.id': both(identifier),
    'cmi.objectives.n.success_status': both(formats.successStatus2004),
    'cmi.objectives.n.completion_status': both(formats.completionStatus2004),
    'cmi.objectives.n.progress_measure': both(formats.real2004(settings, 0, 1)),
    'cmi.objectives.n.description': both(description),
    ...scoreRules('cmi.objectives.n.score', settings),
    'cmi.interactions.n.id': both(identifier),
    'cmi.interactions.n.type': both(formats.interactionType2004),
    'cmi.interactions.n.objectives.n.id': both(identifier),
    'cmi.interactions.n.timestamp': both(formats.timestamp2004),
    'cmi.interactions.n.correct_responses.n.pattern': byType,
    'cmi.interactions.n.weighting': both(formats.real2004(settings)),
    'cmi.interactions.n.learner_response': byType,
    'cmi.interactions.n.result': both(formats.result2004(settings)),
    'cmi.interactions.n.latency': both(formats.timespan2004),
    'cmi.interactions.n.description': both(description),
    'cmi.comments_from_learner.n.comment': both(formats.localized2004(4000)),
    'cmi.comments_from_learner.n.location': both(formats.text2004(250, settings)),
    'cmi.comments_from_learner.n.timestamp': both(formats.timestamp2004),
    'cmi.comments_from_lms.n.comment': given,
    'cmi.comments_from_lms.n.location': given,
    'cmi.comments_from_lms.n.timestamp': given,
  };
}

/** Every element of the run-time data model (RTE 4.2) and of navigation (SN 5.6); `adl.data` is left out. */
export function rules2004(settings: Settings): Rules {
  return { ...statusRules(settings), ...recordRules(settings) };
}

/** `_children` in ADL's order (RTE 4.2). */
export const children2004: Record<string, string> = {
  'cmi.score': 'scaled,raw,min,max',
  'cmi.learner_preference': 'audio_level,language,delivery_speed,audio_captioning',
  'cmi.objectives': 'id,score,success_status,completion_status,progress_measure,description',
  'cmi.objectives.n.score': 'scaled,raw,min,max',
  'cmi.interactions': 'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
  'cmi.comments_from_learner': 'comment,location,timestamp',
  'cmi.comments_from_lms': 'comment,location,timestamp',
};

/** Collections and the number of records that every LMS must store (RTE 4.2, SPM). */
export const collections2004: Record<string, number> = {
  'cmi.objectives': 100,
  'cmi.interactions': 250,
  'cmi.interactions.n.objectives': 10,
  'cmi.interactions.n.correct_responses': 10,
  'cmi.comments_from_learner': 250,
  'cmi.comments_from_lms': 100,
};
