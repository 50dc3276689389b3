import type { ApiRequest } from './answer';
import { readingNames, switchNames, type SimulatorReadings, type SimulatorSwitches } from './control';
import { jsonReply, type Reply } from './reply';

export const controlPath = '/_simulator/';

/** The control surface over HTTP: `GET /_simulator/<reading>`, `POST /_simulator/<switch>`. */
export async function answerControl(
	surface: SimulatorReadings & SimulatorSwitches,
	{ method, path, body }: ApiRequest,
): Promise<Reply> {
	const name = path.slice(controlPath.length);
	const reading = readingNames.find((candidate) => candidate === name);
	const change = switchNames.find((candidate) => candidate === name);
	try {
		if (reading && method === 'GET') return jsonReply(200, await surface[reading]());
		if (change && method === 'POST') {
			await surface[change](JSON.parse(body || 'null') as never);
			return jsonReply(200, await surface.settings());
		}
		return jsonReply(404, { message: `There is no ${method} ${path}.` });
	} catch (error) {
		return jsonReply(400, { message: (error as Error).message });
	}
}
