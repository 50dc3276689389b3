import { readings, switches, type Controls } from './control';
import { type ApiRequest, type Reply, jsonReply } from './reply';

export const controlPath = '/_simulator/';

/** The control surface over HTTP: `GET /_simulator/<reading>`, `POST /_simulator/<switch>`. */
export async function answerControl(controls: Controls, { method, path, body }: ApiRequest): Promise<Reply> {
	const name = path.slice(controlPath.length);
	try {
		if (method === 'GET' && isIn(readings, name)) return jsonReply(200, await controls[name]());
		if (method === 'POST' && isIn(switches, name)) {
			await controls[name](JSON.parse(body || 'null') as never);
			return jsonReply(200, await controls.settings());
		}
		return jsonReply(404, { message: `There is no ${method} ${path}.` });
	} catch (error) {
		return jsonReply(400, { message: (error as Error).message });
	}
}

const isIn = <Table extends object>(table: Table, name: PropertyKey): name is keyof Table => Object.hasOwn(table, name);
