import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readAccess } from '../../../input/credential';
import { NodeParameters, readEveryItem } from '../../../input/parameters';
import type { RunEnd } from '../../../lane/run';
import { allItemsInvalid, concludeRun, lastResort } from './output/concludeRun';
import { recordOf, type ItemRecord } from './output/items';
import { readProfileToDelete, readRunOptions } from './parameters';
import { earlierTriesOf } from './run/earlierTries';
import { outcomeAtEnd } from './run/nextStep';
import { settleJobs } from './run/settleJobs';

/** "Delete Profile": one output item for each input item, whatever happens. */
export async function deleteProfiles(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await deleteAll(this).catch((thrown) => lastResort(this, thrown));
}

/** Checks everything before it sends what may be sent. */
async function deleteAll(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const isCancelled = () => context.getExecutionCancelSignal?.()?.aborted === true;
	// 'Retry On Fail' begins another try even after a cancel; the try that was cut off has told its counts.
	if (isCancelled()) return [];

	const items = context.getInputData().length;
	const parameters = new NodeParameters(context);
	const options = await readRunOptions(parameters, items, isCancelled);
	if (!options.ok) return allItemsInvalid(context, options);
	const access = await readAccess(context, items, isCancelled);
	if (!access.ok) return allItemsInvalid(context, access);

	const profiles = await readEveryItem(items, isCancelled, (item) => readProfileToDelete(parameters, item));
	if (isCancelled()) {
		const end: RunEnd = { why: 'cancelled' };
		const neverSent = { outcome: outcomeAtEnd({ mayHaveBeenExecuted: false }, end), attempts: 0, profile: null };
		return concludeRun(context, Array<ItemRecord>(items).fill(neverSent), { end, throttleWait: 0 });
	}
	const { jobs, report } = await settleJobs(context, access.value, options.value, profiles, isCancelled);
	const jobOf = new Map(jobs.flatMap((job) => job.items.map((item) => [item, job] as const)));
	const tries = earlierTriesOf(context);
	const records = profiles.map((profile, item) =>
		profile.ok ? recordOf(jobOf.get(item), item) : tries.invalid(item, profile),
	);
	return concludeRun(context, records, report, options.value);
}
