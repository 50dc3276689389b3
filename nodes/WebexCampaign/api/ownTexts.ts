import { asSentence } from '../text/clean';
import type { Told } from './answer';
import { FAILURE_TABLE, RUN_AGAIN } from './failureTable';

/** What happened, and what to do next. */
export interface Text {
	message: string;
	description: string;
}

const NOT_UNDERSTOOD = 'The reply to this delete could not be understood';
export const ADDRESS = "'Region' and 'Tenant' of the credential, or its 'API Endpoint'";
export const OR_A_PROXY = 'A proxy or firewall on the way may also have replied.';

/** Texts for what the API has no code for. */
export const OWN_TEXTS = {
	UNEXPECTED_REPLY: {
		message: NOT_UNDERSTOOD,
		description: `The profile was not deleted. Check ${ADDRESS}. ${OR_A_PROXY}`,
	},
	UNLISTED_CODE: {
		message: 'Webex Campaign answered this delete with an unfamiliar code',
		description: 'The profile was not deleted. Ask your Webex Campaign administrator what the code means.',
	},
	CONTRADICTORY_REPLY: {
		message:
			'Webex Campaign answered this delete with a transaction id and a code that contradict each other',
		description: `A transaction id means that the profile was deleted, a code that it was not. ${RUN_AGAIN} If this happens again, ask your Webex Campaign administrator.`,
	},
	CONNECTION_FAILED: {
		message: 'No connection to Webex Campaign could be made',
		description: `Nothing was sent. Check ${ADDRESS}. If they are right, check the network of the machine that runs n8n and its proxy, if there is one, then run this item again.`,
	},
} satisfies Record<string, Text>;

/** The texts of these codes if the profile may have been deleted nevertheless: complete, with what to do. */
export const TEXTS_IF_UNKNOWN = new Map<string, Text>(
	Object.entries({
		UNEXPECTED_REPLY: {
			message: NOT_UNDERSTOOD,
			description: `${RUN_AGAIN} If this happens again, check ${ADDRESS}. ${OR_A_PROXY}`,
		},
		CONNECTION_FAILED: {
			message: 'The connection to Webex Campaign was lost before the reply had come',
			description: RUN_AGAIN,
		},
		TIMED_OUT: {
			message: 'Webex Campaign did not reply in time',
			description: `${RUN_AGAIN} If this happens again, raise the option 'Request Timeout (Seconds)'.`,
		},
	}),
);

/** What a code means if the profile was surely not deleted. */
export function codeText(code: string): Text {
	if (code === 'UNEXPECTED_REPLY' || code === 'CONNECTION_FAILED') return OWN_TEXTS[code];
	const row = FAILURE_TABLE.find((candidate) => candidate.code === (code === 'THROTTLED' ? '429' : code));
	return row ? { message: row.message, description: row.advice } : OWN_TEXTS.UNLISTED_CODE;
}

/** What the outside said, for a description. */
export function saidText({ code, httpStatus, detail }: Partial<Told>): string {
	if (!detail) return '';
	if (httpStatus === null) return `Technical detail: ${asSentence(detail)}`;
	if (code === 'UNEXPECTED_REPLY') return asSentence(`Technical detail: the reply was "${detail}"`);
	return `Webex Campaign said: "${detail}" (code ${code === 'THROTTLED' ? '429' : code}, HTTP ${httpStatus}).`;
}
