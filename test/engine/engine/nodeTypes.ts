import 'reflect-metadata';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, IExecuteFunctions, INodeType, INodeTypes } from 'n8n-workflow';

/** The built package, loaded from its folder as n8n loads a community package. Build first. */
const root = join(__dirname, '../../..');

export interface BuiltPackage {
	nodeTypes: INodeTypes;
	credentialType: ICredentialType;
}

let loaded: Promise<BuiltPackage> | undefined;

export const loadBuiltPackage = (): Promise<BuiltPackage> => (loaded ??= load());

async function load(): Promise<BuiltPackage> {
	const loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
	const types: Record<string, INodeType> = {
		'n8n-nodes-webex-campaign.webexCampaign': loader.getNode('webexCampaign').type as INodeType,
		source,
	};
	const byName = (type: string) => {
		const known = types[type];
		if (!known) throw new Error(`No node type '${type}'`);
		return known;
	};
	return {
		nodeTypes: { getByName: byName, getByNameAndVersion: byName, getKnownTypes: () => ({}) },
		credentialType: loader.getCredential('webexCampaignApi').type,
	};
}

/** Stands for a trigger: emits the items that the workflow's pinned `items` parameter holds. */
const source: INodeType = {
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Source' },
		inputs: [],
		outputs: ['main'],
		properties: [{ displayName: 'Items', name: 'items', type: 'json', default: [] }],
	},
	async execute(this: IExecuteFunctions) {
		const items = this.getNode().parameters.items as object[];
		return [items.map((json, item) => ({ json: { ...json }, pairedItem: { item } }))];
	},
};
