import type { Locator, Page } from 'playwright-core';

/** n8n's editor as a user has it. Its parts are found by the marks that n8n's own tests use. */
export class Editor {
	/** @param page may be set later, but before anything is asked of the editor */
	constructor(
		private readonly url: string,
		public page: Page = undefined as never,
	) {}

	part(testId: string): Locator {
		return this.page.locator(`[data-test-id="${testId}"]`);
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		// The scripts of a first load may take long to come.
		await this.part('canvas-node').first().waitFor({ timeout: 60_000 });
	}

	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.part('ndv').waitFor();
	}

	/** Whether nothing in a part is cut off. */
	async showsWhole(part: Locator): Promise<boolean> {
		return await part.evaluate((element) =>
			[element, ...Array.from(element.querySelectorAll('*'))].every(
				(one) => getComputedStyle(one).overflowY === 'visible' || one.scrollHeight <= one.clientHeight,
			),
		);
	}

	/** Closes the open node, and first its credential if that is open. */
	async closeNode(): Promise<void> {
		const credential = this.part('editCredential-modal');
		if (await credential.isVisible()) {
			await credential.locator('.el-dialog__headerbtn, [aria-label="Close"]').first().click();
			await credential.waitFor({ state: 'hidden' });
		}
		await this.part('ndv-close-button').click();
		await this.part('ndv').waitFor({ state: 'hidden' });
	}

	/** What n8n shows of the error that an open node ended with. */
	async errorShown(): Promise<{ message: string; description: string }> {
		const [message, description] = await Promise.all(
			['node-error-message', 'node-error-description'].map((part) => this.part(part).innerText()),
		);
		return { message: message ?? '', description: description ?? '' };
	}

	/** Opens the list of nodes behind the plus at a node's output and searches it. */
	async searchNodesAfter(name: string, words: string): Promise<Locator> {
		await this.part('canvas-node').filter({ hasText: name }).locator('[data-test-id="canvas-handle-plus"]').click();
		await this.part('node-creator-search-bar').fill(words);
		return this.part('node-creator-item-name');
	}

	/** The row of one parameter in the node panel. */
	parameter(name: string): Locator {
		return this.part('parameter-item').filter({ has: this.part(`parameter-input-${name}`) });
	}

	/** Chooses an entry of a parameter's drop-down list. */
	async choose(parameterName: string, entry: string): Promise<void> {
		await this.part(`parameter-input-${parameterName}`).locator('input').click();
		const entries = this.page.locator('.el-popper:visible').locator('[data-test-id="parameter-input-item"]');
		await entries.getByText(entry, { exact: true }).click();
	}

	/** Adds a field to a collection of the open node, by the words on its button. */
	async addField(button: string, field: string): Promise<void> {
		await this.page.getByPlaceholder(button, { exact: true }).click();
		await this.page.locator('.el-popper:visible').getByText(field, { exact: true }).click();
	}

	/** Chooses how a resource is named: by the mode's name. */
	async chooseMode(parameterName: string, mode: string): Promise<void> {
		await this.part(`resource-locator-${parameterName}`).locator('[data-test-id="rlc-mode-selector"]').click();
		await this.page.locator('.el-popper:visible').locator(`[data-test-id="mode-${mode}"]`).click();
	}

	/** Switches a parameter to an expression and types it. */
	async typeExpression(parameterName: string, expression: string): Promise<void> {
		const row = this.parameter(parameterName);
		await row.hover();
		await row.locator('[data-test-id="radio-button-expression"]').click();
		await row.locator('.cm-content').click();
		// The editor closes brackets by itself.
		await this.page.keyboard.insertText(expression);
		await this.page.keyboard.press('Escape');
	}

	async useTheme(theme: 'light' | 'dark'): Promise<void> {
		await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
	}
}
