import type { N8nApi } from './n8nApi';

export interface DataTable {
	insert: (rows: object[]) => Promise<void>;
	/** All rows, the oldest first. */
	rows: () => Promise<Array<Record<string, unknown>>>;
	clear: () => Promise<void>;
}

const mostRowsAtOnce = 5000;
const mostRowsInAReply = 250;

/** Makes a data table of text columns in the owner's own project. */
export async function makeDataTable(api: N8nApi, name: string, columns: string[]): Promise<DataTable> {
	const tables = await tablesOfOwner(api);
	const make = maker(api, tables, name, columns);
	return dataTable(api, tables, make, await make());
}

/** The data table of this name, which is made if it is not there. */
export async function openDataTable(api: N8nApi, name: string, columns: string[]): Promise<DataTable> {
	const tables = await tablesOfOwner(api);
	const make = maker(api, tables, name, columns);
	const { data } = await api.get<{ data: Array<{ id: string; name: string }> }>(tables);
	return dataTable(api, tables, make, data.find((table) => table.name === name)?.id ?? (await make()));
}

async function tablesOfOwner(api: N8nApi): Promise<string> {
	const { id: project } = await api.get<{ id: string }>('/projects/personal');
	return `/projects/${project}/data-tables`;
}

const maker = (api: N8nApi, tables: string, name: string, columns: string[]) => async (): Promise<string> => {
	const body = { name, columns: columns.map((column) => ({ name: column, type: 'string' })) };
	return (await api.post<{ id: string }>(tables, body)).id;
};

function dataTable(api: N8nApi, tables: string, make: () => Promise<string>, first: string): DataTable {
	let id = first;
	return {
		insert: async (rows) => {
			for (let from = 0; from < rows.length; from += mostRowsAtOnce) {
				const data = rows.slice(from, from + mostRowsAtOnce);
				await api.post(`${tables}/${id}/insert`, { data, returnType: 'count' });
			}
		},
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
