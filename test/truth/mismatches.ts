import type { LedgerEntry } from '../../simulator/ledger';
import type { Claim } from './claims';

/** What only the server knows about the profile that an item names. */
export interface Fact extends Pick<LedgerEntry, 'asked' | 'executed' | 'transactionId'> {
	/** Its record is there now. */
	isThere: boolean;
}

/** Every claim that the server's facts contradict, in words. */
export function mismatches(claims: readonly Claim[], factOf: (item: number) => Fact): string[] {
	return claims.flatMap((claim) =>
		contradictions(claim, factOf(claim.item)).map((what) => `item ${claim.item} says ${claim.status}, but ${what}`),
	);
}

function contradictions({ status, code, transactionId, attempts }: Claim, fact: Fact): string[] {
	const { asked, executed, isThere } = fact;
	const found: string[] = [];
	if ((status === 'deleted' || status === 'goneAfterRetry') && isThere) found.push('the record is still there');
	if (status === 'deleted' && executed === 0) found.push('the server never deleted it');
	if (status === 'deleted' && transactionId !== undefined && transactionId !== fact.transactionId) {
		found.push(`the transaction id is ${fact.transactionId}`);
	}
	if ((status === 'notFound' || status === 'notDeleted') && executed > 0) found.push('the server deleted it');
	if (status === 'notAttempted' && asked > 0) found.push(`it was asked for ${asked} times`);
	// A request may be lost before it arrives, but none arrives that was not counted.
	if (attempts !== undefined && code !== 'INVALID_PARAMETER' && asked > attempts) {
		found.push(`it was asked for ${asked} times and not ${attempts}`);
	}
	return found;
}

/** Items that are missing, or there more than once. */
export function lostOrRepeated(claims: readonly Claim[], items: number): string[] {
	const seen = new Array<number>(items).fill(0);
	for (const { item } of claims) seen[item] = (seen[item] ?? 0) + 1;
	return seen.flatMap((times, item) => (times === 1 ? [] : [`item ${item} comes out ${times} times`]));
}
