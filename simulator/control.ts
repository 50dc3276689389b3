import type { AccessKeys } from './access';
import type { Campaign } from './campaign';
import type { RecordSeed } from './profiles';
import type { Settings } from './settings';

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
export const readings = {
	settings: ({ settings }: Campaign) => settings,
	profiles: ({ profiles }: Campaign) =>
		[...profiles.values()].map((profile) => ({ ...profile, keys: [...profile.keys] })),
	ledger: ({ ledger }: Campaign) => ledger.entries(),
	totals: ({ ledger }: Campaign) => ({ ...ledger.totals }),
	seconds: ({ ledger }: Campaign) => ledger.seconds.map((second) => ({ ...second })),
	auditLog: ({ auditLog }: Campaign) => [...auditLog],
	arrivals: ({ arrivals }: Campaign) => arrivals.arrivals(),
};

/** What can be done to a simulator. Over HTTP: `POST /_simulator/<name>`, the argument as JSON. */
export const switches = {
	/** Changes the settings that are named; a named throttle or list of faults starts afresh. */
	change: (campaign: Campaign, change: Partial<Settings>) => campaign.change(change),
	/** Adds records, and the profiles that are not there yet. */
	addRecords: (campaign: Campaign, seeds: RecordSeed[]) => campaign.addRecords(seeds),
	/** Back to the start: records, settings, ledger and logs. */
	reset: (campaign: Campaign) => campaign.reset(),
};

export const surface = { ...readings, ...switches };
type Surface = typeof surface;

/** The control surface of one campaign. */
export type Controls = {
	[Name in keyof Surface]: Surface[Name] extends (campaign: Campaign, ...rest: infer Rest) => infer Result
		? (...rest: Rest) => Promise<Result>
		: never;
};

/** @param act does, in this process or over HTTP, what each name of the surface stands for */
export const controlsBy = (act: (name: keyof Surface, argument: unknown) => Promise<unknown>): Controls => {
	const names = Object.keys(surface) as Array<keyof Surface>;
	const controls = names.map((name) => [name, (argument: unknown) => act(name, argument)]);
	return Object.fromEntries(controls) as Controls;
};

/** A running simulator, in this process (server.ts) or in its own (spawn.ts). */
export interface Simulator extends SimulatorAddress, Controls {
	stop(): Promise<void>;
}
