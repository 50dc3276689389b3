import type { Simulator } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { getDefinitions } from './api';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({
		profiles: [
			{ profileName: 'sampleprofile', keys: ['1'] },
			{ profileName: 'newsletter', keys: [] },
		],
	});
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const attribute = {
	id: expect.any(String),
	name: expect.any(String),
	datatype: expect.any(String),
	'group-name': expect.any(String),
};
const definition = (id: string, name: string) => ({
	'profile-id': id,
	'profile-name': name,
	attributes: expect.arrayContaining([attribute]),
});
const both = [definition('1001', 'sampleprofile'), definition('1002', 'newsletter')];

describe('the profile definitions', () => {
	it.each(['/metadata/v3/profile/', '/metadata/v3/profile'])('are listed at %s', async (path) => {
		expect(JSON.parse((await getDefinitions(simulator, path)).text)).toEqual(both);
	});

	it('are listed in an object if so switched', async () => {
		await simulator.change({ definitionList: 'wrapped' });
		expect(JSON.parse((await getDefinitions(simulator)).text)).toEqual({ profiles: both });
	});

	it('are had one by one', async () => {
		const { text } = await getDefinitions(simulator, '/metadata/v3/profile/1002');
		expect(JSON.parse(text)).toEqual(definition('1002', 'newsletter'));
	});

	it.each([
		['an id that is none', 'apiKey', '/metadata/v3/profile/7', 'GET', 200, 102],
		['another method', 'apiKey', '/metadata/v3/profile/', 'POST', 405, 405],
		['a key that may only delete', 'deleteOnlyKey', '/metadata/v3/profile/', 'GET', 401, 430],
	] as const)('are refused to %s', async (_, keyName, path, method, httpStatus, code) => {
		const reply = await getDefinitions(simulator, path, { apiKey: simulator[keyName], method });
		expect([reply.httpStatus, JSON.parse(reply.text).code]).toEqual([httpStatus, code]);
	});

	it('are refused to a wrong key, and shown to one that may not delete', async () => {
		const wrong = await getDefinitions(simulator, undefined, { apiKey: 'wrong' });
		const ungranted = await getDefinitions(simulator, undefined, { apiKey: simulator.ungrantedKey });
		expect([wrong.httpStatus, JSON.parse(wrong.text).code]).toEqual([401, 498]);
		expect(JSON.parse(ungranted.text)).toEqual(both);
	});

	it.each([
		['web page', { fault: 'webPage' }, 200, /^<!DOCTYPE html>/],
		['HTTP 404', { fault: 'webPage', httpStatus: 404 }, 404, /^<!DOCTYPE html>/],
		['empty body', { fault: 'empty' }, 200, /^$/],
		['HTTP 500', { fault: 'failure' }, 500, /"code":500/],
	] as const)('can be struck by a fault of their own: %s', async (_, fault, httpStatus, text) => {
		await simulator.change({ faults: [{ ...fault, on: 'definitions', times: 1 }] });
		const [struck, next] = [await getDefinitions(simulator), await getDefinitions(simulator)];
		expect(struck).toMatchObject({ httpStatus, text: expect.stringMatching(text) });
		expect(JSON.parse(next.text)).toEqual(both);
	});
});
