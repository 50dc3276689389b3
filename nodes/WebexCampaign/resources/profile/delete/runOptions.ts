import type { Checked } from '../../../api/checked';
import { everyItem } from '../../../input/everyItem';
import { checkOptions, type RunOptions } from '../../../input/options';
import type { NodeParameters } from '../../../input/parameters';

/** The options of the run, from the first item. */
export async function readRunOptions(
	parameters: NodeParameters,
	items: number,
	isCancelled: () => boolean,
): Promise<Checked<RunOptions>> {
	const options = parameters.resolve('options', 'Options', 0);
	if (!options.ok) return options;
	const saved = parameters.raw('options');
	// An item that asks for a dry run must not be deleted because the first item did not: all are asked.
	const asked = typeof saved === 'string' || hasDryRun(saved) ? items : 0;
	const dryRun = await everyItem(asked, isCancelled, (item) => dryRunOf(parameters, item));
	return checkOptions(options.value ?? {}, dryRun);
}

const hasDryRun = (saved: unknown): boolean =>
	typeof saved === 'object' && saved !== null && 'dryRun' in saved;

function dryRunOf(parameters: NodeParameters, item: number): unknown {
	const options = parameters.resolve('options', 'Options', item);
	return options.ok ? (options.value as { dryRun?: unknown } | null)?.dryRun : undefined;
}
