import type { Simulator } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { sendDelete, tenRecords } from './api';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ profiles: tenRecords });
});
afterAll(() => simulator.stop());

const asABrowser = { headers: { accept: 'text/html,application/xhtml+xml' } };

describe('the page', () => {
	it('is at the root, and everything it loads comes from the simulator itself', async () => {
		const html = await (await fetch(simulator.url, asABrowser)).text();
		const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link!);
		expect(links.length).toBeGreaterThan(3);
		for (const link of links) {
			expect(link).toMatch(/^\/_simulator\/page\//);
			expect((await fetch(simulator.url + link)).status).toBe(200);
		}
	});

	it('is no API: who does not ask for a web page gets none, and is noted', async () => {
		expect((await fetch(simulator.url, { headers: { accept: 'application/json' } })).status).toBe(404);
		expect((await simulator.arrivals()).stray).toMatchObject([{ method: 'GET', path: '/' }]);
	});

	it('learns where the API is, its keys, and what each fault does', async () => {
		const response = await fetch(`${simulator.url}/_simulator/about`);
		const { url, endpoint, apiKey, deleteOnlyKey, ungrantedKey } = simulator;
		expect(await response.json()).toMatchObject({
			...{ url, endpoint, apiKey, deleteOnlyKey, ungrantedKey },
			faults: { lost: expect.any(String) },
		});
	});
});

describe("the page's events", () => {
	it('show records, totals, settings and the audit log, and again as soon as they change', async () => {
		const response = await fetch(`${simulator.url}/_simulator/events`);
		const pictures = picturesOf(response.body!);
		expect((await pictures.next()).value).toMatchObject({
			profiles: [{ profileName: 'sampleprofile', records: 10 }],
			totals: { executed: 0 },
			settings: { codeKind: 'number' },
			auditLog: [],
		});
		await simulator.change({ codeKind: 'string' });
		await sendDelete(simulator, { key: '9463183911', exparam1: 'val1' });
		let picture;
		do picture = (await pictures.next()).value;
		while (picture.totals.executed === 0);
		expect(picture).toMatchObject({
			profiles: [{ records: 9 }],
			seconds: expect.arrayContaining([expect.objectContaining({ executed: 1 })]),
			settings: { codeKind: 'string' },
			auditLog: [{ key: '9463183911', auditParameters: { exparam1: 'val1' } }],
		});
		await pictures.return(undefined);
	});
});

async function* picturesOf(body: ReadableStream<Uint8Array>) {
	let text = '';
	for await (const piece of body) {
		text += Buffer.from(piece).toString();
		const events = text.split('\n\n');
		text = events.pop()!;
		for (const event of events) yield JSON.parse(event.replace('data: ', ''));
	}
}
