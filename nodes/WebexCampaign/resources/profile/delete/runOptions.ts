import type { Checked } from '../../../input/checked';
import { isExpression } from '../../../input/expression';
import { checkOptions, type RunOptions } from '../../../input/options';
import type { Parameters } from '../../../input/parameters';

/** The options of the run, from the first item. */
export function readRunOptions(parameters: Parameters, items: number): Checked<RunOptions> {
	const options = parameters.resolve('options', 'Options', 0);
	return options.ok ? checkOptions(options.value ?? {}, dryRunValues(parameters, items)) : options;
}

/**
 * What 'Dry Run' resolves to. An item that asks for a dry run must not be deleted because the first item did not: an
 * expression is resolved for every item.
 */
function dryRunValues(parameters: Parameters, items: number): unknown[] {
	const saved = parameters.raw('options');
	const present =
		typeof saved === 'string' || (typeof saved === 'object' && saved !== null && 'dryRun' in saved);
	if (!present) return [];
	const last = isExpression(saved) ? items : 1;
	return Array.from({ length: last }, (_, item) => {
		const options = parameters.resolve('options', 'Options', item);
		const value = options.ok ? (options.value as { dryRun?: unknown } | undefined) : undefined;
		return value?.dryRun;
	});
}
