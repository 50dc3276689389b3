import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AUDIT_PARAMETER_NAMES } from '../../nodes/WebexCampaign/api/deleteProfile';
import { TOO_MANY_DIGITS } from '../../nodes/WebexCampaign/input/identifiers';
import { NUMBER_OPTIONS } from '../../nodes/WebexCampaign/input/options';
import { ITEMS_AT_RISK } from '../../nodes/WebexCampaign/lane/circuitBreaker';
import { FORGOTTEN_AFTER } from '../../nodes/WebexCampaign/lane/lanes';
import { LOG_INTERVAL } from '../../nodes/WebexCampaign/resources/profile/delete/summary';
import {
	FIRST_RETRY_DELAY,
	JITTER,
	LONGEST_RETRY_DELAY,
} from '../../nodes/WebexCampaign/resources/profile/delete/nextStep';
import { MAX_LENGTH } from '../../nodes/WebexCampaign/text/clean';
import { engines } from '../../package.json';
import { CONTACTS } from '../../scripts/demo/contacts';

const WORDS: Record<number, string> = { 0.25: 'a quarter', 0.5: 'half a second', 5: 'five', 8: 'eight', 10: 'ten' };
const inWords = (number: number) => WORDS[number] ?? String(number);
const grouped = (number: number) => number.toLocaleString('en');

const { concurrency, maxRequestsPerSecond, maxRetries, maxThrottleWait, requestTimeout } = NUMBER_OPTIONS;
const bounds = ({ min, max }: { min: number; max: number }) => `${grouped(min)} to ${grouped(max)}`;
const atOnce = concurrency.default;
const risked = inWords(ITEMS_AT_RISK);
const pauses = `from ${inWords(FIRST_RETRY_DELAY / 1000)} to ${inWords(LONGEST_RETRY_DELAY / 1000)}`;
const forgotten = `${inWords(FORGOTTEN_AFTER / 60_000)} minutes`;
const digits = String(TOO_MANY_DIGITS).length;
const node = `Node.js ${engines.node.replace('>=', '')}`;

/** What the documents say, made from the constants of the code. */
const SENTENCES: Array<[file: string, sentence: string]> = [
	['README.md', `Up to ${inWords(AUDIT_PARAMETER_NAMES.length)} texts for Webex Campaign's audit log`],
	['README.md', `\`exparam1\` … \`${AUDIT_PARAMETER_NAMES.at(-1)}\``],
	['README.md', `How many deletes are under way at most, ${bounds(concurrency)} |`],
	['README.md', `at most so many a second, ${bounds(maxRequestsPerSecond)}:`],
	[
		'README.md',
		`after a lost reply, no connection or a server fault, ${bounds(maxRetries)}. The pauses before it grow ${pauses},`,
	],
	['README.md', `${maxThrottleWait.min} (at the first refusal) to ${grouped(maxThrottleWait.max)};`],
	['README.md', `For one request with its complete reply, ${bounds(requestTimeout)}.`],
	['README.md', `a number of ${digits} digits or more: a spreadsheet keeps ${digits - 1} and`],
	['README.md', `So does an outage: ${risked} items in a row without a usable reply.`],
	['README.md', `with ${atOnce} _Concurrent Requests_ and replies after 0.2 seconds it is 3 to 4 minutes.`],
	['README.md', `a simulated Webex Campaign, with ${CONTACTS.length} contacts`],
	['README.md', `with git and ${node} or newer`],
	['README.md', `with ${node} or newer and npm`],
	['CONTRIBUTING.md', `on ${node} or newer`],
	['CONTRIBUTING.md', `is forgotten (${forgotten}) | \`FORGOTTEN_AFTER\``],
	['SECURITY.md', `in at most ${MAX_LENGTH} characters`],
	[
		'SECURITY.md',
		`${risked} items at most are risked beside those that are under way, ${ITEMS_AT_RISK + atOnce} in all`,
	],
	['SECURITY.md', `with the default of ${atOnce} _Concurrent Requests_`],
	['docs/compatibility.md', `Development works on ${node} and newer.`],
	['docs/large-lists.md', `Every ${inWords(LOG_INTERVAL / 1000)} seconds the node writes a line`],
	['docs/large-lists.md', `replies after 0.2 s, ${atOnce} _Concurrent Requests_ | at most ${atOnce / 0.2} |`],
	['docs/large-lists.md', `The pauses double ${pauses}, each up to ${inWords(JITTER)} longer or shorter`],
	['docs/large-lists.md', `until ${forgotten} have passed without any.`],
	['docs/large-lists.md', `An outage: ${risked} items in a row without a usable reply`],
	['docs/large-lists.md', `at most ${risked} new deletes are begun;`],
	['docs/large-lists.md', `at most ${ITEMS_AT_RISK + atOnce} with ${atOnce} _Concurrent Requests_`],
	['docs/performance.md', `touches at most ${ITEMS_AT_RISK + atOnce} items`],
	['docs/scale.md', `a key that is refused with 401 costs at most ${inWords(atOnce)} requests on each worker`],
	['docs/the-api.md', `\`${AUDIT_PARAMETER_NAMES[1]}\` to \`${AUDIT_PARAMETER_NAMES.at(-1)}\``],
	['docs/troubleshooting.md', `An outage: ${risked} items in a row without a usable reply`],
];

describe('numbers in documents are those of the code', () => {
	it.each(SENTENCES)('%s: %s', (file, sentence) => {
		const text = readFileSync(join(__dirname, '../..', file), 'utf8');
		// However its lines are broken.
		expect(text.replace(/\s+/g, ' ')).toContain(sentence);
	});
});
