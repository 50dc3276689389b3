import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readAccess } from '../../../input/credential';
import { NodeParameters, readEveryItem } from '../../../input/parameters';
import { maskFor } from '../../../text/clean';
import { allItemsInvalid, concludeRun, lastResort } from './concludeRun';
import { earlierTriesOf, type EarlierTries } from './earlierTries';
import { readProfileToDelete, readRunOptions } from './parameters';
import { settleProfiles } from './settleProfiles';

/** "Delete Profile": one output item for each input item, whatever happens. */
export async function deleteProfiles(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const tries = earlierTriesOf(this);
	return await deleteAll(this, tries).catch((thrown) => lastResort(this, tries, thrown));
}

/** Checks everything before it sends what may be sent. */
async function deleteAll(context: IExecuteFunctions, tries: EarlierTries): Promise<INodeExecutionData[]> {
	const isCancelled = () => context.getExecutionCancelSignal?.()?.aborted === true;
	// 'Retry On Fail' begins another try even after a cancel; the try that was cut off has told its counts.
	if (isCancelled()) return [];

	const items = context.getInputData().length;
	const parameters = new NodeParameters(context);
	const options = await readRunOptions(parameters, items, isCancelled);
	if (!options.ok) return allItemsInvalid(context, tries, options);
	const access = await readAccess(context, items, isCancelled);
	if (!access.ok) return allItemsInvalid(context, tries, access);

	const mask = maskFor(access.value.apiKey);
	const profiles = await readEveryItem(items, isCancelled, (item) => readProfileToDelete(parameters, item, mask));
	const report = await settleProfiles(context, tries, access.value, options.value, profiles, isCancelled);
	return concludeRun(context, report, options.value);
}
