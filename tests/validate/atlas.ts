// A small sound brief about an invented model, and what checking it says when some of its files are replaced.

import { CATALOG } from '../../src/diagnostics/catalog.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { EvidenceFileName } from '../../src/diagnostics/evidence-tree.js';
import { reportText } from '../../src/diagnostics/report.js';
import { parseEvidence } from '../../src/load/parse-evidence.js';
import type { ValidateOptions } from '../../src/validate/validate-evidence.js';
import { validateEvidence } from '../../src/validate/validate-evidence.js';

export type Files = Readonly<Partial<Record<EvidenceFileName, string>>>;

export const ATLAS: Files = {
	'brief.yaml': `title: Atlas 2
subject: { id: atlas-2, name: Atlas 2, vendor: Meridian }
asOf: 2026-03-01
`,
	'sources.yaml': `- { id: card, title: Atlas 2 system card, short: Card, publisher: Meridian, kind: system-card, party: first }
- { id: review, title: A review, short: Review, publisher: The Review, kind: article, party: third, derivesFrom: [card] }
- { id: blog, title: A blog, short: The Blog, publisher: Somebody, kind: article, party: third, read: false }
`,
	'models.yaml': `- { id: atlas-1, name: Atlas 1, vendor: Meridian, role: predecessor }
- { id: people, name: People, vendor: none, role: human }
- { id: rival-3, name: Rival 3, vendor: Other, role: competitor }
`,
	'benchmarks.yaml': `- { id: gsm8k, name: GSM8K, tests: School sums., area: reasoning, unit: percent, better: higher }
- { id: chess, name: Chess, tests: Playing chess., area: other, unit: elo, better: higher, min: 100, max: 4000 }
`,
	'results.yaml': `- benchmark: gsm8k
  model: atlas-2
  claims:
    - { value: 91, source: card, at: Results }
    - { value: 83, source: review, at: Scores, credits: The Blog }
- benchmark: gsm8k
  model: atlas-1
  claims:
    - { value: 80.5, source: card, at: Results }
`,
	'figures.yaml': `- id: speed
  label: Output speed
  group: latency
  unit: tokens-per-second
  claims:
    - { value: 140, qualifier: about, source: review, at: Speed }
`,
	'statements.yaml': `- id: writes-tests
  topic: capability
  label: Writing tests
  text: It writes tests without being asked.
  claims:
    - { source: review, at: Opening }
`,
};

/** Everything that loading and checking say about the files as they are. */
export function check(files: Files, options: ValidateOptions = {}) {
	const encoder = new TextEncoder();
	const inputs = Object.entries(files).map(([name, text]) => ({
		path: `data/atlas/${name}`,
		bytes: encoder.encode(text),
	}));
	const loaded = parseEvidence(inputs, 'data/atlas');
	const checked = validateEvidence(loaded.value, options);
	const diagnostics = [...loaded.diagnostics, ...checked.diagnostics];
	const report = reportText(diagnostics, { sources: loaded.value.texts, color: false });
	return { diagnostics, carets: carets(diagnostics, loaded.value.texts), evidence: checked.value, report };
}

/** The sound brief with some files replaced. */
export function checkAtlas(files: Files, options: ValidateOptions = {}) {
	return check({ ...ATLAS, ...files }, options);
}

/** `MB220 reveiw`: the code and what the caret underlines, one for each diagnostic. */
function carets(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): readonly string[] {
	return diagnostics.map(({ code, location }) => {
		const line = location && texts.get(location.file)?.split('\n')[location.line - 1];
		const start = (location?.column ?? 1) - 1;
		return `${code} ${line?.slice(start, start + (location?.length ?? 1)) ?? ''}`.trim();
	});
}

export function errorsIn(diagnostics: readonly Diagnostic[]): readonly string[] {
	return diagnostics.map(({ code }) => code).filter((code) => CATALOG[code].severity === 'error');
}
