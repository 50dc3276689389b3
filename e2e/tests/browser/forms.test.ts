import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openEditor } from '../../browser/browser';
import { takePicture } from '../../browser/pictures';
import { formLogin, publishExample, saveExampleCredentials } from '../../stage/example';
import { openScene } from '../scene';

describe('the examples that begin with a form', () => {
	const scene = openScene();
	const editor = openEditor(scene);
	let page: Page;

	beforeAll(async () => {
		const credentials = { ...scene.credentials, ...(await saveExampleCredentials(scene.api)) };
		for (const file of ['erasure-form.json', 'dry-run-first.json', 'spreadsheet-with-report.json']) {
			await publishExample(scene.api, file, credentials);
		}
		page = editor.page;
		await page.context().setHTTPCredentials({ username: formLogin.user, password: formLogin.password });
	});

	const open = async (path: string) => await page.goto(`${scene.url}/form/${path}`);
	const picture = async (name: string) => await takePicture(editor, name);
	const submit = async () => await page.locator('button[type="submit"]').click();

	it('are closed to whoever does not know the password', async () => {
		expect((await fetch(`${scene.url}/form/erasure-list`)).status).toBe(401);
	});

	it.each([
		['9463183901', 'Customer number 9463183901: the contact is deleted for good.', 'form-done'],
		['x<b>y</b>', 'Customer number x<b>y</b>: Webex Campaign has no such contact.', 'form-not-there'],
	])('erasure-form.json tells what became of %s', async (key, told, name) => {
		await open('erasure-request');
		await page.getByLabel('Customer number').fill(key);
		await page.getByLabel('Ticket').fill('DSR-4711');
		await submit();
		await page.getByText(told).waitFor();
		await picture(name);
	});

	it('dry-run-first.json deletes what passed, after the approval', async () => {
		await open('dry-run-first');
		await page.getByLabel('Keys').fill('9463183902\n9463183903\n9.46E+09');
		await page.getByLabel('Ticket').fill('DSR-4712');
		await submit();
		await page.getByText('2 contacts to delete, 1 line that will not be sent').waitFor();
		await page.getByText('Line 2: 9463183903, passed the check').waitFor();
		await page.getByText('Profile: sampleprofile. Ticket: DSR-4712.').waitFor();
		await picture('dry-run-approval');
		await page.getByLabel('Delete them for good?').selectOption('Yes');
		await submit();
		await page.getByText('3 lines: 2 deleted, 1 refused by the check').waitFor();
		await picture('dry-run-done');
	});

	it('spreadsheet-with-report.json hands out a report with every row of the list', async () => {
		const list = 'key;name\n9463183904;A\nÅngström;B\n9,46E+09;C\n9463183905;D\n';
		await open('erasure-list');
		await page.getByLabel('List').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
		await page.getByLabel('Ticket').fill('DSR-4713');
		const download = page.waitForEvent('download');
		await submit();
		const report = readFileSync(await (await download).path(), 'utf8');
		expect(report).toMatch(/^\uFEFF/);
		const rows = report
			.trim()
			.split('\r\n')
			.map((row) => row.split(';').slice(0, 3));
		expect(rows).toEqual([
			['row', 'key', 'result'],
			['2', '9463183904', 'deleted'],
			['3', 'Ångström', 'notFound'],
			['4', '9,46E+09', 'notDeleted'],
			['5', '9463183905', 'deleted'],
		]);
		await page
			.getByText(
				'4 rows in your list, 4 in the report: 2 contacts deleted, 1 contact not there, 1 row not deleted or not certain.',
			)
			.waitFor();
		await picture('spreadsheet-done');
	});
});
