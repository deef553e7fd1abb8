import type { Pointer } from '../../design/pointer.ts';
import type { Subject } from '../../design/subject.ts';
import type { Area, Finding, MessageData, Severity } from '../rule.ts';
import { fillMessage } from './message.ts';

/** A finding of the planner itself: about waivers and about rules that fail, not about the design. */
export interface Notice {
  readonly id: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly message: string;
}

export const noticeList = {
  waiverUnused: {
    id: 'waiver-unused',
    area: 'waivers',
    severity: 'warning',
    title: 'Every waiver silences a finding',
    why: 'A waiver that silences nothing hides the finding it was meant for the day it comes back.',
    message: 'This waiver of {waived} silences nothing: {reason}.',
  },
  waiverExpired: {
    id: 'waiver-expired',
    area: 'waivers',
    severity: 'warning',
    title: 'No waiver is past its last day',
    why: 'A waiver with a last day was accepted for a time only; after it the finding counts again.',
    message: 'This waiver of {waived} held until {until}.',
  },
  waiverUnknownRule: {
    id: 'waiver-unknown-rule',
    area: 'waivers',
    severity: 'warning',
    title: 'Every waiver names a rule',
    why: 'A waiver of a rule that does not exist silences nothing; most often its name is misspelt.',
    message: 'There is no rule {waived}.',
  },
  ruleError: {
    id: 'rule-error',
    area: 'support',
    severity: 'warning',
    title: 'Every rule can be checked',
    why: 'A rule that fails has not judged the design. It is a fault of the planner.',
    message: 'The rule {failed} could not be checked: {reason}',
  },
} as const satisfies Record<string, Notice>;

function finding(notice: Notice, subject: Subject, path: Pointer, data: MessageData): Finding {
  return {
    rule: notice.id,
    severity: notice.severity,
    subject,
    path,
    messageId: 'found',
    data,
    message: fillMessage(notice.message, data, {}),
    why: notice.why,
    source: { title: 'Dagwright', fact: '', confidence: 'derived' },
    fixable: false,
  };
}

type Maker = (subject: Subject, path: Pointer, data: MessageData) => Finding;

/** A finding of each notice. */
export const notices = {
  waiverUnused: (...about) => finding(noticeList.waiverUnused, ...about),
  waiverExpired: (...about) => finding(noticeList.waiverExpired, ...about),
  waiverUnknownRule: (...about) => finding(noticeList.waiverUnknownRule, ...about),
  ruleError: (...about) => finding(noticeList.ruleError, ...about),
} satisfies Record<keyof typeof noticeList, Maker>;
