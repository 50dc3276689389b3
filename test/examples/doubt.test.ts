import { runCode } from './codeNode';

// The other examples' words are in e2e/tests: they are in expressions, which n8n resolves.
describe('a contact that was gone after a lost reply', () => {
	it('is to be checked, in the title and in the line of dry-run-first.json', () => {
		const lines = [{ line: 1, key: '1111' }];
		const [page] = runCode('dry-run-first.json', 'What became of each line', [{ status: 'goneAfterRetry' }], {
			'One item a line': lines,
			'Check without sending': [{ status: 'dryRun' }],
			'Only what passed': lines,
		});
		expect(page?.title).toBe('1 line: 1 deleted or never there (check the key once)');
		expect(page?.listing).toBe('Line 1: 1111, deleted or never there (check the key once)');
	});

	/** What the report says of a key with these notes; `begun` notes of the same executions come with them. */
	const reported = (file: string, ...outcomes: string[]) => {
		const notes = outcomes.flatMap((outcome, execution) =>
			['begun', outcome].map((each) => ({ list: 'l', key: '1111', execution, outcome: each })),
		);
		const nodes = {
			Contacts: [{ key: '1111', list: 'l', rows: 1 }],
			Outcomes: notes.map((note, id) => ({ ...note, id })),
		};
		return runCode(file, 'Report', [], nodes)[0];
	};

	describe.each(['batches-with-a-record.json', 'erase-list-parent.json'])('in %s', (file) => {
		it.each([
			['a lost reply', ['goneAfterRetry'], 'goneAfterRetry'],
			['an interrupted batch', ['begun', 'notFound'], 'goneAfterInterruption'],
			['a batch that could not tell', ['unknown', 'notFound'], 'goneAfterInterruption'],
		])('is to be checked once after %s', (_case, notes, outcome) => {
			const toDo = 'Check the key once: it was deleted, or no profile had it';
			expect(reported(file, ...notes)).toMatchObject({ outcome, toDo });
		});

		it('is deleted if another run notes so', () => {
			expect(reported(file, 'goneAfterRetry', 'deleted')).toMatchObject({ outcome: 'deleted', toDo: '' });
		});
	});
});
