import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { RUN_AGAIN } from '../api/failureTable';
import { asSentence } from '../text/asSentence';
import { clean } from '../text/clean';
import { toItems } from './items';

/**
 * Something was thrown that no rule foresaw. With On Error 'Stop' it is passed on; in the Continue modes it must not
 * escape, since n8n would send all input items to the success branch: then nothing is claimed about any item.
 */
export function lastResort(context: IExecuteFunctions, thrown: unknown): INodeExecutionData[] {
	if (!context.continueOnFail()) throw thrown;
	const said = clean(thrown instanceof Error ? thrown.message : String(thrown), '');
	const refusal = {
		message: 'The node came to an unforeseen end',
		description: `${RUN_AGAIN} Please report this to the makers of the node. Technical detail: ${asSentence(said)}`,
	};
	const record = {
		outcome: { status: 'failed', outcome: 'unknown', code: 'RUN_STOPPED', httpStatus: null, refusal },
		attempts: 0,
		profile: null,
	} as const;
	return toItems(
		context.getInputData().map(() => record),
		undefined,
	);
}
