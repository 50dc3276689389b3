import type { IncomingMessage } from 'node:http';

/** A request that came to a place where the API has nothing. */
export interface StrayRequest {
	origin: string;
	method: string;
	path: string;
	authorization: string | null;
}

/** What came to the simulator's doors: proof of which keys were sent where. */
export interface Arrivals {
	/** Every Authorization header seen, wherever it was sent, with how often. */
	authorizations: Record<string, number>;
	/** Requests to any path that is not the API's, and all that came to the other origin. */
	stray: StrayRequest[];
}

const mostStrayRequests = 1000;

export class ArrivalLog {
	private readonly authorizations = new Map<string, number>();
	private readonly stray: StrayRequest[] = [];

	noteAuthorization(authorization: string | undefined): void {
		if (authorization === undefined) return;
		this.authorizations.set(authorization, (this.authorizations.get(authorization) ?? 0) + 1);
	}

	noteStray(origin: string, request: IncomingMessage): void {
		if (this.stray.length >= mostStrayRequests) return;
		const { method = '', url = '', headers } = request;
		this.stray.push({ origin, method, path: url, authorization: headers.authorization ?? null });
	}

	arrivals(): Arrivals {
		return { authorizations: Object.fromEntries(this.authorizations), stray: [...this.stray] };
	}
}
