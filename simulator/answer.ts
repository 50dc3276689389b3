import type { FaultRule } from './faults';
import type { Reply } from './reply';

/** A request as the API sees it, its body read to the end. */
export interface ApiRequest {
	method: string;
	/** Path without the query. */
	path: string;
	authorization: string | undefined;
	contentType: string | undefined;
	body: string;
}

/** A reply and how it goes back. */
export interface Answer {
	reply: Reply;
	/** Milliseconds the reply is on its way. */
	latencyMs: number;
	/** The fault that strikes the way back, if one does. */
	fault: FaultRule | null;
	/** To be called once the reply has left or its connection is gone. */
	left?: () => void;
}
