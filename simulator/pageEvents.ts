import type { ServerResponse } from 'node:http';
import type { Campaign } from './campaign';

const everyMs = 250;
const recordsShown = 56;
const secondsShown = 60;
const auditEntriesShown = 50;

/** Server-sent events for the page: what it shows, whenever that has changed. */
export function streamPageEvents(campaign: Campaign, response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	let last = '';
	const tell = () => {
		const picture = JSON.stringify(pictureOf(campaign));
		if (picture === last) return;
		last = picture;
		response.write(`data: ${picture}\n\n`);
	};
	tell();
	const timer = setInterval(tell, everyMs);
	response.once('close', () => clearInterval(timer));
}

function pictureOf({ profiles, ledger, auditLog, settings }: Campaign) {
	const now = ledger.age();
	return {
		now,
		settings,
		totals: ledger.totals,
		seconds: ledger.seconds.slice(-secondsShown).filter(({ second }) => second > now - secondsShown),
		profiles: [...profiles.values()].map(({ profileName, profileId, keys }) => ({
			profileName,
			profileId,
			records: keys.size,
			keys: firstOf(keys, recordsShown),
		})),
		auditLog: auditLog.slice(-auditEntriesShown).reverse(),
	};
}

/** Without a copy of a hundred thousand keys four times a second. */
function firstOf(keys: Set<string>, count: number): string[] {
	const first: string[] = [];
	for (const key of keys) {
		if (first.length === count) break;
		first.push(key);
	}
	return first;
}
