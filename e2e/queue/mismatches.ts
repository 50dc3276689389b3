import type { Simulator } from '../../simulator/control';
import { factsOf } from '../../test/truth/list';
import type { Fact } from '../../test/truth/mismatches';
import type { ReportLine } from './longList';

/** What must be true of a key for the report to say this of it. */
const claims: Record<string, (line: ReportLine, truth: Fact) => boolean> = {
	deleted: ({ transactionId }, truth) => truth.executed > 0 && transactionId === truth.transactionId,
	goneAfterRetry: (_, truth) => !truth.isThere && truth.asked > 1,
	goneAfterInterruption: (_, truth) => !truth.isThere && truth.asked > 1,
	notFound: (_, truth) => !truth.isThere && truth.executed === 0,
	notDeleted: (_, truth) => truth.executed === 0,
	unknown: () => true,
	notAttempted: (_, truth) => truth.asked === 0,
};

/**
 * Compares a report with the simulator's ledger. Empty if every key of the list is in it exactly once, nothing is
 * claimed that is not so, and every key that is not certainly erased says what to do.
 */
export async function mismatches(keys: string[], report: ReportLine[], simulator: Simulator): Promise<string[]> {
	const truthOf = await factsOf(simulator, report, 'sampleprofile');
	const missing = new Set(keys);
	const found: string[] = [];
	for (const [index, line] of report.entries()) {
		const { key, outcome, toDo } = line;
		if (!missing.delete(key)) found.push(`${key} was not in the list, or is there twice`);
		const truth = truthOf(index);
		const holds = claims[outcome]?.(line, truth) ?? false;
		if (!holds) found.push(`${key}: '${outcome}', but ${JSON.stringify(truth)}`);
		if ((toDo === '') !== (outcome === 'deleted')) found.push(`${key}: to do '${toDo}'`);
	}
	for (const key of missing) found.push(`${key} is not in the report`);
	return found;
}
