import type { INodeProperties, NodeHint } from 'n8n-workflow';

import { AUDIT_PARAMETER_NAMES } from '../../../api/deleteProfile';
import { auditParameterTitle } from '../../../input/auditParameters';
import { NUMBER_OPTIONS } from '../../../input/options';

const showOnlyForDelete = { resource: ['profile'], operation: ['delete'] };

/** Shown before a run; the run's own hint says the same afterwards. A lone `=` is an expression without content. */
export const deleteHints: NodeHint[] = [
	{
		message:
			"'Profile Name' is blank, so Webex Campaign decides which profile contacts are deleted from. Fill it in, unless you are sure which one that is.",
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ ($rawParameter.operation ?? "delete") === "delete" && /^=?\\s*$/.test($rawParameter.profileName ?? "") }}',
	},
];

const numberOption = (name: keyof typeof NUMBER_OPTIONS, description: string): INodeProperties => {
	const { displayName, min, max, default: fallback } = NUMBER_OPTIONS[name];
	const typeOptions = { minValue: min, maxValue: max };
	return { displayName, name, type: 'number', noDataExpression: true, typeOptions, default: fallback, description };
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

export const deleteFields: INodeProperties[] = [
	{
		displayName: 'Profile Name',
		name: 'profileName',
		type: 'resourceLocator',
		default: { mode: 'name', value: '' },
		description:
			'The name of the profile definition in Webex Campaign that holds the contact. If left blank, no name is sent, and Webex Campaign decides which profile is meant.',
		displayOptions: { show: showOnlyForDelete },
		modes: [
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. sampleprofile' },
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchProfiles', searchable: true },
			},
		],
	},
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 9463183918',
		description:
			'The primary key of the one contact profile to delete, as Webex Campaign stores it, such as a mobile number, customer ID or email address. Deleting is final. If a profile name and key come twice in a run, the delete is sent once.',
		displayOptions: { show: showOnlyForDelete },
	},
	{
		// No hint of the field: n8n shows what an expression gives in its place.
		displayName: 'This one contact is deleted for good. The profile itself, with all others, stays.',
		name: 'oneContact',
		type: 'notice',
		default: '',
		displayOptions: { show: showOnlyForDelete },
	},
	{
		displayName: 'Audit Parameters',
		name: 'auditParameters',
		type: 'collection',
		placeholder: 'Add Audit Parameter',
		default: {},
		description:
			'Up to ten texts that Webex Campaign takes for its audit log, such as a ticket number, the workflow and the reason. Leave out personal data: the log may outlive the profile. If the same profile name and key come twice in a run, only those of the first item are sent.',
		displayOptions: { show: showOnlyForDelete },
		options: AUDIT_PARAMETER_NAMES.map((name, i) => ({
			displayName: auditParameterTitle(name),
			name,
			type: 'string',
			default: '',
			placeholder: i === 0 ? 'e.g. Ticket 4711' : '',
			description: `Sent as ${name}, for audit logging`,
		})),
	},
	{ ...optionsField, displayOptions: { show: showOnlyForDelete } },
];
