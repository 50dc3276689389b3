import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { failedItem } from './failed';

/** What an operation that changes something says of items whose fate is not known. */
export interface LastWords {
	/** How the message of an item goes on, and how the description begins. */
	message: string;
	description: string;
	/** What a failed item of this operation has beside the fields of any. */
	fields: IDataObject;
}

/**
 * Something was thrown that no rule foresaw. In the Continue modes it must not escape, since n8n would send all input items
 * to the success branch; requests may have been sent, so nothing is claimed about any item. Its message may hold the API
 * key, so it is not shown: where it came from tells the makers more.
 *
 * @throws with On Error 'Stop': the error that was meant for it, or one with this text
 */
export function lastResort(
	context: IExecuteFunctions,
	thrown: unknown,
	words: LastWords = { message: '', description: '', fields: {} },
): INodeExecutionData[] {
	const message = 'The node came to an unforeseen end';
	const description = `${words.description}Please report this to the makers of the node. Technical detail: ${originOf(thrown)}.`;
	if (!context.continueOnFail()) {
		if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) throw thrown;
		throw new NodeOperationError(context.getNode(), message, { description });
	}
	const reason = { message: message + words.message, description, code: 'RUN_STOPPED', httpStatus: null };
	return context.getInputData().map((_, item) => failedItem(reason, item, words.fields));
}

/** "TypeError at run.js:132:11": the kind of an error and where it was thrown, not its message. */
function originOf(thrown: unknown): string {
	if (!(thrown instanceof Error)) return `a thrown ${typeof thrown}`;
	const [, place = 'an unknown place'] = /\n\s+at .*?([\w.-]+:\d+:\d+)/.exec(thrown.stack ?? '') ?? [];
	return `${thrown.constructor.name} at ${place}`;
}
