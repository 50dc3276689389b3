import { codeText, type Text } from '../api/ownTexts';
import type { RunEnd } from '../run/outcome';
import { duration, lowerFirst } from './inWords';

/** Why a run ended, as half a sentence: "…, because the throttle let nothing through". */
export function endReason(end: RunEnd): string {
	switch (end.why) {
		case 'rejected':
			return end.code === 'UNEXPECTED_REPLY'
				? 'the address in the credential did not reply as the Webex Campaign API does'
				: lowerFirst(codeText(end.code).message);
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
export function endText(end: RunEnd): Text {
	const notSent = `This item was not sent: ${endReason(end)}`;
	switch (end.why) {
		case 'rejected':
			return {
				message: `${notSent}, so the run ended`,
				description: `Another item, of this execution or one beside it, got that answer (code ${end.code}), and every other would get it too. ${codeText(end.code).description} Then run the items that were not attempted.`,
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
