/** Whether a saved parameter, or anything inside it, is an expression: n8n marks them with a leading `=`. */
export function isExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(isExpression);
}

/**
 * `{{ … }}` without the white space around it, or undefined if there is none: one key press in the editor, after which n8n
 * makes text of any value and its kind is lost.
 */
export function withoutWhiteSpace(raw: string): string | undefined {
	const expression = raw.slice(1).trim();
	const isOne = /^\{\{(?:(?!\{\{).)*\}\}$/s.test(expression);
	return raw.startsWith('=') && isOne && expression.length < raw.length - 1 ? expression : undefined;
}
