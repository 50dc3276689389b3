import { FAILURE_TABLE, RUN_AGAIN } from '../api/failureTable';
import type { Failure } from '../run/outcome';
import { asSentence } from '../text/asSentence';
import { endText } from './endText';
import { inWords } from './inWords';
import { OWN_TEXTS, TEXTS_IF_UNKNOWN, type Text } from './ownTexts';

/** Codes after which running again is of no use before something has been put right. */
const MENDED_FIRST = new Set(['102', '430', '498', '405', '1001']);

const NOT_KNOWN = 'it is not known whether the profile was deleted';

/**
 * The words for a failed item. The message says what happened, stands alone and holds nothing from outside, since n8n
 * replaces a whole message in which it finds certain words; the description says what to do and what the outside said.
 */
export function failureText(failure: Failure, attempts: number | null): Text {
	const { message, description } = failure.refusal ?? textOf(failure);
	const unknown = failure.outcome === 'unknown';
	const tried = attempts !== null && attempts > 1 ? ` (tried ${inWords(attempts, 'time')})` : '';
	return {
		message: `${message}${unknown ? `; ${NOT_KNOWN}` : ''}${tried}`,
		description: [unknown ? adviceIfUnknown(failure, description) : description, replyText(failure)]
			.filter(Boolean)
			.join(' '),
	};
}

/** An earlier attempt may have deleted the profile, but a refused key or name has to be mended all the same. */
function adviceIfUnknown({ code, refusal, contradictory }: Failure, description: string): string {
	if (refusal || contradictory || Object.hasOwn(TEXTS_IF_UNKNOWN, code)) return description;
	return MENDED_FIRST.has(code) ? `${description} ${RUN_AGAIN}` : RUN_AGAIN;
}

function textOf({ code, outcome, stoppedBy, contradictory }: Failure): Text {
	if (contradictory) return OWN_TEXTS.CONTRADICTORY_REPLY;
	if (code === 'RUN_STOPPED' && stoppedBy) return endText(stoppedBy);
	if (code === 'THROTTLED' && stoppedBy?.why === 'throttle') return endText(stoppedBy);
	const own: Record<string, Text> = outcome === 'unknown' ? { ...OWN_TEXTS, ...TEXTS_IF_UNKNOWN } : OWN_TEXTS;
	if (Object.hasOwn(own, code) && own[code]) return own[code];
	const row = FAILURE_TABLE.find((candidate) => candidate.code === (code === 'THROTTLED' ? '429' : code));
	return row ? { message: row.message, description: row.advice } : OWN_TEXTS.UNLISTED_CODE;
}

function replyText({ code, httpStatus, detail }: Failure): string {
	if (!detail) return '';
	if (httpStatus === null) return `Technical detail: ${asSentence(detail)}`;
	if (code === 'UNEXPECTED_REPLY') return asSentence(`Technical detail: the reply was "${detail}"`);
	return `Webex Campaign said: "${detail}" (code ${code === 'THROTTLED' ? '429' : code}, HTTP ${httpStatus}).`;
}
