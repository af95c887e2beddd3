// The files of one brief as bytes in, one tree per file out. Reads no disk, judges no content, throws on no input.

import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import {
	EVIDENCE_FILES,
	type EvidenceFile,
	type EvidenceFileName,
	type EvidenceTree,
} from '../diagnostics/evidence-tree.js';
import { nearest } from '../diagnostics/nearest.js';
import { inReadingOrder } from '../diagnostics/order.js';
import { FIRST_LINES } from '../diagnostics/yaml-example.js';
import { parseYaml } from './parse-yaml.js';

export { EVIDENCE_FILES };

export interface InputFile {
	/** As shown to the user, e.g. `data/atlas/results.yaml`. Its last part says what the file holds. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

const REQUIRED: readonly EvidenceFileName[] = ['brief.yaml', 'sources.yaml'];

/** `folder` is shown where no file is at fault; by default the folder of the first file. The value is always there. */
export function parseEvidence(
	files: readonly InputFile[],
	folder = folderOf(files[0]?.path ?? '.'),
	parse: typeof parseYaml = parseYaml,
): Checked<EvidenceTree> & { readonly value: EvidenceTree } {
	const diagnostics: Diagnostic[] = [];
	const texts = new Map<string, string>();
	const byName = new Map<EvidenceFileName, EvidenceFile>();
	for (const { path, bytes } of files) {
		const name = nameOf(path);
		if (!isEvidenceFile(name)) {
			diagnostics.push(...unknownFile(path, name, folder));
			continue;
		}
		const earlier = byName.get(name);
		if (earlier) {
			diagnostics.push({ code: 'MB142', args: { file: name, first: earlier.path, second: path } });
			continue;
		}
		const parsed = parse(path, bytes, REQUIRED.includes(name));
		if (parsed.text !== undefined) texts.set(path, parsed.text);
		diagnostics.push(...parsed.diagnostics);
		byName.set(name, { name, path, ...(parsed.root && { root: parsed.root }) });
	}
	if (byName.size === 0) diagnostics.push({ code: 'MB102', args: { folder } });
	else {
		for (const file of REQUIRED)
			if (!byName.has(file))
				diagnostics.push({ code: 'MB103', args: { folder, file, start: FIRST_LINES[file] ?? '' } });
	}
	const value: EvidenceTree = {
		folder,
		files: EVIDENCE_FILES.flatMap((name) => byName.get(name) ?? []),
		texts,
		isSound: diagnostics.every((diagnostic) => diagnostic.code === 'MB104'),
	};
	return { value, diagnostics: inReadingOrder(diagnostics) };
}

/** Only YAML files are worth a word: a brief's folder may also hold a README or pictures. */
function unknownFile(path: string, name: string, folder: string): readonly Diagnostic[] {
	if (!/\.ya?ml$/i.test(name)) return [];
	const stems = EVIDENCE_FILES.map((file) => file.replace('.yaml', ''));
	const closest = nearest(name.replace(/\.ya?ml$/i, ''), stems);
	const args = {
		file: name,
		nearest: closest ? `${closest}.yaml` : '',
		names: EVIDENCE_FILES.join(', '),
		folder,
	};
	return [{ code: 'MB104', location: { file: path, line: 1, column: 1 }, args }];
}

function isEvidenceFile(name: string): name is EvidenceFileName {
	return EVIDENCE_FILES.some((file) => file === name);
}

function nameOf(path: string): string {
	return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function folderOf(path: string): string {
	const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
	return end === -1 ? '.' : path.slice(0, end);
}
