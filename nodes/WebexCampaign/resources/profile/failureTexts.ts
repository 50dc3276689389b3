import type { BlockedBy, FailureInfo } from '../../api/answer';
import type { RunEnd } from '../../lane/run';
import { invalid } from '../../result';
import { asSentence } from '../../text/clean';
import { duration, inWords, lowerFirst } from '../../text/words';
import type { Failure } from './delete/outcome';

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
export const NOT_KNOWN = 'it is not known whether the profile was deleted';
const API_USERS = 'Administration > Users & roles > API users';
const ADDRESS = "'Region' and 'Tenant' of the credential, or its 'API Endpoint'";
const OR_A_PROXY = 'A proxy or firewall on the way may also have replied.';

const UNEXPECTED_REPLY: CodeText = {
	message: 'The reply to this delete could not be understood',
	description: `The profile was not deleted. Check ${ADDRESS}. ${OR_A_PROXY}`,
	ifUnknown: { description: `${RUN_AGAIN} If this happens again, check ${ADDRESS}. ${OR_A_PROXY}` },
};

/** The API's codes, in the order of the failure table, then codes of this node, for what the API has no code for. */
const CODE_TEXTS: Record<string, CodeText> = {
	'102': {
		isCorrectedFirst: true,
		message: 'Webex Campaign does not know this profile name',
		description:
			"Check 'Profile Name': choose it from the list, or type it exactly as Webex Campaign spells it. If the field is empty, enter the name.",
	},
	'1010': {
		message: 'Webex Campaign did not process this delete',
		description:
			'Run this item again later. If it is refused again, give your Webex Campaign administrator the key and the time of the request.',
	},
	'1020': {
		message: 'No contact profile with this key was found',
		description:
			"Check 'Key' and 'Profile Name'. If the contact may be gone already, set the option 'If Profile Not Found' to 'Continue'.",
	},
	'430': {
		isCorrectedFirst: true,
		message: 'This API key is not allowed to delete profiles',
		description: `In Webex Campaign open ${API_USERS}, edit the API user of this key, and grant it the delete profile API (look in 'Profile manager module APIs' and 'Campaign manager module APIs'). Then run the workflow again.`,
	},
	'498': {
		isCorrectedFirst: true,
		message: 'Webex Campaign does not accept this API key',
		description: `The key is wrong, has expired or was deleted. Copy a secret key from ${API_USERS} into 'API Secret Key' of the credential, check its 'Region' and 'Tenant', and run the workflow again.`,
	},
	'405': {
		isCorrectedFirst: true,
		message: 'The address in the credential does not accept this request',
		description:
			"It is probably not the address of the Webex Campaign API. Check 'Region' and 'Tenant', or 'API Endpoint', and run the workflow again.",
	},
	'429': {
		message: 'The throttle of Webex Campaign did not let this delete through',
		description:
			"Run this item again later, raise the option 'Max Throttle Wait (Seconds)', or ask your Webex Campaign administrator for a higher limit.",
	},
	'499': {
		message: 'Webex Campaign could not carry out this delete',
		description: 'The reason is in what Webex Campaign said. Correct what it names, then run this item again.',
	},
	'500': { message: 'Webex Campaign had an internal fault', description: RUN_AGAIN },
	'1001': {
		isCorrectedFirst: true,
		message: 'Webex Campaign could not read this request',
		description:
			"Look for unusual characters in 'Key', 'Profile Name' and 'Audit Parameters'. If there are none, please report it to the makers of this node.",
	},
	UNEXPECTED_REPLY,
	CONNECTION_FAILED: {
		message: 'No connection to Webex Campaign could be made',
		description: `Nothing was sent. Check ${ADDRESS}. If they are right, check the network of the machine that runs n8n and its proxy, if there is one, then run this item again.`,
		ifUnknown: { message: 'The connection to Webex Campaign was lost before the reply had come' },
	},
	TIMED_OUT: {
		message: 'Webex Campaign did not reply in time',
		description: RUN_AGAIN,
		ifUnknown: { description: `${RUN_AGAIN} If this happens again, raise the option 'Request Timeout (Seconds)'.` },
	},
};

const UNLISTED_CODE: CodeText = {
	message: 'Webex Campaign answered this delete with an unfamiliar code',
	description: 'The profile was not deleted. Ask your Webex Campaign administrator what the code means.',
};

const CONTRADICTORY_REPLY: Text = {
	message: 'Webex Campaign answered this delete in a way that contradicts itself',
	description: `The reply holds a transaction id, which means that the profile was deleted, and a code or an HTTP status which means that it was not. ${RUN_AGAIN} If this happens again, ask your Webex Campaign administrator.`,
};

