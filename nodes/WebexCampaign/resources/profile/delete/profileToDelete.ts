import type { ProfileToDelete } from '../../../api/deleteRequest';
import { checkAuditParameters } from '../../../input/auditParameters';
import { valid, type Checked } from '../../../api/checked';
import { checkKey } from '../../../input/key';
import type { NodeParameters } from '../../../input/parameters';
import { checkProfileName } from '../../../input/profileName';

/** What one item asks for, checked: nothing is sent for any item before all of them have been read. */
export function readProfileToDelete(parameters: NodeParameters, item: number): Checked<ProfileToDelete> {
	const key = check(parameters.resolve('key', 'Key', item), checkKey);
	if (!key.ok) return key;
	const profileName = check(parameters.resolve('profileName', 'Profile Name', item), (value) =>
		checkProfileName(parameters.raw('profileName'), value),
	);
	if (!profileName.ok) return profileName;
	const auditParameters = check(
		parameters.resolve('auditParameters', 'Audit Parameters', item),
		checkAuditParameters,
	);
	if (!auditParameters.ok) return auditParameters;
	return valid({ key: key.value, profileName: profileName.value, auditParameters: auditParameters.value });
}

const check = <T>(resolved: Checked<unknown>, rule: (value: unknown) => Checked<T>): Checked<T> =>
	resolved.ok ? rule(resolved.value) : resolved;
