import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, INodeExecutionData } from 'n8n-workflow';
import type { Simulator } from '../../simulator/control';
import type { LedgerEntry, Totals } from '../../simulator/ledger';
import { startSimulator } from '../../simulator/server';
import { claimsOf } from '../truth/claims';
import { mismatches, type Fact } from '../truth/mismatches';
import { packageFolder } from '../n8nEngine/nodeTypes';
import { runNode, type NodeResult, type NodeRun } from '../n8nEngine/runNode';
import { assertHoldsNone } from '../n8nEngine/secrets';

export const PROFILE = 'sampleprofile';

/** Keys of records that are there at first, and one that no record has. */
export const KEYS = ['9463183901', '9463183902', '9463183903', '9463183904', '9463183905'] as const;
export const NOBODY = 'nobody';

export interface Deletes extends Partial<Omit<NodeRun, 'parameters'>> {
	/** One item for each: `{ contact: <key> }`. */
	keys?: unknown[];
	parameters?: Record<string, unknown>;
	options?: Record<string, unknown>;
}

/** The parameters with which `deletes` runs the node, if it is told no others. */
export const parametersFor = (options: Record<string, unknown> = {}) => ({
	key: '={{ $json.contact }}',
	profileName: { __rl: true, mode: 'name', value: PROFILE },
	options,
});

/** A simulated Webex Campaign for the tests of one file, as new for each of them. */
export class Campaign {
	simulator!: Simulator;

	constructor() {
		beforeAll(async () => {
			this.simulator = await startSimulator();
		});
		afterAll(() => this.simulator.stop());
		beforeEach(async () => {
			forgetLanes();
			await this.simulator.reset();
		});
	}

	get credential(): ICredentialDataDecryptedObject {
		const { endpoint, apiKey } = this.simulator;
		return { region: 'custom', customEndpoint: endpoint, apiKey };
	}

	/** Every key that opens this campaign. */
	get secrets(): string[] {
		const { apiKey, deleteOnlyKey, ungrantedKey } = this.simulator;
		return [apiKey, deleteOnlyKey, ungrantedKey];
	}

	/** Runs the node over the items. If an API key is to be seen anywhere, the test fails. */
	async run(run: Pick<NodeRun, 'items'> & Partial<NodeRun>): Promise<NodeResult> {
		return await runNode({ credential: this.credential, secrets: this.secrets, ...run });
	}

	/**
	 * Runs 'Delete Profile' over the keys. With every run go two more checks: no key or profile name is in the log or a
	 * hint, and the ledger knows better about no item.
	 */
	async deletes({ keys = [], options, parameters, ...run }: Deletes): Promise<NodeResult> {
		const result = await this.run({
			items: keys.map((contact) => ({ contact })),
			...run,
			parameters: { ...parametersFor(options), ...parameters },
		});
		const named = [PROFILE, ...keys.filter((key) => typeof key === 'string' && key.trim().length > 3)];
		const readByOthers = [result.hints, result.logs.filter(({ level }) => level !== 'debug')];
		assertHoldsNone(named as string[], 'log or a hint', readByOthers);
		expect(await this.contradictions(result)).toEqual([]);
		return result;
	}

	/** What the ledger knows better than the items tell. */
	async contradictions(result: Pick<NodeResult, 'success' | 'failed'>): Promise<string[]> {
		const ledger = await this.simulator.ledger();
		const profiles = await this.simulator.profiles();
		const facts = [...result.success, ...result.failed].map(({ json, pairedItem }): [number, Fact] => {
			const { key, profileName } = (json.error ?? json) as { key: string; profileName: string | null };
			const named = profileName ?? PROFILE;
			const entry = ledger.find((known) => known.key === key && known.profileName === named);
			const { asked = 0, executed = 0, transactionId = null } = entry ?? {};
			const isThere = profiles.some((profile) => profile.profileName === named && profile.keys.includes(key));
			return [(pairedItem as { item: number }).item, { asked, executed, transactionId, isThere }];
		});
		const factOf = new Map(facts);
		return mismatches(claimsOf(result as NodeResult), (item) => factOf.get(item)!);
	}

	/** Keys of the records that were truly deleted, sorted. */
	async deletedKeys(): Promise<string[]> {
		return (await this.simulator.ledger())
			.filter(({ executed }) => executed > 0)
			.map(({ key }) => key)
			.sort();
	}

	/** How often each key was asked for. */
	async asked(): Promise<Record<string, number>> {
		const entries = await this.simulator.ledger();
		return Object.fromEntries(entries.map(({ key, asked }: LedgerEntry) => [key, asked]));
	}

	/** Requests to the delete resource, whatever became of them. */
	async requests(): Promise<Totals['requests']> {
		return (await this.simulator.totals()).requests;
	}
}

/** What earlier runs in this process have learned of the throttle, the host and the key. */
export function forgetLanes(): void {
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const { lanes } = require(join(packageFolder, 'dist/nodes/WebexCampaign/lane/lanes')) as {
		lanes: Map<string, unknown>;
	};
	lanes.clear();
}

/** The items of both branches, in input order. */
export const inOrder = ({ success, failed }: Pick<NodeResult, 'success' | 'failed'>): INodeExecutionData[] =>
	[...success, ...failed].sort((a, b) => itemOf(a) - itemOf(b));

const itemOf = ({ pairedItem }: INodeExecutionData): number => (pairedItem as { item: number }).item;
