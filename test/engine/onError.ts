import type { INode } from 'n8n-workflow';

export type On = NonNullable<INode['onError']>;

/** The three settings of 'On Error'. */
export const STOP: On = 'stopWorkflow';
export const CONTINUE: On = 'continueRegularOutput';
export const ERROR_OUTPUT: On = 'continueErrorOutput';
export const CONTINUE_MODES = [CONTINUE, ERROR_OUTPUT];
export const ON_ERROR = [STOP, ...CONTINUE_MODES];
