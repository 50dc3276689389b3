import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { DELETE_PATH, type ProfileToDelete } from '../../../api/deleteProfile';
import { readAccess } from '../../../input/credential';
import { NodeParameters, readEveryItem } from '../../../input/parameters';
import type { RunEnd } from '../../../lane/run';
import type { Result } from '../../../result';
import { allItemsInvalid, concludeRun, type Conclusion } from './output/concludeRun';
import { invalidItem, type ItemRecord } from './output/items';
import { lastResort } from './output/lastResort';
import { readProfileToDelete, readRunOptions } from './parameters';
import { jobsFor, type DeleteJob } from './run/deleteJob';
import { outcomeAtEnd } from './run/nextStep';
import { settleJobs } from './run/settleJobs';

/** "Delete Profile": one output item for each input item, whatever happens. */
export async function deleteProfiles(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await deleteAll(this).catch((thrown) => lastResort(this, thrown));
}

/** Checks everything before it sends what may be sent. */
async function deleteAll(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const cancelled = () => context.getExecutionCancelSignal?.()?.aborted === true;
	// 'Retry On Fail' begins another try even after a cancel; the try that was cut off has told its counts.
	if (cancelled()) return [];

	const items = context.getInputData().length;
	const parameters = new NodeParameters(context);
	const options = await readRunOptions(parameters, items, cancelled);
	if (!options.ok) return allItemsInvalid(context, options);
	const access = await readAccess(context, items, cancelled);
	if (!access.ok) return allItemsInvalid(context, access);

	const profiles = await readEveryItem(items, cancelled, (item) => readProfileToDelete(parameters, item));
	if (cancelled()) return concludeRun(context, noneAttempted(items, { why: 'cancelled' }));
	const { jobs, report } = await settleJobs({
		context,
		access: access.value,
		options: options.value,
		jobs: jobsFor(profiles),
		inputRefused: profiles.some((profile) => !profile.ok),
		isCancelled: cancelled,
	});
	return concludeRun(context, {
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
function recordItems(profiles: ReadonlyArray<Result<ProfileToDelete>>, jobs: readonly DeleteJob[]): ItemRecord[] {
	const records: ItemRecord[] = [];
	profiles.forEach((profile, item) => {
		if (!profile.ok) records[item] = invalidItem(profile);
	});
	for (const { items, outcome, attempts, profile } of jobs) {
		const [first] = items;
		if (!outcome) throw new Error(`The job of item ${first} has no outcome`);
		for (const item of items) {
			records[item] = { outcome, attempts, profile, ...(item === first ? {} : { duplicateOf: first }) };
		}
	}
	return records;
}
