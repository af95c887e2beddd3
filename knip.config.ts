import type { KnipConfig } from 'knip';

const config: KnipConfig = {
	// The client is bundled for the browser by scripts/build.mjs.
	entry: [
		'src/cli.ts',
		'src/index.ts',
		'src/present/client/{main,live}.ts',
		'marp.config.mjs',
		'themes/*.yaml',
	],
	project: ['src/**/*.ts', 'tests/**/*.ts', 'scripts/**/*.mjs', 'themes/*.yaml'],
	compilers: {
		// A theme names its fonts as files of packages.
		yaml: (text) =>
			[...text.matchAll(/module: "([^"]+)"/g)].map(([, module]) => `import '${module}';`).join('\n'),
	},
	// A type that is part of an exported type may have a name.
	ignoreExportsUsedInFile: { interface: true, type: true },
	// Started by path in scripts/check-package.mjs, and read by path in src/commands/load-subsetter.ts.
	ignoreDependencies: ['harfbuzzjs', 'publint', '@arethetypeswrong/cli'],
};

export default config;
