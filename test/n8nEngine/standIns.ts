import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { agent } from './agent';

/** @param parameters their names: n8n drops what is not described */
const standIn = (
	name: string,
	parameters: string[],
	description: Partial<INodeTypeDescription> = {},
): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: '',
	defaults: { name },
	inputs: ['main'],
	outputs: ['main'],
	properties: parameters.map((parameter) => ({
		displayName: parameter,
		name: parameter,
		type: 'json',
		default: '',
	})),
	...description,
});

const asItems = (list: object[]): INodeExecutionData[] =>
	list.map((json, item) => ({ json: { ...json }, pairedItem: { item } }));

/** Stands for a trigger: emits the items that its parameter `items` holds. */
const source: INodeType = {
	description: standIn('source', ['items'], { group: ['trigger'], inputs: [] }),
	async execute(this: IExecuteFunctions) {
		return [asItems(this.getNode().parameters.items as object[])];
	},
};

/** Stands for 'Loop Over Items': emits the items of its parameter `items` by the second output, `rounds` times. */
const loop: INodeType = {
	description: standIn('loop', ['items', 'rounds'], { outputs: ['main', 'main'] }),
	async execute(this: IExecuteFunctions) {
		const { items, rounds } = this.getNode().parameters as unknown as { items: object[]; rounds: number };
		const context = this.getContext('node');
		const round = ((context.round as number | undefined) ?? 0) + 1;
		context.round = round;
		return round <= rounds ? [[], asItems(items)] : [asItems([{}]), []];
	},
};

/** Nodes that stand for n8n's own, which are not in n8n-core. */
export const standIns: Record<string, INodeType> = {
	source,
	loop,
	agent: { ...agent, description: standIn('agent', ['calls', 'toolsRunBy'], agent.description) },
};
