import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

/** The built node in an n8n one of whose functions throws. */
export const where =
	(broken: keyof IExecuteFunctions, message = 'no rule foresaw this') =>
	(built: INodeType) => ({
		...built,
		execute(this: IExecuteFunctions) {
			const thrower = () => {
				throw new TypeError(message);
			};
			return built.execute!.call(Object.create(this, { [broken]: { value: thrower } }) as IExecuteFunctions);
		},
	});
