export const owner = {
	email: 'owner@example.com',
	firstName: 'Erika',
	lastName: 'Example',
	password: 'Playground-1',
};

/** Makes the owner of a new n8n. Returns the interface as the owner sees it. */
export async function setUpOwner(url: string): Promise<N8nApi> {
	return new N8nApi(url, await cookieFrom(url, '/owner/setup', owner));
}

/** Logs the owner in. n8n allows five times a minute. */
export async function logIn(url: string): Promise<N8nApi> {
	// 1.x calls the field `email`, 2.x `emailOrLdapLoginId`.
	const body = { emailOrLdapLoginId: owner.email, email: owner.email, password: owner.password };
	return new N8nApi(url, await cookieFrom(url, '/login', body));
}

/** n8n's own REST interface, the one that its editor uses, for somebody who is logged in. */
export class N8nApi {
	constructor(
		readonly url: string,
		readonly cookie: string,
	) {}

	get = async <T = unknown>(path: string) => await this.send<T>('GET', path);
	post = async <T = unknown>(path: string, body?: unknown) => await this.send<T>('POST', path, body);
	patch = async <T = unknown>(path: string, body: unknown) => await this.send<T>('PATCH', path, body);
	delete = async <T = unknown>(path: string) => await this.send<T>('DELETE', path);

	/** What the editor is told of all nodes, or of all types of credentials. */
	types = async <T>(kind: 'nodes' | 'credentials'): Promise<T[]> => {
		const reply = await fetch(`${this.url}/types/${kind}.json`, { headers: { cookie: this.cookie } });
		return (await reply.json()) as T[];
	};

	private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
		const text = await (await request(this.url, method, path, body, this.cookie)).text();
		const json = text === '' ? {} : (JSON.parse(text) as { data?: unknown });
		return ('data' in json ? json.data : json) as T;
	}
}

async function cookieFrom(url: string, path: string, body: unknown): Promise<string> {
	const reply = await request(url, 'POST', path, body);
	return reply.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
}

async function request(url: string, method: string, path: string, body?: unknown, cookie?: string) {
	const send = () =>
		fetch(`${url}/rest${path}`, {
			method,
			headers: { ...(cookie && { cookie }), ...(body !== undefined && { 'content-type': 'application/json' }) },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	// A busy n8n may close a connection just as it is used again.
	const reply = await send().catch((fault) => (method === 'GET' ? send() : Promise.reject(fault as Error)));
	if (!reply.ok) throw new Error(`${method} ${path}: HTTP ${reply.status} ${await reply.text()}`);
	return reply;
}
