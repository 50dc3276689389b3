import { RUN_AGAIN, saidText, textIfNotDeleted, textIfUnknown, type Text } from '../../../../api/failureTable';
import type { RunEnd } from '../../../../lane/run';
import { duration, inWords, lowerFirst } from '../../../../text/words';
import type { Failure } from '../run/deleteJob';

export const NOT_KNOWN = 'it is not known whether the profile was deleted';

/** The words for a failed item. The description also tells what the outside said. */
export function failureText(failure: Failure, attempts: number): Text {
	const { message, description } = wordsOf(failure);
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
	return endOf(failure)?.reason ?? lowerFirst(wordsOf(failure).message);
}

function wordsOf(failure: Failure): Text {
	const { code, outcome, text } = failure;
	const end = endOf(failure);
	if (end) return outcome === 'unknown' ? { ...end, description: RUN_AGAIN } : end;
	return text ?? (outcome === 'unknown' ? textIfUnknown(failure) : textIfNotDeleted(code));
}

/** The words for the end of the run, if that is what is to be told of a failure. */
function endOf({ code, stoppedBy }: Failure): EndText | undefined {
	const isTold = code === 'RUN_STOPPED' || (code === 'THROTTLED' && stoppedBy?.why === 'throttle');
	return stoppedBy && isTold ? endText(stoppedBy) : undefined;
}

const NOT_THE_API = 'the address in the credential did not reply as the Webex Campaign API does';

interface EndText extends Text {
	/** Half a sentence: "…, because the throttle let nothing through". */
	reason: string;
}

/** Why a run ended, and so an item was not sent, or not sent again. */
function endText(end: RunEnd): EndText {
	switch (end.why) {
		case 'answer': {
			const { message, description } = textIfNotDeleted(end.answer.code);
			return ended(
				end.answer.code === 'UNEXPECTED_REPLY' ? NOT_THE_API : lowerFirst(message),
				`Another item, of this execution or one beside it, got that answer (code ${end.answer.code}), and every other would get it too. ${description} Then run the items that were not attempted.`,
			);
		}
		case 'throttle': {
			const asked = end.askedFor === undefined ? '' : ` It asked for a wait of ${duration(end.askedFor)}.`;
			return {
				reason: 'the throttle of Webex Campaign let nothing through for too long',
				message: 'The throttle of Webex Campaign let nothing through for too long, so the run ended',
				description: `Webex Campaign accepts only so many requests in a given time.${asked} Run the items that are left again later, or raise the option 'Max Throttle Wait (Seconds)'.`,
			};
		}
		case 'outage':
			return ended(
				'several items in a row got no usable reply',
				"Webex Campaign seems to be down or out of reach, or the address in the credential is wrong. Run the items that are left again later, with 'If Profile Not Found' set to 'Continue'.",
			);
		case 'failedItem':
			return notSent(
				'another item failed first',
				"Correct or remove the item that failed, or set 'On Error' in the node's settings to one of the two Continue modes.",
			);
		case 'cancelled':
			return notSent('the execution was cancelled', 'Run the items that are left again.');
	}
}

function notSent(reason: string, description: string, soWhat = ''): EndText {
	return { reason, message: `This item was not sent: ${reason}${soWhat}`, description };
}

const ended = (reason: string, description: string): EndText => notSent(reason, description, ', so the run ended');
