/** n8n's own REST interface: the one that its editor uses. */
export interface N8nApi {
	url: string;
	cookie: string;
	get: <T = unknown>(path: string) => Promise<T>;
	post: <T = unknown>(path: string, body?: unknown) => Promise<T>;
	patch: <T = unknown>(path: string, body: unknown) => Promise<T>;
	delete: <T = unknown>(path: string) => Promise<T>;
}

export const owner = {
	email: 'owner@example.com',
	firstName: 'Erika',
	lastName: 'Example',
	password: 'Playground-1',
};

/** Makes the owner of a new n8n. Returns the interface as the owner sees it. */
export async function setUpOwner(url: string): Promise<N8nApi> {
	return openN8nApi(url, await cookieFrom(url, '/owner/setup', owner));
}

/** Logs the owner in. n8n allows five times a minute. */
export async function logIn(url: string): Promise<N8nApi> {
	// 1.x calls the field `email`, 2.x `emailOrLdapLoginId`.
	const body = { emailOrLdapLoginId: owner.email, email: owner.email, password: owner.password };
	return openN8nApi(url, await cookieFrom(url, '/login', body));
}

/** The interface for somebody who is logged in already. */
export function openN8nApi(url: string, cookie: string): N8nApi {
	const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const reply = await request(url, method, path, body, cookie);
		const text = await reply.text();
		const json = text === '' ? {} : (JSON.parse(text) as { data?: unknown });
		return ('data' in json ? json.data : json) as T;
	};
	return {
		url,
		cookie,
		get: async (path) => await send('GET', path),
		post: async (path, body) => await send('POST', path, body),
		patch: async (path, body) => await send('PATCH', path, body),
		delete: async (path) => await send('DELETE', path),
	};
}

async function cookieFrom(url: string, path: string, body: unknown): Promise<string> {
	const reply = await request(url, 'POST', path, body);
	return reply.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
}

async function request(url: string, method: string, path: string, body?: unknown, cookie?: string) {
	const reply = await fetch(`${url}/rest${path}`, {
		method,
		headers: { ...(cookie && { cookie }), ...(body !== undefined && { 'content-type': 'application/json' }) },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	if (!reply.ok) throw new Error(`${method} ${path}: HTTP ${reply.status} ${await reply.text()}`);
	return reply;
}
