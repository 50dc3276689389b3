import type { INodeProperties } from 'n8n-workflow';

import { NUMBER_OPTIONS } from '../../../input/options';

const numberOption = (name: keyof typeof NUMBER_OPTIONS, description: string): INodeProperties => {
	const { displayName, min, max, default: fallback } = NUMBER_OPTIONS[name];
	return {
		displayName,
		name,
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: min, maxValue: max },
		default: fallback,
		description,
	};
};

/** Settings of the whole run, in alphabetical order. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	description: 'Settings for the whole run',
	options: [
		numberOption(
			'concurrency',
			'How many deletes may be under way at the same time, at most. The node slows down by itself when Webex Campaign asks for it.',
		),
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			// Whoever adds this option wants it on; where it was not added, n8n injects no default, and it is off.
			default: true,
			description:
				'Whether to check everything and show each request without sending it. Nothing is deleted as long as this is on.',
		},
		{
			displayName: 'If Profile Not Found',
			name: 'ifNotFound',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Continue',
					value: 'continue',
					description: 'The item counts as done, with status "notFound". Use it to run a list again.',
				},
				{ name: 'Fail', value: 'fail', description: 'The item fails, so that a wrong key is noticed' },
			],
			default: 'fail',
			description: 'What to do with an item whose contact profile does not exist',
		},
		numberOption(
			'maxRequestsPerSecond',
			'Slows all deletes with the same API key on this n8n down to at most so many a second, for a limit that you know, or to leave room for other systems. Without this option they go as fast as Webex Campaign lets them through.',
		),
		numberOption(
			'maxRetries',
			'How often to send one delete again after its reply was lost or the server failed. Waiting for the throttle does not count.',
		),
		numberOption(
			'maxThrottleWait',
			'How long to go on when Webex Campaign refuses every request because of its throttle. The time starts again with each request that is let through, so a big job may take much longer. 0 gives up at the first refusal.',
		),
		numberOption('requestTimeout', 'How long to wait for the complete reply to one request'),
	],
};
