import { join } from 'node:path';

/** One way of getting the outcome wrong, put into the built node for as long as a run lasts. */
export interface WrongRule {
	name: string;
	module: string;
	function: string;
	/** Makes a right result wrong. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each rule knows what its function returns
	distort(right: any): unknown;
}

export const wrongRules: WrongRule[] = [
	{
		name: 'what is not understood counts as deleted',
		module: 'api/reply.js',
		function: 'readReply',
		distort: (answer) => (answer.outcome === 'unknown' ? { kind: 'deleted', transactionId: 'made up' } : answer),
	},
	{
		name: 'what is not understood counts as not deleted',
		module: 'api/reply.js',
		function: 'readReply',
		distort: (answer) => (answer.outcome === 'unknown' ? { ...answer, outcome: 'notDeleted' } : answer),
	},
	{
		name: 'a failure reported as HTTP 200 counts as deleted',
		module: 'api/reply.js',
		function: 'readReply',
		distort: (answer) => (answer.code === '1010' ? { kind: 'deleted', transactionId: 'made up' } : answer),
	},
	{
		name: 'a lost reply counts as not executed',
		module: 'api/transportFault.js',
		function: 'readTransportFault',
		distort: (answer) => ({ ...answer, mayHaveBeenExecuted: false }),
	},
	{
		name: 'a fault of the server counts as not executed',
		module: 'api/reply.js',
		function: 'readReply',
		distort: (answer) => (answer.kind === 'transient' ? { ...answer, mayHaveBeenExecuted: false } : answer),
	},
	{
		name: 'after a lost reply only the last attempt counts',
		module: 'resources/profile/delete/run/nextStep.js',
		function: 'nextStep',
		distort: (step) =>
			step.outcome?.outcome === 'unknown' ? { ...step, outcome: { ...step.outcome, outcome: 'notDeleted' } } : step,
	},
	{
		name: 'items that were sent come out as not attempted',
		module: 'resources/profile/delete/run/nextStep.js',
		function: 'outcomeAtEnd',
		distort: (outcome) => ({ ...outcome, outcome: 'notAttempted', code: 'RUN_STOPPED' }),
	},
	{
		name: 'an item gets lost and another comes twice',
		module: 'resources/profile/delete/output/items.js',
		function: 'toItems',
		distort: (items) => [items[1], ...items.slice(1)],
	},
];

/** Puts a wrong rule into the built node. @returns the function that takes it out again */
export function putIn(rule: WrongRule): () => void {
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const built = require(join(__dirname, '../../dist/nodes/WebexCampaign', rule.module)) as Record<string, unknown>;
	const right = built[rule.function] as (...args: unknown[]) => unknown;
	built[rule.function] = (...args: unknown[]) => rule.distort(right(...args));
	return () => {
		built[rule.function] = right;
	};
}
