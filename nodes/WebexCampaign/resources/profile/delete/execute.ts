import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { DELETE_PATH, type ProfileToDelete } from '../../../api/deleteRequest';
import type { Checked, Refused } from '../../../input/checked';
import { readAccess } from '../../../input/credential';
import { Parameters } from '../../../input/parameters';
import { concludeRun } from '../../../output/concludeRun';
import type { ItemRecord } from '../../../output/itemRecord';
import { groupByProfile, type Group } from '../../../run/groups';
import type { Job } from '../../../run/job';
import type { Failure } from '../../../run/outcome';
import { settleJobs } from '../../../run/settleJobs';
import { readProfilesToDelete } from './profilesToDelete';
import { readRunOptions } from './runOptions';

/** "Delete Profile": checks everything, sends what may be sent, and returns one output item for each input item. */
export async function deleteProfiles(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const items = this.getInputData().length;
	const parameters = new Parameters(this);
	const refuseAll = (code: string, refusal: Refused) => {
		const records = Array.from({ length: items }, () => refusedRecord(code, refusal));
		return concludeRun(this, { records });
	};

	const options = readRunOptions(parameters, items);
	if (!options.ok) return refuseAll('INVALID_PARAMETER', options);
	const access = await readAccess(this, items);
	if (!access.ok) return refuseAll('INVALID_CREDENTIAL', access);

	const profiles = await readProfilesToDelete(parameters, items, () => isCancelled(this));
	const groups = groupByProfile(profiles);
	const { jobs, report } = await settleJobs({
		context: this,
		access: access.value,
		options: options.value,
		groups,
		inputRefused: profiles.some((profile) => !profile.ok),
		isCancelled: () => isCancelled(this),
	});
	return concludeRun(this, {
		records: recordItems(profiles, groups, jobs),
		report,
		options: options.value,
		url: access.value.endpoint + DELETE_PATH,
	});
}

const isCancelled = (context: IExecuteFunctions): boolean =>
	context.getExecutionCancelSignal?.()?.aborted === true;

/** Spreads the outcome of each job over the items that name its profile. */
function recordItems(
	profiles: ReadonlyArray<Checked<ProfileToDelete>>,
	groups: readonly Group[],
	jobs: readonly Job[],
): ItemRecord[] {
	const records: ItemRecord[] = [];
	profiles.forEach((profile, item) => {
		if (!profile.ok) records[item] = refusedRecord('INVALID_PARAMETER', profile);
	});
	groups.forEach(({ items }, i) => {
		const job = jobs[i];
		if (!job?.outcome) return;
		const { outcome, attempts, profile } = job;
		for (const item of items) {
			records[item] = { outcome, attempts, profile, ...(item === items[0] ? {} : { duplicateOf: items[0] }) };
		}
	});
	return records;
}

function refusedRecord(code: string, { message, description }: Refused): ItemRecord {
	const outcome: Failure = {
		status: 'failed',
		outcome: 'notDeleted',
		code,
		httpStatus: null,
		refusal: { message, description },
	};
	return { outcome, attempts: 0, profile: null };
}
