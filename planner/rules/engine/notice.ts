import type { Pointer } from '../../design/pointer.ts';
import type { Subject } from '../../design/subject.ts';
import type { Finding, MessageData } from '../rule.ts';
import { fillMessage } from './message.ts';
import type { Notice } from './noticeList.ts';

/** A finding of the planner itself. */
export function noticeFinding(notice: Notice, subject: Subject, path: Pointer, data: MessageData): Finding {
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
