import type { INodeProperties } from 'n8n-workflow';

import { WebexCampaignApi } from '../../credentials/WebexCampaignApi.credentials';
import { WebexCampaign } from '../../nodes/WebexCampaign/WebexCampaign.node';

export const node = new WebexCampaign().description;
export const credential = new WebexCampaignApi();

export const optionsOf = (property: INodeProperties) => (property.options ?? []) as INodeProperties[];

/** Every field of the editor, those inside collections too. */
export const fieldsIn = (properties: INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		property,
		...(property.type === 'collection' ? fieldsIn(optionsOf(property)) : []),
	]);

export const fields = fieldsIn([...node.properties, ...credential.properties]).map(
	(field) => [field.name, field] as const,
);

export function fieldOf(properties: INodeProperties[], name: string): INodeProperties {
	const field = fieldsIn(properties).find((candidate) => candidate.name === name);
	if (!field) throw new Error(`There is no field '${name}'`);
	return field;
}
