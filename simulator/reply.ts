import { failures, type FailureCode } from './failures';
import type { FaultRule } from './faults';

/** A request as the API sees it, its body read to the end. */
export interface ApiRequest {
	method: string;
	/** Path without the query. */
	path: string;
	authorization: string | undefined;
	contentType: string | undefined;
	body: string;
}

/** What the simulator says to one request, before the network (see faults.ts) has its way with it. */
export interface Reply {
	httpStatus: number;
	contentType: 'application/json' | 'text/html' | null;
	body: string;
	headers?: Record<string, string>;
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

/** The page prints no example of a failure, so a code may be a JSON number or a string: both can be had. */
export type CodeKind = 'number' | 'string';

export function jsonReply(httpStatus: number, content: unknown): Reply {
	return { httpStatus, contentType: 'application/json', body: JSON.stringify(content) };
}

export function htmlReply(httpStatus: number, title: string, text: string): Reply {
	return {
		httpStatus,
		contentType: 'text/html',
		body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`,
	};
}

export function failureReply(code: FailureCode, codeKind: CodeKind): Reply {
	const { httpStatus, description } = failures.find((failure) => failure.code === code)!;
	return jsonReply(httpStatus, { code: codeKind === 'string' ? String(code) : code, description });
}
