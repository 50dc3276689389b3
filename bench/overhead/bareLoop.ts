import type { ICredentialDataDecryptedObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/**
 * The least a node can do: n8n's request helper with the credential handed in, a number of requests under way, and the
 * reply as output. No deadline, no retry, no throttle, no meaning.
 */
export function bareLoop(description: INodeType['description'], endpoint: string, concurrency: number): INodeType {
	return {
		description,
		async execute(this: IExecuteFunctions) {
			const credential: ICredentialDataDecryptedObject = await this.getCredentials('webexCampaignApi');
			const credentialsDecrypted = { id: '', name: '', type: 'webexCampaignApi', data: credential };
			const items = this.getInputData();
			const output: INodeExecutionData[] = [];
			let next = 0;
			const lane = async () => {
				while (next < items.length) {
					const item = next++;
					const key = this.getNodeParameter('key', item) as string;
					const reply = (await this.helpers.httpRequestWithAuthentication.call(
						this,
						'webexCampaignApi',
						{
							method: 'POST',
							url: `${endpoint}/resources/v3/delete`,
							headers: { 'Content-Type': 'application/json' },
							body: { 'profile-name': 'overhead', key },
							json: true,
							ignoreHttpStatusErrors: true,
							returnFullResponse: true,
						},
						{ credentialsDecrypted },
					)) as { body: object };
					output[item] = { json: { ...reply.body }, pairedItem: { item } };
				}
			};
			await Promise.all(Array.from({ length: concurrency }, lane));
			return [output];
		},
	};
}
