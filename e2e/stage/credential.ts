import type { N8nApi } from './n8nApi';

/** How a node refers to its credentials: by type. */
export type Credentials = Record<string, { id: string; name: string }>;

/**
 * Saves a credential of any type; one of this name that is there already has these fields then. Returns it in the form in
 * which a node refers to it.
 */
export async function saveCredentialOf(
	api: N8nApi,
	type: string,
	data: object,
	name: string = type,
): Promise<Credentials> {
	const saved = await api.get<Array<{ id: string; name: string; type: string }>>('/credentials');
	const there = saved.find((one) => one.name === name && one.type === type);
	const body = { name, type, data };
	const { id } = there
		? await api.patch<{ id: string }>(`/credentials/${there.id}`, body)
		: await api.post<{ id: string }>('/credentials', body);
	return { [type]: { id, name } };
}
