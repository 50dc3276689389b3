import { RUN_AGAIN } from '../api/failureTable';
import { codeText, OWN_TEXTS, saidText, TEXTS_IF_UNKNOWN, type Text } from '../api/ownTexts';
import type { Failure, RunEnd } from '../run/outcome';
import { endReason, endText } from './endText';
import { inWords, lowerFirst } from './inWords';

/** Codes after which running again is of no use before something has been put right. */
const CORRECTED_FIRST = new Set(['102', '430', '498', '405', '1001']);

const NOT_KNOWN = 'it is not known whether the profile was deleted';

/**
 * The words for a failed item. The message says what happened, stands alone and holds nothing from outside, since n8n
 * replaces a whole message in which it finds certain words; the description says what to do and what the outside said.
 */
export function failureText(failure: Failure, attempts: number): Text {
	const { message, description } = failure.refusal ?? textOf(failure);
	const unknown = failure.outcome === 'unknown';
	const tried = attempts > 1 ? ` (tried ${inWords(attempts, 'time')})` : '';
	return {
		message: `${message}${unknown ? `; ${NOT_KNOWN}` : ''}${tried}`,
		description: [unknown ? adviceIfUnknown(failure, description) : description, saidText(failure)]
			.filter(Boolean)
			.join(' '),
	};
}

/** The most frequent reason of so many failures, as half a sentence without anything from outside. */
export function mostFrequentReason(failures: readonly Failure[]): string {
	const counts = new Map<string, number>();
	for (const failure of failures) {
		const reason = reasonOf(failure);
		counts.set(reason, (counts.get(reason) ?? 0) + 1);
	}
	const [reason, count] = [...counts].reduce((most, other) => (other[1] > most[1] ? other : most));
	if (count === failures.length) return `because ${reason}`;
	return `${count * 2 > failures.length ? 'mostly' : 'some'} because ${reason}`;
}

/** Why an item failed, as half a sentence without anything from outside. */
function reasonOf(failure: Failure): string {
	const { code, stoppedBy } = failure;
	if (stoppedBy && saysEnd(code, stoppedBy)) return endReason(stoppedBy);
	return lowerFirst((failure.refusal ?? textOf(failure)).message);
}

/** An earlier attempt may have deleted the profile, but a refused key or name has to be corrected all the same. */
function adviceIfUnknown({ code, refusal, contradictory }: Failure, description: string): string {
	if (refusal || contradictory || TEXTS_IF_UNKNOWN.has(code)) return description;
	return CORRECTED_FIRST.has(code) ? `${description} ${RUN_AGAIN}` : RUN_AGAIN;
}

function textOf({ code, outcome, stoppedBy, contradictory }: Failure): Text {
	if (contradictory) return OWN_TEXTS.CONTRADICTORY_REPLY;
	if (stoppedBy && saysEnd(code, stoppedBy)) return endText(stoppedBy);
	return (outcome === 'unknown' && TEXTS_IF_UNKNOWN.get(code)) || codeText(code);
}

/** Whether the end of the run is what is to be told of a failure. */
const saysEnd = (code: string, { why }: RunEnd): boolean =>
	code === 'RUN_STOPPED' || (code === 'THROTTLED' && why === 'throttle');
