import { createHash } from 'crypto';

import type { Access } from '../api/access';
import { Gate } from '../throttle/gate';
import { Lane, type Clock } from './lane';

/** An idle lane is forgotten after so many ms: by then its throttle may be another one. */
const FORGOTTEN_AFTER = 600_000;

/** Under a hash of endpoint and API key: no key is kept in memory. */
export const lanes = new Map<string, Lane>();

/** Tells lanes apart, without the API key in it. */
export const laneName = ({ endpoint, apiKey }: Omit<Access, 'credential'>): string =>
	createHash('sha256')
		.update(JSON.stringify([endpoint, apiKey]))
		.digest('base64');

/** The lane that all runs of this process with the same endpoint and API key share. */
export function laneOf(whose: Omit<Access, 'credential'>, clock: Clock): Lane {
	for (const [name, lane] of lanes) {
		if (clock.now() - lane.idleSince >= FORGOTTEN_AFTER) lanes.delete(name);
	}
	const name = laneName(whose);
	const lane = lanes.get(name) ?? new Lane(new Gate(Math.random), clock);
	lanes.set(name, lane);
	return lane;
}
