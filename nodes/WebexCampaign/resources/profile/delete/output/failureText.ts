import { RUN_AGAIN, saidText, textIfNotDeleted, textIfUnknown, type Text } from '../../../../api/failureTable';
import type { RunEnd } from '../../../../lane/run';
import { duration, inWords, lowerFirst } from '../../../../text/words';
import type { Failure } from '../run/outcome';

export const NOT_KNOWN = 'it is not known whether the profile was deleted';

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
		description: [description, saidText(failure)].filter(Boolean).join(' '),
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

function textOf({ code, outcome, stoppedBy, isContradictory }: Failure): Text {
	if (stoppedBy && saysEnd(code, stoppedBy)) {
		const text = endText(stoppedBy);
		return outcome === 'unknown' ? { ...text, description: RUN_AGAIN } : text;
	}
	return outcome === 'unknown' ? textIfUnknown({ code, isContradictory }) : textIfNotDeleted(code);
}

/** Whether the end of the run is what is to be told of a failure. */
const saysEnd = (code: string, { why }: RunEnd): boolean =>
	code === 'RUN_STOPPED' || (code === 'THROTTLED' && why === 'throttle');

/** Why a run ended, as half a sentence: "…, because the throttle let nothing through". */
function endReason(end: RunEnd): string {
	switch (end.why) {
		case 'rejected':
			return end.answer.code === 'UNEXPECTED_REPLY'
				? 'the address in the credential did not reply as the Webex Campaign API does'
				: lowerFirst(textIfNotDeleted(end.answer.code).message);
		case 'throttle':
			return 'the throttle of Webex Campaign let nothing through for too long';
		case 'outage':
			return 'several items in a row got no usable reply';
		case 'failedItem':
			return 'another item failed first';
		case 'cancelled':
			return 'the execution was cancelled';
	}
}

/** Why an item was not sent, or not sent again: the words for the end of a run. */
function endText(end: RunEnd): Text {
	const notSent = `This item was not sent: ${endReason(end)}`;
	switch (end.why) {
		case 'rejected':
			return {
				message: `${notSent}, so the run ended`,
				description: `Another item, of this execution or one beside it, got that answer (code ${end.answer.code}), and every other would get it too. ${textIfNotDeleted(end.answer.code).description} Then run the items that were not attempted.`,
			};
		case 'throttle': {
			const asked = end.askedFor === undefined ? '' : ` It asked for a wait of ${duration(end.askedFor)}.`;
			return {
				message: 'The throttle of Webex Campaign let nothing through for too long, so the run ended',
				description: `Webex Campaign accepts only so many requests in a given time.${asked} Run the items that are left again later, or raise the option 'Max Throttle Wait (Seconds)'.`,
			};
		}
		case 'outage':
			return {
				message: `${notSent}, so the run ended`,
				description:
					"Webex Campaign seems to be down or out of reach, or the address in the credential is wrong. Run the items that are left again later, with 'If Profile Not Found' set to 'Continue'.",
			};
		case 'failedItem':
			return {
				message: notSent,
				description:
					"Correct or remove the item that failed, or set 'On Error' in the node's settings to one of the two Continue modes.",
			};
		case 'cancelled':
			return { message: notSent, description: 'Run the items that are left again.' };
	}
}
