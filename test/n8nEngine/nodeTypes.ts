import 'reflect-metadata';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType, INodeTypes } from 'n8n-workflow';
import { standIns } from './standIns';
import { toolTwin } from './toolTwin';

export const NODE_TYPE = 'n8n-nodes-webex-campaign.webexCampaign';
export const TOOL_TYPE = `${NODE_TYPE}Tool`;

/** The package, built. */
export const packageFolder = process.env.WEBEX_E2E_PACKAGE ?? join(__dirname, '../..');

export interface BuiltPackage {
	nodeTypes: INodeTypes;
	credentialType: ICredentialType;
}

let loaded: Promise<BuiltPackage> | undefined;

/** It is loaded from its folder as n8n loads a community package. */
export const loadBuiltPackage = (): Promise<BuiltPackage> => (loaded ??= load(packageFolder));

async function load(folder: string): Promise<BuiltPackage> {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const nodeType = loader.getNode('webexCampaign').type as INodeType;
	const types: Record<string, INodeType> = {
		[NODE_TYPE]: nodeType,
		[TOOL_TYPE]: toolTwin(nodeType),
		...standIns,
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
