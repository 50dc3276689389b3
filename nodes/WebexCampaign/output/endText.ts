import type { RunEnd } from '../run/outcome';
import { duration } from './inWords';
import type { Text } from './ownTexts';

const NOT_SENT = 'This item was not sent: ';

/**
 * Why an item was not sent, or not sent again: the words for the end of a run.
 *
 * @param adviceOn what to do about a code
 */
export function endText(end: RunEnd, adviceOn: (code: string) => string): Text {
	switch (end.why) {
		case 'rejected':
			return {
				message: `${NOT_SENT}${rejectedBy(end.code)}, so the run ended`,
				description: `Another item, of this execution or one beside it, got that answer (code ${end.code}), and every other would get it too. ${adviceOn(end.code)} Then run the items that were not attempted.`,
			};
		case 'throttle':
			return {
				message: 'The throttle of Webex Campaign let nothing through for too long, so the run ended',
				description: [
					'Webex Campaign accepts only so many requests in a given time.',
					end.askedFor === undefined ? '' : `It asked for a wait of ${duration(end.askedFor)}.`,
					"Run the items that are left again later, or raise the option 'Max Throttle Wait (Seconds)'.",
				]
					.filter(Boolean)
					.join(' '),
			};
		case 'outage':
			return {
				message: `${NOT_SENT}several items in a row got no usable reply, so the run ended`,
				description:
					"Webex Campaign seems to be down or out of reach, or the address in the credential is wrong. Run the items that are left again later, with 'If Profile Not Found' set to 'Continue'.",
			};
		case 'failedItem':
			return {
				message: `${NOT_SENT}another item failed first`,
				description:
					"Correct or remove the item that failed, or set 'On Error' in the node's settings to one of the two Continue modes.",
			};
		case 'cancelled':
			return {
				message: `${NOT_SENT}the execution was cancelled`,
				description: 'Run the items that are left again.',
			};
	}
}

function rejectedBy(code: string): string {
	if (code === '498') return 'Webex Campaign does not accept the API key';
	if (code === '430') return 'the API key is not allowed to delete profiles';
	if (code === 'CONNECTION_FAILED') return 'no connection to Webex Campaign could be made';
	return 'the address in the credential did not reply as the Webex Campaign API does';
}
