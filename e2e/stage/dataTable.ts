import type { N8nApi } from './n8nApi';

export type DataTable = Awaited<ReturnType<typeof openDataTable>>;

const mostRowsAtOnce = 5000;
const mostRowsInAReply = 250;

/** The data table of this name in the owner's own project; with these columns of text if it has to be made. */
export async function openDataTable(api: N8nApi, name: string, columns: string[]) {
	const { id: project } = await api.get<{ id: string }>('/projects/personal');
	const tables = `/projects/${project}/data-tables`;
	const make = async () => {
		const body = { name, columns: columns.map((column) => ({ name: column, type: 'string' })) };
		return (await api.post<{ id: string }>(tables, body)).id;
	};
	const { data } = await api.get<{ data: Array<{ id: string; name: string }> }>(tables);
	let id = data.find((table) => table.name === name)?.id ?? (await make());
	return {
		insert: async (rows: object[]) => {
			for (let from = 0; from < rows.length; from += mostRowsAtOnce) {
				const some = rows.slice(from, from + mostRowsAtOnce);
				await api.post(`${tables}/${id}/insert`, { data: some, returnType: 'count' });
			}
		},
		/** All rows, the oldest first. */
		rows: async () => {
			const rows: Array<Record<string, unknown>> = [];
			for (;;) {
				const page = `take=${mostRowsInAReply}&skip=${rows.length}&sortBy=id:asc`;
				const reply = await api.get<{ count: number; data: typeof rows }>(`${tables}/${id}/rows?${page}`);
				rows.push(...reply.data);
				if (rows.length >= reply.count || reply.data.length === 0) return rows;
			}
		},
		clear: async () => {
			await api.delete(`${tables}/${id}`);
			id = await make();
		},
	};
}
