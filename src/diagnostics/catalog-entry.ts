// The form of one catalog entry: what a code means to the person who reads it.

/** Real values to print; rules hand them over raw and only the catalog turns them into sentences. */
export type DiagnosticArgs = Readonly<Record<string, string | number>>;

type Severity = 'error' | 'warning';

export interface CatalogEntry {
	/** kebab-case, printed after the code */
	readonly name: string;
	readonly severity: Severity;
	/** The exit code that this problem leads to (DESIGN: 1 build · 2 usage · 3 evidence · 5 environment). */
	readonly exit: 1 | 2 | 3 | 5;
	readonly what: (args: DiagnosticArgs) => string;
	readonly why?: (args: DiagnosticArgs) => string;
	readonly fix: (args: DiagnosticArgs) => string;
	/** A few words printed behind the caret. */
	readonly caret?: (args: DiagnosticArgs) => string;
}

/** "Did you mean `x`? " or nothing; `nearest` is an empty string where nothing is close. */
export function didYouMean(args: DiagnosticArgs): string {
	return args.nearest ? `Did you mean \`${args.nearest}\`? ` : '';
}
