import type { Failure } from '../run/outcome';
import { reasonOf } from './failureText';

/** The most frequent reason of so many failures, as half a sentence without anything from outside. */
export function mostFrequentReason(failures: readonly Failure[]): string {
	const counts = new Map<string, number>();
	for (const failure of failures) {
		const reason = reasonOf(failure);
		counts.set(reason, (counts.get(reason) ?? 0) + 1);
	}
	const [reason, count] = [...counts].reduce((most, other) => (other[1] > most[1] ? other : most));
	if (count === failures.length) return `because ${reason}`;
	return `${count * 2 > failures.length ? 'mostly' : 'some'} because ${reason}`;
}
