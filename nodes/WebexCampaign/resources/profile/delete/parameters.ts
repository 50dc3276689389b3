import type { ProfileToDelete } from '../../../api/deleteProfile';
import { checkAuditParameters } from '../../../input/auditParameters';
import { checkKey, checkProfileName, locatorOf } from '../../../input/identifiers';
import { checkOptions, type RunOptions } from '../../../input/options';
import { readEveryItem, type NodeParameters } from '../../../input/parameters';
import { valid, type NoValue, type Result } from '../../../result';
import { shownAsItCame, type Mask } from '../../../text/clean';
import type { Names } from './items';

/** What one item asks for, or why it can't be sent, with key and profile name as they came. */
export type ReadProfile = Result<ProfileToDelete> & { came?: Names };

/** All of an item, checked: nothing is sent for any item before all of them have been read. */
export function readProfileToDelete(parameters: NodeParameters, item: number, mask: Mask): ReadProfile {
	const key = parameters.read('key', 'Key', item, checkKey);
	const { saved } = parameters;
	const profileName = parameters.read('profileName', 'Profile Name', item, (value) =>
		checkProfileName(saved.profileName, value),
	);
	const audit = parameters.read('auditParameters', 'Audit Parameters', item, checkAuditParameters);
	if (key.ok && profileName.ok && audit.ok)
		return valid({ key: key.value, profileName: profileName.value, auditParameters: audit.value });
	const came = (name: string) => {
		const resolved = parameters.resolve(name, name, item);
		return resolved.ok ? shownAsItCame(locatorOf(resolved.value).value, mask) : null;
	};
	const reason = [key, profileName, audit].find((read): read is NoValue => !read.ok)!;
	return { ...reason, came: { key: came('key'), profileName: came('profileName') || null } };
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
