import type { Editor } from './editor';

/** n8n's page Settings > Community nodes, by the words a user sees. */
export class CommunityNodes {
	constructor(private readonly editor: Editor) {}

	/** A package in the list. */
	card(packageName: string) {
		return this.editor.part('community-package-card').filter({ hasText: packageName });
	}

	/** From anywhere in n8n. */
	async open(): Promise<void> {
		const { page } = this.editor;
		await page.getByRole('menuitem', { name: 'Settings' }).click();
		await page.getByText('Community nodes', { exact: true }).click();
	}

	/** In an n8n that has none yet. */
	async install(packageName: string): Promise<void> {
		const { page } = this.editor;
		await page.getByRole('button', { name: 'Install a community node' }).click();
		const dialog = page.getByRole('dialog').filter({ hasText: 'Install community nodes' });
		await dialog.getByText('npm Package Name').waitFor();
		await dialog.locator('input[type="text"]').fill(packageName);
		await dialog.getByText('I understand the risks of installing unverified code from a public source.').click();
		await dialog.getByRole('button', { name: 'Install', exact: true }).click();
		await page.getByText('Package installed').waitFor({ timeout: 60_000 });
	}

	async uninstall(packageName: string): Promise<void> {
		const { page } = this.editor;
		await this.card(packageName).locator('[data-test-id="action-toggle"]').click();
		await page.getByText('Uninstall package', { exact: true }).click();
		await page.getByRole('button', { name: 'Confirm uninstall' }).click();
		await page.getByText('Package uninstalled').waitFor();
	}
}
