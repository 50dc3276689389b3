import type { Outcome } from '../run/outcome';
import { inFigures } from './inWords';

/** Every kind of end an item can have, with the words for it, in the order in which they are told. */
export const KINDS = {
	deleted: 'deleted',
	goneAfterRetry: 'gone after retry',
	notFound: 'not found',
	dryRun: 'checked without sending',
	notDeleted: 'not deleted',
	unknown: 'unknown',
	notAttempted: 'not attempted',
} as const;

export type Kind = keyof typeof KINDS;

export const kindOf = (outcome: Outcome): Kind =>
	outcome.status === 'failed' ? outcome.outcome : outcome.status;

export type Counts = Partial<Record<Kind, number>>;

export function count(outcomes: Iterable<Outcome | undefined>): Counts {
	const counts: Counts = {};
	for (const outcome of outcomes) {
		if (!outcome) continue;
		const kind = kindOf(outcome);
		counts[kind] = (counts[kind] ?? 0) + 1;
	}
	return counts;
}

/** "9,912 deleted, 61 not found" */
export const countsText = (counts: Counts): string =>
	(Object.keys(KINDS) as Kind[])
		.filter((kind) => counts[kind])
		.map((kind) => `${inFigures(counts[kind] ?? 0)} ${KINDS[kind]}`)
		.join(', ');
