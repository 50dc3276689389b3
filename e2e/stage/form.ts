import { whenStatus } from './execution';
import type { N8nApi } from './n8nApi';

/** One page of a form that n8n serves, and how to go on from it. */
export interface FormPage {
	html: string;
	/** The execution the form belongs to. */
	executionId: string;
	/** Sends the page's fields, in their order, and opens the page that follows. */
	submit: (...fields: Array<string | Blob>) => Promise<FormPage>;
}

/** Fills in the first page of a published form, as a browser does, and opens the page that follows. */
export async function submitForm(
	api: N8nApi,
	path: string,
	login: string,
	...fields: Array<string | Blob>
): Promise<FormPage> {
	const headers = { authorization: `Basic ${btoa(login)}` };
	const reply = await fetch(`${api.url}/form/${path}`, { method: 'POST', headers, body: dataOf(fields) });
	const { formWaitingUrl } = (await reply.json()) as { formWaitingUrl: string };
	return await openPage(api, new URL(formWaitingUrl), headers);
}

async function openPage(api: N8nApi, url: URL, headers: Record<string, string>): Promise<FormPage> {
	const executionId = url.pathname.split('/').at(-1) ?? '';
	await whenStatus(api, executionId, (status) => !['new', 'running'].includes(status));
	const html = await (await fetch(url, { headers })).text();
	const submit = async (...fields: Array<string | Blob>) => {
		await fetch(url, { method: 'POST', headers, body: dataOf(fields) });
		return await openPage(api, url, headers);
	};
	return { html, executionId, submit };
}

function dataOf(fields: Array<string | Blob>): FormData {
	const data = new FormData();
	fields.forEach((field, index) => data.append(`field-${index}`, field));
	return data;
}