/** Nothing is sent, whatever the item: whose setting it is. */
const BLOCKED: Record<BlockedBy, CodeText> = {
	certificate: {
		message: 'The certificate of the address in the credential was not accepted',
		description: `Nothing was sent. Check ${ADDRESS}. If they are right, the certificate has expired or is one that n8n does not know: ask who runs that host, or who runs n8n (NODE_EXTRA_CA_CERTS).`,
	},
	n8n: {
		message: 'The address in the credential is one that n8n is not allowed to reach',
		description: `Nothing was sent. Check ${ADDRESS}. If they are right, ask who runs n8n to allow this address: n8n protects private addresses (N8N_SSRF_PROTECTION_ENABLED) and can bind credentials to domains.`,
	},
	proxyVariable: {
		message: 'A proxy setting of the machine that runs n8n is not an address',
		description:
			'Nothing was sent. Ask who runs n8n to correct HTTP_PROXY, HTTPS_PROXY or ALL_PROXY, such as http://proxy.example.com:3128.',
	},
};

/** What a code means if the profile was surely not deleted. A code that nobody documented is not the API's word. */
export function textIfNotDeleted({
	code,
	said,
	blockedBy,
}: Pick<FailureInfo, 'code' | 'said' | 'blockedBy'>): CodeText {
	if (blockedBy) return BLOCKED[blockedBy];
	const listed = Object.entries(CODE_TEXTS).find(([name]) => name === (code === 'THROTTLED' ? '429' : code));
	return listed?.[1] ?? (said === undefined ? UNEXPECTED_REPLY : UNLISTED_CODE);
}

/** What a code means if an earlier attempt, or this one, may have deleted the profile. */
export function textIfUnknown(info: FailureInfo): Text {
	if (info.isContradictory) return CONTRADICTORY_REPLY;
	const { message, description, isCorrectedFirst, ifUnknown } = textIfNotDeleted(info);
	return { message, description: isCorrectedFirst ? `${description} ${RUN_AGAIN}` : RUN_AGAIN, ...ifUnknown };
}

/** The words for a failed item. The description also tells what the outside said. `key`: what was sent, if anything was. */
export function failureText(failure: Failure, attempts: number | null, key = ''): Text {
	const { message, description } = wordsOf(failure);
	const unknown = failure.outcome === 'unknown';
	const tried = attempts !== null && attempts > 1 ? ` (tried ${inWords(attempts, 'time')})` : '';
	return {
		message: `${message}${unknown ? `; ${NOT_KNOWN}` : ''}${tried}`,
		description: [description, blanksText(failure, key), waitText(failure.stoppedBy), saidText(failure)]
			.filter(Boolean)
			.join(' '),
	};
}

function wordsOf(failure: Failure): Text {
	const { code, outcome, text } = failure;
	const end = endOf(failure);
	if (!end) return text ?? (outcome === 'unknown' ? textIfUnknown(failure) : textIfNotDeleted(failure));
	const { reason, description } = endText(end);
	const what = code === 'RUN_STOPPED' ? 'This item was not sent' : 'This delete was not let through';
	const soWhat = end.why === 'failedItem' || end.why === 'cancelled' ? '' : ', so the run ended';
	return { message: `${what}: ${reason}${soWhat}`, description: outcome === 'unknown' ? RUN_AGAIN : description };
}

/** What the outside said, for a description. */
function saidText({ code, httpStatus, said, detail }: FailureInfo): string {
	if (said !== undefined)
		return `Webex Campaign said: "${said}" (code ${code === 'THROTTLED' ? '429' : code}, HTTP ${httpStatus}).`;
	if (!detail) return '';
	return asSentence(`Technical detail: ${httpStatus === null ? detail : `the reply was "${detail}"`}`);
}

const blanksText = ({ code }: Failure, key: string): string =>
	code === '1020' && /\s/.test(key) ? "'Key' has blanks inside, which may be the reason: try it without them." : '';

const waitText = (end: RunEnd | undefined): string =>
	end?.why === 'throttle' && end.askedFor !== undefined
		? `Webex Campaign asked for a wait of ${duration(end.askedFor)}.`
		: '';

/** The most frequent reason of so many failures, as half a sentence without anything from outside. */
export function mostFrequentReason(failures: readonly Failure[]): string {
	const counts = new Map<string, number>();
	for (const failure of failures) {
		const end = endOf(failure);
		const reason = end ? endText(end).reason : lowerFirst(wordsOf(failure).message);
		counts.set(reason, (counts.get(reason) ?? 0) + 1);
	}
	const [reason, count] = [...counts].reduce((most, other) => (other[1] > most[1] ? other : most));
	if (count === failures.length) return `because ${reason}`;
	return `${count * 2 > failures.length ? 'mostly' : 'some'} because ${reason}`;
}

