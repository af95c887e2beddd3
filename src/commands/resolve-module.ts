// A file of an installed package to its path.

/** The path itself where no package holds it: reading it then says that it is missing. */
export function resolveModule(require: NodeJS.Require, module: string): string {
	try {
		return require.resolve(module);
	} catch (error) {
		if (
			(error as NodeJS.ErrnoException).code?.startsWith('MODULE_NOT_FOUND') ||
			(error as NodeJS.ErrnoException).code?.startsWith('ERR_')
		)
			return module;
		throw error;
	}
}
