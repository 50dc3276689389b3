import { createHash } from 'crypto';

import type { Access } from '../api/access';
import { Throttle } from '../throttle/throttle';
import { Lane, type Clock } from './lane';

/** An idle lane is forgotten after so many ms: by then its throttle may be another one. */
export const FORGOTTEN_AFTER = 600_000;

export const lanes = new Map<string, Lane>();

/** Tells lanes apart by endpoint and API key, as a hash: no key is kept in memory. */
export const laneName = ({ endpoint, apiKey }: Pick<Access, 'endpoint' | 'apiKey'>): string =>
	createHash('sha256')
		.update(JSON.stringify([endpoint, apiKey]))
		.digest('base64');

/** The lane that all runs of this process with the same endpoint and API key share. */
export function laneOf(access: Pick<Access, 'endpoint' | 'apiKey'>, clock: Clock): Lane {
	for (const [name, lane] of lanes) if (lane.idleFor(clock.now()) >= FORGOTTEN_AFTER) lanes.delete(name);
	const name = laneName(access);
	const lane = lanes.get(name) ?? new Lane(new Throttle(Math.random), clock);
	lanes.set(name, lane);
	return lane;
}
