import type { AccessKeys } from './access';
import type { Arrivals } from './arrivals';
import type { AuditEntry } from './campaign';
import type { LedgerEntry, Second, Totals } from './ledger';
import type { Attribute, RecordSeed } from './profiles';
import type { Settings } from './settings';

export interface ProfileRecords {
	profileId: string;
	profileName: string;
	attributes: Attribute[];
	/** Keys of the records that are there now. */
	keys: string[];
}

/** Where a simulator is and what opens it. */
export interface SimulatorAddress extends AccessKeys {
	/** Origin of the simulator; its page is at `/`. */
	url: string;
	/** The credential's API endpoint: origin and context path. */
	endpoint: string;
	/** A second origin, where redirects lead and nothing may ever arrive. */
	elsewhere: string;
}

/** What can be asked of a simulator. Over HTTP: `GET /_simulator/<name>`. */
export interface SimulatorReadings {
	settings(): Promise<Settings>;
	profiles(): Promise<ProfileRecords[]>;
	ledger(): Promise<LedgerEntry[]>;
	totals(): Promise<Totals>;
	seconds(): Promise<Second[]>;
	auditLog(): Promise<AuditEntry[]>;
	arrivals(): Promise<Arrivals>;
}

/** What can be done to a simulator. Over HTTP: `POST /_simulator/<name>`, the argument as JSON. */
export interface SimulatorSwitches {
	/** Changes the settings that are named; a named throttle or list of faults starts afresh. */
	change(change: Partial<Settings>): Promise<void>;
	/** Adds records, and the profiles that are not there yet. */
	addRecords(seeds: RecordSeed[]): Promise<void>;
	/** Back to the start: records, settings, ledger and logs. */
	reset(): Promise<void>;
}

/** A running simulator, in this process (server.ts) or in its own (spawn.ts). */
export interface Simulator extends SimulatorAddress, SimulatorReadings, SimulatorSwitches {
	stop(): Promise<void>;
}

export const readingNames = [
	'settings',
	'profiles',
	'ledger',
	'totals',
	'seconds',
	'auditLog',
	'arrivals',
] as const satisfies (keyof SimulatorReadings)[];

export const switchNames = ['change', 'addRecords', 'reset'] as const satisfies (keyof SimulatorSwitches)[];
