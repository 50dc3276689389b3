import { failures, type FailureCode } from './failures';

/** What the simulator says to one request, before the network (see faults.ts) has its way with it. */
export interface Reply {
	httpStatus: number;
	contentType: 'application/json' | 'text/html' | null;
	body: string;
	headers?: Record<string, string>;
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
