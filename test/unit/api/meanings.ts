import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { readReply } from '../../../nodes/WebexCampaign/api/reply';
import { maskFor } from '../../../nodes/WebexCampaign/text/maskKey';

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
const failed = (outcome: string, code: string, endsRun: boolean) => {
	return { kind: 'failed', outcome, code, endsRun, usable: code !== UNEXPECTED && code !== '500' };
};
export const notDeleted = (code: string) => failed('notDeleted', code, false);
export const endsRun = (code: string) => failed('notDeleted', code, true);
export const unknown = (code: string) => failed('unknown', code, false);
export const contradictory = {
	...failed('unknown', 'UNEXPECTED_REPLY', false),
	usable: true,
	contradictory: true,
};
export const proxyRefused = { kind: 'fault', mayHaveBeenExecuted: false, code: 'CONNECTION_FAILED' };
export const mayHaveBeenExecuted = (code: string) => ({ kind: 'fault', mayHaveBeenExecuted: true, code });

export const page = '<html><body>Service unavailable</body></html>';
