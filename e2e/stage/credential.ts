import type { N8nApi } from './n8nApi';

/** How a node refers to its credentials: by type. */
export type Credentials = Record<string, { id: string; name: string }>;

/** Saves a credential of any type. Returns it in the form in which a node refers to it. */
export async function saveCredentialOf(
	api: N8nApi,
	type: string,
	fields: object,
	name: string = type,
): Promise<Credentials> {
	const { id } = await api.post<{ id: string }>('/credentials', { name, type, data: fields });
	return { [type]: { id, name } };
}

/** The credential of this name with these fields, whether it is there already or not. */
export async function renewCredential(api: N8nApi, type: string, fields: object, name: string): Promise<Credentials> {
	const saved = await api.get<Array<{ id: string; name: string; type: string }>>('/credentials');
	const credential = saved.find((one) => one.name === name && one.type === type);
	if (!credential) return await saveCredentialOf(api, type, fields, name);
	await api.patch(`/credentials/${credential.id}`, { name, type, data: fields });
	return { [type]: { id: credential.id, name } };
}
