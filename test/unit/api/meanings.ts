import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { readReply } from '../../../nodes/WebexCampaign/api/reply';
import { maskFor } from '../../../nodes/WebexCampaign/text/clean';

export const UNEXPECTED = 'UNEXPECTED_REPLY';
const json = { 'content-type': 'application/json' };

/** The answer to a reply, without its texts. */
export function meaningOf(status: number, body: unknown) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const { detail, httpStatus, ...meaning } = readReply(
		{ status, headers: json, body: text },
		maskFor('secret'),
		0,
	) as Answer & { detail?: string; httpStatus?: number };
	return meaning;
}

export const deleted = (transactionId: string) => ({ kind: 'deleted', transactionId });
export const notFound = { kind: 'notFound' };
export const throttled = { kind: 'throttled' };

/** Only the API's own words are usable: not what n8n, a proxy or a web page says, and not its code 500. */
const isUsable = (code: string) => code !== UNEXPECTED && code !== '500';
const final = (outcome: string, code: string) => ({ kind: 'final', outcome, code, isUsable: isUsable(code) });
export const notDeleted = (code: string) => final('notDeleted', code);
export const endsRun = (code: string) => ({ kind: 'endsRun', code, isUsable: isUsable(code) });
export const unknown = (code: string) => final('unknown', code);
export const contradictory = { ...final('unknown', UNEXPECTED), isUsable: true, isContradictory: true };
/** A gateway, a firewall or another host: worth a retry if the API itself has replied before. */
export const notTheApi = {
	kind: 'transient',
	mayHaveBeenExecuted: false,
	endsRunBefore: 'usableReply',
	code: UNEXPECTED,
};
export const proxyRefused = { kind: 'transient', mayHaveBeenExecuted: false, code: 'CONNECTION_FAILED' };
export const mayHaveBeenExecuted = (code: string) => ({ kind: 'transient', mayHaveBeenExecuted: true, code });

export const page = '<html><body>Service unavailable</body></html>';
