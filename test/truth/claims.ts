import type { INodeExecutionData } from 'n8n-workflow';

import type { NodeResult } from '../n8nEngine/runNode';

/** What the node says became of one input item. */
export interface Claim {
	item: number;
	status: 'deleted' | 'goneAfterRetry' | 'notFound' | 'notDeleted' | 'unknown' | 'notAttempted';
	/** The API's or our own code of a failed item; unknown to a Stop report's groups. */
	code?: string;
	transactionId?: string | null;
	attempts?: number;
}

interface Shown {
	status?: Claim['status'];
	transactionId?: string | null;
	error?: { outcome: Claim['status']; code: string; attempts: number };
}

/** The claims of both branches. */
export const claimsOf = ({ success, failed }: NodeResult): Claim[] => [...success, ...failed].map(claimOf);

function claimOf({ json, pairedItem }: INodeExecutionData): Claim {
	const { item } = pairedItem as { item: number };
	const { status, transactionId, error } = json as Shown;
	if (error) return { item, status: error.outcome, code: error.code, attempts: error.attempts };
	return { item, status: status!, transactionId };
}

const GROUPS: Record<string, Claim['status']> = {
	Deleted: 'deleted',
	'Gone after retry': 'goneAfterRetry',
	'Not found': 'notFound',
	'Not deleted': 'notDeleted',
	Unknown: 'unknown',
	'Not attempted': 'notAttempted',
};

/** The claims of a Stop report, without the item that it is thrown for; only ranges that are spelled out. */
export function claimsOfStopReport(description: string): Claim[] {
	const groups = new RegExp(
		`(${Object.keys(GROUPS).join('|')})(?: \\(check the key\\))?: (?:items? )?([\\d, -]+)`,
		'g',
	);
	return [...description.matchAll(groups)].flatMap(([, name = '', ranges = '']) =>
		ranges.split(',').flatMap((range) => {
			const [first = 0, last = first] = range.trim().split('-').map(Number);
			return Array.from({ length: last - first + 1 }, (_, i): Claim => ({ item: first + i, status: GROUPS[name]! }));
		}),
	);
}
