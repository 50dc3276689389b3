import type { ProfileToDelete } from '../../../api/deleteProfile';
import { checkAuditParameters } from '../../../input/auditParameters';
import { checkKey, checkProfileName } from '../../../input/identifiers';
import { checkOptions, type RunOptions } from '../../../input/options';
import { readEveryItem, type NodeParameters } from '../../../input/parameters';
import { valid, type Result } from '../../../result';

/** What one item asks for, checked: nothing is sent for any item before all of them have been read. */
export function readProfileToDelete(parameters: NodeParameters, item: number): Result<ProfileToDelete> {
	const key = check(parameters.resolve('key', 'Key', item), checkKey);
	if (!key.ok) return key;
	const profileName = check(parameters.resolve('profileName', 'Profile Name', item), (value) =>
		checkProfileName(parameters.raw('profileName'), value),
	);
	if (!profileName.ok) return profileName;
	const auditParameters = check(parameters.resolve('auditParameters', 'Audit Parameters', item), checkAuditParameters);
	if (!auditParameters.ok) return auditParameters;
	return valid({ key: key.value, profileName: profileName.value, auditParameters: auditParameters.value });
}

const check = <T>(resolved: Result<unknown>, rule: (value: unknown) => Result<T>): Result<T> =>
	resolved.ok ? rule(resolved.value) : resolved;

/** The options of the run, from the first item. */
export async function readRunOptions(
	parameters: NodeParameters,
	items: number,
	isCancelled: () => boolean,
): Promise<Result<RunOptions>> {
	const options = parameters.resolve('options', 'Options', 0);
	if (!options.ok) return options;
	const saved = parameters.raw('options');
	// An item that asks for a dry run must not be deleted because the first item did not: all are asked.
	const asked = typeof saved === 'string' || hasDryRun(saved) ? items : 0;
	const dryRun = await readEveryItem(asked, isCancelled, (item) => dryRunOf(parameters, item));
	return checkOptions(options.value ?? {}, dryRun);
}

const hasDryRun = (saved: unknown): boolean => typeof saved === 'object' && saved !== null && 'dryRun' in saved;

function dryRunOf(parameters: NodeParameters, item: number): unknown {
	const options = parameters.resolve('options', 'Options', item);
	return options.ok ? (options.value as { dryRun?: unknown } | null)?.dryRun : undefined;
}
