import type { Simulator } from '../../simulator/control';
import { spawnSimulator } from '../../simulator/spawn';
import { runNode, type NodeResult } from '../../test/n8nEngine/runNode';
import { CONTACTS, KEY_OF_LOST_REPLY, PROFILE_NAME } from './contacts';
import { contradictions } from './contradictions';
import { indented, inWords, paint, toldBy } from './outcomes';

/** Runs the workflow "contacts → Delete Profile, On Error: Continue (using error output)" in n8n's own engine. */
async function deleteContacts(campaign: Simulator): Promise<NodeResult> {
	await campaign.change({
		latency: { ms: 40, jitterMs: 20 },
		faults: [{ fault: 'lost', executed: true, keys: `^${KEY_OF_LOST_REPLY}$`, times: 1 }],
	});
	return await runNode({
		items: CONTACTS,
		parameters: {
			profileName: { __rl: true, mode: 'name', value: PROFILE_NAME },
			key: '={{ $json.mobile }}',
			auditParameters: { exparam1: '={{ $json.ticket }}', exparam2: 'Erasure on request' },
		},
		credential: { region: 'custom', customEndpoint: campaign.endpoint, apiKey: campaign.apiKey },
		secrets: [campaign.apiKey],
		onError: 'continueErrorOutput',
	});
}

/** @returns whether node and ledger agree */
async function show(campaign: Simulator): Promise<boolean> {
	const startedAt = performance.now();
	const result = await deleteContacts(campaign);
	const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
	if (result.error) throw new Error(result.error.message);
	const [ledger, totals] = [await campaign.ledger(), await campaign.totals()];
	const wrong = await contradictions(result, campaign);

	console.log(`
${paint('bold', ` Delete Profile: ${CONTACTS.length} contacts, run by n8n's own engine in ${seconds} s`)}
 One reply was lost on purpose, after its delete had been executed.
`);
	const told = toldBy(result);
	const deleted = told.filter(({ status }) => status === 'deleted');
	const contacts = new Set(deleted.map(({ key }) => key)).size;
	for (const one of told) console.log(inWords(one));
	for (const { message } of result.hints) console.log(`\n${indented(`Hint above the output: ${message}`, 1)}`);
	console.log(`
${paint('bold', ' What the simulated Webex Campaign has in its ledger')}
 ${totals.requests} requests came in, ${totals.executed} profiles were deleted: the ${contacts} contacts of the ${deleted.length} deleted items above, and ${totals.executed - contacts}
 whose reply was lost.
`);
	for (const { key, asked, executed, transactionId } of ledger) {
		const happened = executed > 0 ? `deleted, ${transactionId}` : 'no such profile';
		console.log(`       ${key.padEnd(13)}  ${`asked ${asked} ×`.padEnd(22)}  ${happened}`);
	}
	if (wrong.length === 0) {
		console.log(paint('green', `\n ✔ Node and ledger agree about all ${CONTACTS.length} items.\n`));
	} else {
		console.log(paint('red', ['\n ✖ Node and ledger do not agree:', ...wrong, ''].join('\n   ')));
	}
	return wrong.length === 0;
}

async function main(): Promise<void> {
	const campaign = await spawnSimulator();
	try {
		process.exitCode = (await show(campaign)) ? 0 : 1;
	} finally {
		await campaign.stop();
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
