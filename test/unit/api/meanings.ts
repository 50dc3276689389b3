import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { readReply } from '../../../nodes/WebexCampaign/api/reply';

const json = { 'content-type': 'application/json' };

/** The answer to a reply, without its texts. */
export function meaningOf(status: number, body: unknown) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const { detail, httpStatus, ...meaning } = readReply(
		{ status, headers: json, body: text },
		'secret',
		0,
	) as Answer & { detail?: string; httpStatus?: number };
	return meaning;
}

export const deleted = (transactionId: string) => ({ kind: 'deleted', transactionId });
export const notFound = { kind: 'notFound' };
export const throttled = { kind: 'throttled' };
export const notDeleted = (code: string) => ({ kind: 'failed', outcome: 'notDeleted', code, endsRun: false });
export const endsRun = (code: string) => ({ kind: 'failed', outcome: 'notDeleted', code, endsRun: true });
export const unknown = (code: string) => ({ kind: 'failed', outcome: 'unknown', code, endsRun: false });
export const mayHaveBeenExecuted = (code: string) => ({ kind: 'fault', mayHaveBeenExecuted: true, code });

export const UNEXPECTED = 'UNEXPECTED_REPLY';
export const page = '<html><body>Service unavailable</body></html>';
