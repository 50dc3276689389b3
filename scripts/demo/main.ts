import type { Simulator } from '../../simulator/control';
import { spawnSimulator } from '../../simulator/spawn';
import { CONTACTS } from './contacts';
import { deleteContacts } from './deleteContacts';
import { contradictions, LEDGER_COLUMNS, ledgerRows } from './ledger';
import { OUTCOME_COLUMNS, outcomeRows } from './outcomes';
import { breakText, paint, table, WIDTH } from './table';

/** @returns whether node and ledger agree */
async function show(campaign: Simulator): Promise<boolean> {
	const startedAt = performance.now();
	const result = await deleteContacts(campaign);
	const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
	if (result.error) throw new Error(result.error.message);
	const [ledger, totals] = [await campaign.ledger(), await campaign.totals()];
	const wrong = await contradictions(result, campaign);

	print('');
	print(paint(` Delete Profile: ${CONTACTS.length} contacts, run by n8n's own engine in ${seconds} s`, 'bold'));
	print(' One reply was lost on purpose, after its delete had been executed.');
	print('');
	print(table(OUTCOME_COLUMNS, outcomeRows(result)));
	print('');
	for (const { message } of result.hints) {
		for (const line of breakText(`Hint above the output: ${message}`, WIDTH - 2)) print(` ${line}`);
	}
	print('');
	print(paint(' What the simulated Webex Campaign has in its ledger', 'bold'));
	print(` ${totals.requests} requests came in, ${totals.executed} profiles were deleted.`);
	print('');
	print(table(LEDGER_COLUMNS, ledgerRows(ledger)));
	print('');
	if (wrong.length === 0) {
		print(paint(` ✔ Node and ledger agree about all ${CONTACTS.length} items.`, 'green'));
	} else {
		print(paint(' ✖ Node and ledger do not agree:', 'red'));
		for (const contradiction of wrong) print(`   ${contradiction}`);
	}
	print('');
	return wrong.length === 0;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

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
