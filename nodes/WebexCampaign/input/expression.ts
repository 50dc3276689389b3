/** Whether a saved parameter, or anything inside it, is an expression: n8n marks them with a leading `=`. */
export function isExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(isExpression);
}
