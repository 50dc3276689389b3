import type { Simulator } from '../../simulator/control';
import type { LedgerEntry } from '../../simulator/ledger';
import type { ReportLine } from './longList';

const profileName = 'sampleprofile';

/** What the simulator knows of one key. */
interface Truth extends LedgerEntry {
	isThere: boolean;
}

/** What must be true of a key for the report to say this of it. */
const claims: Record<string, (line: ReportLine, truth: Truth) => boolean> = {
	deleted: ({ transactionId }, truth) => truth.executed > 0 && transactionId === truth.transactionId,
	goneAfterRetry: (_, truth) => !truth.isThere && truth.asked > 1,
	goneAfterInterruption: (_, truth) => !truth.isThere && truth.asked > 1,
	notFound: (_, truth) => !truth.isThere && truth.executed === 0,
	notDeleted: (_, truth) => truth.executed === 0,
	unknown: () => true,
	notAttempted: (_, truth) => truth.asked === 0,
};

const erased = ['deleted', 'goneAfterRetry', 'goneAfterInterruption'];

/**
 * Compares a report with the simulator's ledger. Empty if every key of the list is in it exactly once, nothing is
 * claimed that is not so, and every key that is not erased says what to do.
 */
export async function mismatches(keys: string[], report: ReportLine[], simulator: Simulator): Promise<string[]> {
	const [ledger, profiles] = await Promise.all([simulator.ledger(), simulator.profiles()]);
	const entries = new Map(ledger.map((entry) => [entry.key, entry]));
	const there = new Set(profiles.find((profile) => profile.profileName === profileName)?.keys);
	const found: string[] = [];

	const linesOf = new Map<string, number>();
	for (const { key } of report) linesOf.set(key, (linesOf.get(key) ?? 0) + 1);
	for (const key of new Set(keys)) {
		if (linesOf.get(key) !== 1) found.push(`${key} has ${linesOf.get(key) ?? 0} lines`);
		linesOf.delete(key);
	}
	for (const key of linesOf.keys()) found.push(`${key} was not in the list`);

	for (const line of report) {
		const truth = { ...(entries.get(line.key) ?? neverAsked(line.key)), isThere: there.has(line.key) };
		const holds = claims[line.outcome]?.(line, truth) ?? false;
		if (!holds) found.push(`${line.key}: '${line.outcome}', but ${JSON.stringify(truth)}`);
		if ((line.toDo === '') !== erased.includes(line.outcome)) found.push(`${line.key}: to do '${line.toDo}'`);
	}
	return found;
}

const neverAsked = (key: string): LedgerEntry => ({
	profileName,
	key,
	asked: 0,
	refused: 0,
	executed: 0,
	executedAt: null,
	transactionId: null,
});
