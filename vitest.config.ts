import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		// Processes instead of threads: some tests start browsers and commands and change the working directory.
		pool: 'forks',
		// The first browser of a machine has to be unpacked, and a cold one takes a second to start.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		teardownTimeout: 10_000,
		reporters: ['default'],
		// A golden file is written only by somebody who asks for it: `npx vitest run --update`.
		update: 'none',
	},
});
