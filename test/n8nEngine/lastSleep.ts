import { sleep } from 'n8n-workflow';

/** n8n's `sleep` can't be stopped, and jest gives a worker no more time to end than a lane's last one takes. */
export const lastSleep = (): Promise<void> => sleep(500);
