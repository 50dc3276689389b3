import type { FaultRule } from './faults';
import type { CodeKind } from './reply';
import type { ThrottleRule } from './throttles';

/** Every switch of the simulator: the same words in process, over HTTP and on the page. */
export interface Settings {
	throttle: ThrottleRule;
	/** How long a reply is on its way; the jitter adds 0 to `jitterMs`, drawn from seed and key. */
	latency: { ms: number; jitterMs?: number };
	faults: FaultRule[];
	/** Whether a failure's code is a JSON number or a string. */
	codeKind: CodeKind;
	/** Whether the list of profile definitions is a bare array or wrapped in an object. */
	definitionList: 'bare' | 'wrapped';
}

export const usualSettings: Settings = {
	throttle: { kind: 'none' },
	latency: { ms: 0 },
	faults: [],
	codeKind: 'number',
	definitionList: 'bare',
};
