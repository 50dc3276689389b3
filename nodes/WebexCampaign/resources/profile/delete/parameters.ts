import type { ProfileToDelete } from '../../../api/deleteProfile';
import { checkAuditParameters } from '../../../input/auditParameters';
import { checkKey, checkProfileName } from '../../../input/identifiers';
import { checkOptions, type RunOptions } from '../../../input/options';
import { readEveryItem, type NodeParameters } from '../../../input/parameters';
import { valid, type Result } from '../../../result';

/** What one item asks for, checked: nothing is sent for any item before all of them have been read. */
export function readProfileToDelete(parameters: NodeParameters, item: number): Result<ProfileToDelete> {
	const key = parameters.read('key', 'Key', item, checkKey);
	if (!key.ok) return key;
	const { saved } = parameters;
	const profileName = parameters.read('profileName', 'Profile Name', item, (value) =>
		checkProfileName(saved.profileName, value),
	);
	if (!profileName.ok) return profileName;
	const auditParameters = parameters.read('auditParameters', 'Audit Parameters', item, checkAuditParameters);
	if (!auditParameters.ok) return auditParameters;
	return valid({ key: key.value, profileName: profileName.value, auditParameters: auditParameters.value });
}

/** The options of the run, from the first item. */
export async function readRunOptions(
	parameters: NodeParameters,
	items: number,
	isCancelled: () => boolean,
): Promise<Result<RunOptions>> {
	const optionsOf = (item: number) => parameters.resolve('options', 'Options', item);
	const options = optionsOf(0);
	if (!options.ok) return options;
	const saved = parameters.saved.options;
	const mayHoldDryRun = typeof saved === 'string' || (typeof saved === 'object' && saved !== null && 'dryRun' in saved);
	// An item that asks for a dry run must not be deleted because the first item did not: all are asked.
	const dryRun = await readEveryItem(mayHoldDryRun ? items : 0, isCancelled, (item) => {
		const resolved = optionsOf(item);
		return resolved.ok ? (resolved.value as { dryRun?: unknown } | null)?.dryRun : undefined;
	});
	return checkOptions(options.value ?? {}, dryRun);
}
