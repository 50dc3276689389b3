import { sleep } from 'n8n-workflow';

import type { ProfileToDelete } from '../../../api/deleteRequest';
import { checkAuditParameters } from '../../../input/auditParameters';
import { accepted, type Checked } from '../../../input/checked';
import { checkKey } from '../../../input/key';
import type { Parameters } from '../../../input/parameters';
import { checkProfileName } from '../../../input/profileName';

/** Let n8n do other work after so many ms: resolving expressions for many items would keep a worker from its duties. */
const LONGEST_STRETCH = 25;

/** Checks all items before anything is sent. Ends early, with fewer profiles, if the execution is cancelled. */
export async function readProfilesToDelete(
	parameters: Parameters,
	items: number,
	isCancelled: () => boolean,
): Promise<Array<Checked<ProfileToDelete>>> {
	const profiles: Array<Checked<ProfileToDelete>> = [];
	let pause = Date.now() + LONGEST_STRETCH;
	while (profiles.length < items && !isCancelled()) {
		profiles.push(readProfile(parameters, profiles.length));
		if (Date.now() < pause) continue;
		await sleep(0);
		pause = Date.now() + LONGEST_STRETCH;
	}
	return profiles;
}

function readProfile(parameters: Parameters, item: number): Checked<ProfileToDelete> {
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
	return accepted({ key: key.value, profileName: profileName.value, auditParameters: auditParameters.value });
}

const check = <T>(resolved: Checked<unknown>, rule: (value: unknown) => Checked<T>): Checked<T> =>
	resolved.ok ? rule(resolved.value) : resolved;
