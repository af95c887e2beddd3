// `modelbrief check`: everything that `build` does short of a browser and a disk. Writes nothing.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuiltDeck } from '../model/deck.js';
import { compareDecks, findUnresolved } from '../pipeline.js';
import { type CommandContext, report } from './context.js';
import { prepare, type Selection } from './prepare.js';
import { renderCheckedDeck } from './render-checked-deck.js';

export interface CheckOptions extends Selection {
	readonly strict: boolean;
	readonly json: boolean;
}

export async function check(options: CheckOptions, context: CommandContext): Promise<number> {
	const texts = new Map<string, string>();
	const prepared = await prepare(options, context, texts);
	const diagnostics: Diagnostic[] = [...prepared.diagnostics];
	const lines: string[] = [];
	for (const { folder, reconciled, decks } of prepared.value?.briefs ?? []) {
		const { workshop } = prepared.value ?? {};
		if (workshop === undefined) continue;
		const claims = reconciled.evidence.topics.flatMap((topic) => topic.claims).length;
		const contested = [...reconciled.findings.values()].filter((finding) => finding.contested).length;
		lines.push(
			`${folder.name}: ${claims} claims, ${reconciled.findings.size} findings, ${contested} of them contested`,
		);
		diagnostics.push(...findUnresolved(reconciled));
		const built: BuiltDeck[] = [];
		for (const { deck, theme } of decks) {
			const rendered = await renderCheckedDeck(reconciled, deck, theme, workshop);
			diagnostics.push(...rendered.diagnostics);
			if (rendered.value === undefined) continue;
			built.push(rendered.value);
			lines.push(`  ${deck}: ${rendered.value.slides.length} slides, ${rendered.value.charts.size} charts`);
		}
		diagnostics.push(...compareDecks(built));
	}
	const code = report(diagnostics, context, {
		texts,
		json: options.json,
		strict: options.strict,
		outcome: 'Nothing was written.',
	});
	if (!options.json) for (const line of lines) context.terminal.line(line);
	if (!options.json && diagnostics.length === 0) context.terminal.line('No problems found.');
	return code;
}
