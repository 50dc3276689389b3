import { accepted } from './acceptedSettings';
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

/**
 * Settings with some of them changed.
 *
 * @throws Error that names the first unknown setting or value, so that none is misspelt in silence
 */
export function changeSettings(settings: Settings, change: Partial<Settings>): Settings {
	for (const [name, value] of Object.entries(change)) {
		if (!(name in accepted)) throw new Error(`There is no setting '${name}'.`);
		if (!fits(name as keyof Settings, value)) {
			throw new Error(`The setting '${name}' can't be ${JSON.stringify(value)}.`);
		}
	}
	return { ...settings, ...change };
}

function fits(name: keyof Settings, value: unknown): boolean {
	try {
		return (accepted[name] as (value: unknown) => boolean)(value);
	} catch {
		return false;
	}
}