/** The end of the run, if that is what is to be told of a failure. */
function endOf({ code, stoppedBy }: Failure): RunEnd | undefined {
	const isTold = code === 'RUN_STOPPED' || (code === 'THROTTLED' && stoppedBy?.why === 'throttle');
	return isTold ? stoppedBy : undefined;
}

/** Why a run ended, and so an item was not sent, or not sent again. `reason`: half a sentence, "…, because another item failed first". */
function endText(end: RunEnd): { reason: string; description: string } {
	switch (end.why) {
		case 'answer': {
			const words = textIfNotDeleted(end.answer);
			const isReply = words === UNEXPECTED_REPLY;
			return {
				reason: isReply
					? 'the address in the credential did not reply as the Webex Campaign API does'
					: lowerFirst(words.message),
				description: `Another item, of this execution or one beside it, got that answer (code ${end.answer.code}), and every other would get it too. ${words.description} Then run the items that were not attempted.`,
			};
		}
		case 'throttle':
			return {
				reason: 'the throttle of Webex Campaign let nothing through for too long',
				description:
					"Webex Campaign accepts only so many requests in a given time. Run the items that are left again later, or raise the option 'Max Throttle Wait (Seconds)'.",
			};
		case 'outage':
			return {
				reason: 'several items in a row got no usable reply',
				description:
					`Webex Campaign seems to be down or out of reach, or the address in the credential is wrong. Run the items that are left again later, with 'If Profile Not Found' set to 'Continue'. ${end.last ? saidText(end.last) : ''}`.trim(),
			};
		case 'failedItem':
			return {
				reason: 'another item failed first',
				description:
					"Correct or remove the item that failed, or set 'On Error' in the node's settings to one of the two Continue modes.",
			};
		case 'cancelled':
			return { reason: 'the execution was cancelled', description: 'Run the items that are left again.' };
	}
}

const TYPE_IT = "Choose 'By Name' and type the profile name instead.";

/** Why the list of profiles could not be read, in few words, since n8n's list cuts off what is long. */
export function listText(failure: FailureInfo, wasSent: boolean): Text {
	const { code, httpStatus, detail } = failure;
	if (code === '430')
		return {
			message: 'This API key is not allowed to read the list of profiles',
			description: `${TYPE_IT} To see the list, grant the API user the profile metadata API.`,
		};
	// With a refused key a typed name would be of no use either.
	if (code === '498')
		return {
			message: textIfNotDeleted(failure).message,
			description: `Copy a secret key from ${API_USERS} into 'API Secret Key' of the credential.`,
		};
	const said = asSentence(httpStatus ? `HTTP ${httpStatus}` : detail || code);
	const isNamed = code === '405' || !wasSent;
	const message = isNamed ? textIfNotDeleted(failure).message : 'Webex Campaign did not return the list of profiles';
	return { message, description: `${TYPE_IT} Technical detail: ${said}` };
}

/** Why the test of the credential is red. */
export const CREDENTIAL_TEST_TEXTS = {
	wrongKey: `Webex Campaign does not accept this API key (code 498). In Webex Campaign, copy it again from ${API_USERS}.`,
	webPage: "A web page answered instead of the Webex Campaign API. Check 'Region' and 'Tenant', or 'API Endpoint'.",
	noContent: "The address answered without content. Check 'Region' and 'Tenant', or 'API Endpoint'.",
	httpStatus: (status: number): string => {
		const proxy = 'A proxy wants to know who asks: check the proxy settings of the machine that runs n8n.';
		const other = `${status === 429 ? 'Too many requests: try' : "Check 'Region' and 'Tenant', or 'API Endpoint', or try"} again later.`;
		return `The address answered with HTTP ${status}. ${status === 407 ? proxy : other}`;
	},
};

/** For what no rule foresaw. Its own message may hold the API key, so what is told is where it came from. */
export const unforeseen = (thrown: unknown) =>
	invalid(
		'The node came to an unforeseen end',
		`Please report this to the makers of the node. Technical detail: ${originOf(thrown)}.`,
		'RUN_STOPPED',
	);

/** "TypeError at run.js:132:11": the kind of an error and where it was thrown, not its message. */
function originOf(thrown: unknown): string {
	if (!(thrown instanceof Error)) return `a thrown ${typeof thrown}`;
	const [, place = 'an unknown place'] = /\n\s+at .*?([\w.-]+:\d+:\d+)/.exec(thrown.stack ?? '') ?? [];
	return `${thrown.constructor.name} at ${place}`;
}
