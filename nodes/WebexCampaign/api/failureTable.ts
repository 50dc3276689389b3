import { asSentence } from '../text/clean';
import type { FailureInfo } from './answer';

/** What a person reads of a failure. */
export interface Text {
	/** What happened. Stands alone, and holds nothing from outside: n8n replaces a message in which it finds certain words. */
	message: string;
	/** What to do next, in the words of the fields they see. What the page does not state is worded as likely. */
	description: string;
}

/** The text of a code if the profile was surely not deleted, and what is added if it may have been. */
interface CodeText extends Text {
	/** What is told instead if it may have been deleted; without a description, the advice is to run the item again. */
	ifUnknown?: Partial<Text>;
	/** Running the item again is of no use before something has been put right. */
	isCorrectedFirst?: true;
}

/** After a delete that may or may not have been carried out. */
export const RUN_AGAIN =
	"Run this item again with the option 'If Profile Not Found' set to 'Continue': a profile that is gone by then counts as done.";
const ADDRESS = "'Region' and 'Tenant' of the credential, or its 'API Endpoint'";
const OR_A_PROXY = 'A proxy or firewall on the way may also have replied.';

/**
 * The failure table of the reference page "Delete contact profile API", in its order.
 * https://docs.webexcampaign.com/reference/delete-contact-profile-api
 */
export const FAILURE_TABLE: ReadonlyArray<CodeText & { httpStatus: number; code: string }> = [
	{
		httpStatus: 200,
		code: '102',
		isCorrectedFirst: true,
		message: 'Webex Campaign does not know this profile name',
		description:
			"Check 'Profile Name': choose it from the list, or type it exactly as Webex Campaign spells it. If the field is empty, enter the name.",
	},
	{
		httpStatus: 200,
		code: '1010',
		message: 'Webex Campaign did not process this delete',
		description:
			'Run this item again later. If it is refused again, give your Webex Campaign administrator the key and the time of the request.',
	},
	{
		httpStatus: 200,
		code: '1020',
		message: 'No contact profile with this key was found',
		description:
			"Check 'Key' and 'Profile Name'. If the contact may be gone already, set the option 'If Profile Not Found' to 'Continue'.",
	},
	{
		httpStatus: 401,
		code: '430',
		isCorrectedFirst: true,
		message: 'This API key is not allowed to delete profiles',
		description:
			"In Webex Campaign open Administration > Users & roles > API users, edit the API user of this key, and grant it the delete profile API (look in 'Profile manager module APIs' and 'Campaign manager module APIs'). Then run the workflow again.",
	},
	{
		httpStatus: 401,
		code: '498',
		isCorrectedFirst: true,
		message: 'Webex Campaign does not accept this API key',
		description:
			"The key is wrong, has expired or was deleted. Copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential, check its 'Region' and 'Tenant', and run the workflow again.",
	},
	{
		httpStatus: 405,
		code: '405',
		isCorrectedFirst: true,
		message: 'The address in the credential does not accept this request',
		description:
			"It is probably not the address of the Webex Campaign API. Check 'Region' and 'Tenant', or 'API Endpoint', and run the workflow again.",
	},
	{
		httpStatus: 429,
		code: '429',
		message: 'The throttle of Webex Campaign did not let this delete through',
		description:
			"Run this item again later, raise the option 'Max Throttle Wait (Seconds)', or ask your Webex Campaign administrator for a higher limit.",
	},
	{
		httpStatus: 499,
		code: '499',
		message: 'Webex Campaign could not carry out this delete',
		description: 'The reason is in what Webex Campaign said. Correct what it names, then run this item again.',
	},
	{
		httpStatus: 500,
		code: '500',
		message: 'Webex Campaign had an internal fault',
		description: RUN_AGAIN,
	},
	{
		httpStatus: 500,
		code: '1001',
		isCorrectedFirst: true,
		message: 'Webex Campaign could not read this request',
		description:
			"Look for unusual characters in 'Key', 'Profile Name' and 'Audit Parameters'. If there are none, please report it to the makers of this node.",
	},
];

/** Codes of this node, for what the API has no code for. */
const OWN_CODES: ReadonlyArray<CodeText & { code: string }> = [
	{
		code: 'UNEXPECTED_REPLY',
		message: 'The reply to this delete could not be understood',
		description: `The profile was not deleted. Check ${ADDRESS}. ${OR_A_PROXY}`,
		ifUnknown: { description: `${RUN_AGAIN} If this happens again, check ${ADDRESS}. ${OR_A_PROXY}` },
	},
	{
		code: 'CONNECTION_FAILED',
		message: 'No connection to Webex Campaign could be made',
		description: `Nothing was sent. Check ${ADDRESS}. If they are right, check the network of the machine that runs n8n and its proxy, if there is one, then run this item again.`,
		ifUnknown: { message: 'The connection to Webex Campaign was lost before the reply had come' },
	},
	{
		code: 'TIMED_OUT',
		message: 'Webex Campaign did not reply in time',
		description: RUN_AGAIN,
		ifUnknown: { description: `${RUN_AGAIN} If this happens again, raise the option 'Request Timeout (Seconds)'.` },
	},
];

const UNLISTED_CODE: CodeText = {
	message: 'Webex Campaign answered this delete with an unfamiliar code',
	description: 'The profile was not deleted. Ask your Webex Campaign administrator what the code means.',
};

const CONTRADICTORY_REPLY: Text = {
	message: 'Webex Campaign answered this delete in a way that contradicts itself',
	description: `The reply holds a transaction id, which means that the profile was deleted, and a code or an HTTP status which means that it was not. ${RUN_AGAIN} If this happens again, ask your Webex Campaign administrator.`,
};

/** What a code means if the profile was surely not deleted. */
export function textIfNotDeleted(code: string): CodeText {
	const listed = code === 'THROTTLED' ? '429' : code;
	return [...FAILURE_TABLE, ...OWN_CODES].find((row) => row.code === listed) ?? UNLISTED_CODE;
}

/** What a code means if an earlier attempt, or this one, may have deleted the profile. */
export function textIfUnknown({ code, isContradictory }: FailureInfo): Text {
	if (isContradictory) return CONTRADICTORY_REPLY;
	const { message, description, isCorrectedFirst, ifUnknown } = textIfNotDeleted(code);
	return { message, description: isCorrectedFirst ? `${description} ${RUN_AGAIN}` : RUN_AGAIN, ...ifUnknown };
}

/** What the outside said, for a description. */
export function saidText({ code, httpStatus, detail }: FailureInfo): string {
	if (!detail) return '';
	if (httpStatus === null) return `Technical detail: ${asSentence(detail)}`;
	if (code === 'UNEXPECTED_REPLY') return asSentence(`Technical detail: the reply was "${detail}"`);
	return `Webex Campaign said: "${detail}" (code ${code === 'THROTTLED' ? '429' : code}, HTTP ${httpStatus}).`;
}
