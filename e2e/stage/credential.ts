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
