// Every diagnostic: its permanent code, severity, exit code and wording. Nothing else owns wording.

export type DiagnosticArgs = Readonly<Record<string, string | number>>;

type Severity = 'error' | 'warning';

interface CatalogEntry {
	/** kebab-case, printed after the code */
	readonly name: string;
	readonly severity: Severity;
	/** The exit code that this problem leads to (DESIGN: 1 build · 2 usage · 3 evidence · 5 environment). */
	readonly exit: 1 | 2 | 3 | 5;
	readonly what: (args: DiagnosticArgs) => string;
	readonly why?: (args: DiagnosticArgs) => string;
	readonly fix: (args: DiagnosticArgs) => string;
}

// MB1xx reading files · MB2xx evidence · MB3xx templates, charts and themes · MB4xx output and environment · MB5xx usage
export const CATALOG = {
	MB101: {
		name: 'file-unreadable',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.path} cannot be read: ${args.reason}.`,
		fix: () => 'Check that the file exists and that you may read it.',
	},
} as const satisfies Record<string, CatalogEntry>;

export type DiagnosticCode = keyof typeof CATALOG;
export type { CatalogEntry, Severity };
