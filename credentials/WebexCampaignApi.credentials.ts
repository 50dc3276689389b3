import type { IAuthenticate, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { authenticate } from './authenticate';
import { credentialTest } from './credentialTest';

const onlyForCustom = { region: ['custom'] };
const logInOn = (domain: string) => `You log in on an address that ends with ${domain}`;

export class WebexCampaignApi implements ICredentialType {
	name = 'webexCampaignApi';
	displayName = 'Webex Campaign API';
	icon: Icon = { light: 'file:../icons/webexCampaign.svg', dark: 'file:../icons/webexCampaign.dark.svg' };
	documentationUrl =
		'https://github.com/n8n-nodes-webex-campaign/n8n-nodes-webex-campaign/blob/main/README.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Custom', value: 'custom', description: 'Any other address: enter it as API Endpoint below' },
				{ name: 'imicampaign.io (Former Name)', value: 'imicampaign.io', description: logInOn('imicampaign.io') },
				{ name: 'webexcampaign.io', value: 'webexcampaign.io', description: logInOn('webexcampaign.io') },
			],
			default: 'webexcampaign.io',
			description: 'The domain on which you log in to Webex Campaign; it decides the address of the API',
		},
		{
			displayName: 'Tenant',
			name: 'tenant',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. acme for https://acme.webexcampaign.io',
			description: 'The first part of the address on which you log in. You can paste the whole address.',
			displayOptions: { hide: onlyForCustom },
		},
		{
			displayName: 'API Endpoint',
			name: 'customEndpoint',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://campaign.example.com/campaignapi',
			description: 'The address of the API. Without a path, /campaignapi is added.',
			displayOptions: { show: onlyForCustom },
		},
		{
			displayName: 'API Secret Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. 4f1c9a7e…, without the word Bearer',
			description:
				'A secret key of an API user: in Webex Campaign under Administration > Users & roles > API users. The user needs access to the delete profile API.',
		},
	];

	authenticate: IAuthenticate = authenticate;
	test: ICredentialTestRequest = credentialTest;
}
