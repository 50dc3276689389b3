import type { INodeProperties, NodeHint } from 'n8n-workflow';

import { AUDIT_PARAMETER_NAMES } from '../../../api/deleteProfile';
import { auditParameterTitle } from '../../../input/auditParameters';
import { optionsField } from './optionsField';

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
