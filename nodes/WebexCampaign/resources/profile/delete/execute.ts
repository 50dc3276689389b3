import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Checked } from '../../../api/checked';
import { DELETE_PATH, type ProfileToDelete } from '../../../api/deleteRequest';
import { RUN_AGAIN } from '../../../api/failureTable';
import { readAccess } from '../../../input/credential';
import { everyItem } from '../../../input/everyItem';
import { NodeParameters } from '../../../input/parameters';
import { allItemsInvalid, concludeRun, type Conclusion } from '../../../output/concludeRun';
import { invalidItem, type ItemRecord } from '../../../output/itemRecord';
import type { LastWords } from '../../../output/lastResort';
import { jobsFor, type Job } from '../../../run/job';
import { outcomeAtEnd } from '../../../run/nextStep';
import type { RunEnd } from '../../../run/outcome';
import { readProfileToDelete } from './profileToDelete';
import { readRunOptions } from './runOptions';
import { settleJobs } from './settleJobs';

/** "Delete Profile": checks everything, sends what may be sent, and returns one output item for each input item. */
export async function deleteProfiles(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const cancelled = () => this.getExecutionCancelSignal?.()?.aborted === true;
	// 'Retry On Fail' begins another try even after a cancel; the try that was cut off has told its counts.
	if (cancelled()) return [];

	const items = this.getInputData().length;
	const parameters = new NodeParameters(this);
	const options = await readRunOptions(parameters, items, cancelled);
	if (!options.ok) return allItemsInvalid(this, options);
	const access = await readAccess(this, items);
	if (!access.ok) return allItemsInvalid(this, access);

	const profiles = await everyItem(items, cancelled, (item) => readProfileToDelete(parameters, item));
	if (cancelled()) return concludeRun(this, noneAttempted(items, { why: 'cancelled' }));
	const { jobs, report } = await settleJobs({
		context: this,
		access: access.value,
		options: options.value,
		jobs: jobsFor(profiles),
		inputRefused: profiles.some((profile) => !profile.ok),
		isCancelled: cancelled,
	});
	return concludeRun(this, {
		records: recordItems(profiles, jobs),
		report,
		options: options.value,
		url: access.value.endpoint + DELETE_PATH,
	});
}

/** A run that ended before its first request. */
const noneAttempted = (items: number, end: RunEnd): Conclusion => ({
	records: Array.from({ length: items }, () => ({
		outcome: outcomeAtEnd({ mayHaveBeenExecuted: false }, end),
		attempts: 0,
		profile: null,
	})),
	report: { end, throttleWait: 0 },
});

/** Spreads the outcome of each job over the items that name its profile. */
function recordItems(profiles: ReadonlyArray<Checked<ProfileToDelete>>, jobs: readonly Job[]): ItemRecord[] {
	const records: ItemRecord[] = [];
	profiles.forEach((profile, item) => {
		if (!profile.ok) records[item] = invalidItem(profile);
	});
	for (const { items, outcome, attempts, profile } of jobs) {
		if (!outcome) continue;
		const [first] = items;
		for (const item of items) {
			records[item] = { outcome, attempts, profile, ...(item === first ? {} : { duplicateOf: first }) };
		}
	}
	return records;
}

/** Requests may have been sent before the unforeseen, so nothing is claimed about any item. */
export const deleteWords: LastWords = {
	message: '; it is not known whether the profile was deleted',
	description: `Some items may have been deleted. ${RUN_AGAIN} `,
	fields: { outcome: 'unknown', key: null, profileName: null, attempts: null },
};
