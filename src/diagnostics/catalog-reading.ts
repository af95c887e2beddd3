// MB1xx: what can go wrong between the bytes of a file and a tree of values.

import type { CatalogEntry } from './catalog-entry.js';
import { FIRST_LINES } from './yaml-example.js';

export const READING = {
	MB102: {
		name: 'empty-brief',
		severity: 'error',
		exit: 3,
		what: (args) => `The folder ${args.folder} holds no evidence files.`,
		why: () => 'A brief is a folder with at least brief.yaml and sources.yaml.',
		fix: () =>
			`Add brief.yaml, ${FIRST_LINES['brief.yaml']}, and sources.yaml, ${FIRST_LINES['sources.yaml']}. docs/evidence.md shows all fields.`,
	},
	MB103: {
		name: 'required-file-missing',
		severity: 'error',
		exit: 3,
		what: (args) => `The brief ${args.folder} has no ${args.file}.`,
		why: (args) =>
			args.file === 'brief.yaml'
				? 'It names the subject of the brief and the day of its evidence.'
				: 'Every claim names the source that made it.',
		fix: (args) => `Create ${args.folder}/${args.file}, ${args.start}. docs/evidence.md shows all fields.`,
	},
	MB104: {
		name: 'unknown-file',
		severity: 'warning',
		exit: 3,
		what: (args) => `${args.file} is not an evidence file, so nothing in it is read.`,
		fix: (args) =>
			`${args.nearest ? `Rename it to ${args.nearest} if that is what it holds, or move it out of the folder.` : 'Move it out of the folder.'} The names are ${args.names}.`,
	},
	MB106: {
		name: 'not-utf-8',
		severity: 'error',
		exit: 3,
		what: (args) => `The file is encoded as ${args.encoding}.`,
		why: () => 'Evidence is read as UTF-8.',
		fix: () => 'Save it again with the encoding UTF-8.',
	},
	MB107: {
		name: 'invalid-utf-8',
		severity: 'error',
		exit: 3,
		what: (args) => `Byte ${args.byte} at offset ${args.offset} is not valid UTF-8.`,
		why: () => 'The file was probably saved in an older encoding, such as Latin-1 or Windows-1252.',
		fix: () => 'Save it again with the encoding UTF-8, and check the accented letters and quotation marks.',
	},
	MB108: {
		name: 'control-character',
		severity: 'error',
		exit: 3,
		what: (args) => `The text holds the invisible character ${args.character}.`,
		why: () => 'Control characters and halves of characters cannot be printed on a slide.',
		fix: () => 'Delete it; retyping the word removes it.',
	},
	MB109: {
		name: 'empty-file',
		severity: 'error',
		exit: 3,
		what: () => 'The file is empty, or holds only comments.',
		fix: (args) =>
			args.required === 1
				? `Fill it in, ${args.start}. docs/evidence.md shows all fields.`
				: 'Fill it in, or delete the file: a deck adapts to what is there.',
	},
	MB120: {
		name: 'tab-indentation',
		severity: 'error',
		exit: 3,
		what: (args) =>
			args.lines === 1
				? 'This line is indented with a tab.'
				: `This line is indented with a tab, and so are ${args.others} others in the file.`,
		why: () => 'In YAML only spaces say what belongs to what.',
		fix: () => 'Use spaces, two for each level.',
	},
	MB121: {
		name: 'nested-too-deeply',
		severity: 'error',
		exit: 3,
		what: (args) => `More than ${args.limit} levels are nested here.`,
		why: () => 'Evidence needs no more than eight levels; a damaged or hostile file may have thousands.',
		fix: () => 'Check for brackets that are opened and never closed.',
	},
	MB122: {
		name: 'too-many-entries',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.where} more than ${args.limit} entries.`,
		why: () => 'The limit keeps a damaged or hostile file from stopping the build.',
		fix: () => 'Check that this is the right file, and split the brief where it really is that large.',
	},
	MB123: {
		name: 'invalid-yaml',
		severity: 'error',
		exit: 3,
		what: (args) => `This cannot be read as YAML: ${args.reason}.`,
		fix: () =>
			'Compare the line and the one above with the examples in docs/evidence.md. Text with special characters is safe in "double quotes".',
	},
	MB124: {
		name: 'unclosed-quote',
		severity: 'error',
		exit: 3,
		what: (args) => `The quotation mark ${args.quote} is opened here and not closed.`,
		fix: (args) =>
			`Add the closing ${args.quote} at the end of the text.${args.quote === "'" ? ' An apostrophe inside single quotes is written twice.' : ''}`,
	},
	MB125: {
		name: 'several-documents',
		severity: 'error',
		exit: 3,
		what: () => 'A second YAML document starts here.',
		why: () => 'An evidence file is one document, so what follows would be lost.',
		fix: () => 'Remove the line `---` (or `...`), or move what follows to its own file.',
	},
	MB126: {
		name: 'duplicate-key',
		severity: 'error',
		exit: 3,
		what: (args) => `\`${args.key}\` stands twice in the same mapping.`,
		why: () => 'Only one of the two values could be used.',
		fix: () => 'Keep one of them. For a second entry in a list, start a new line with `- `.',
	},
	MB127: {
		name: 'alias',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.form} is a YAML ${args.kind}.`,
		why: () => 'Aliases and anchors are not allowed: evidence must read the same wherever you open it.',
		fix: (args) =>
			args.kind === 'alias'
				? 'Write the value out, or put the text in quotes if it really starts with `*`.'
				: 'Remove it, or put the text in quotes if it really starts with `&`.',
	},
	MB128: {
		name: 'merge-key',
		severity: 'error',
		exit: 3,
		what: () => '`<<` would merge another mapping into this one.',
		why: () => 'Merge keys are not part of YAML 1.2, and hide where a value comes from.',
		fix: () => 'Write the fields out.',
	},
	MB129: {
		name: 'tag',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.tag} is a YAML tag.`,
		why: () => 'Tags are not allowed: every field already has its type.',
		fix: () => 'Remove it, or put the text in quotes if it really starts with `!`.',
	},
	MB130: {
		name: 'reserved-key',
		severity: 'error',
		exit: 3,
		what: (args) => `\`${args.key}\` is a reserved word and cannot be a field.`,
		why: () => 'JavaScript gives this name a meaning of its own, which hostile files exploit.',
		fix: () => 'Choose another name.',
	},
	MB131: {
		name: 'key-not-text',
		severity: 'error',
		exit: 3,
		what: (args) => `The name of this field is ${args.found}; it must be text.`,
		fix: (args) =>
			args.number
				? `If the comma belongs to a number, leave it out: ${args.number}. In brackets a comma starts the next field.`
				: 'Write the name as a word, or in quotes. A stray `?`, `[` or `{` before a colon also leads here.',
	},
	MB132: {
		name: 'unsafe-integer',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.raw} has more digits than can be kept: it would become ${args.stored}.`,
		fix: (args) => `Round it as the source would, or put it in quotes if it is a name: "${args.raw}".`,
	},
	MB133: {
		name: 'not-finite',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.raw} is not a finite number.`,
		fix: () => 'Write the number that the source gives, or `not reported` as the `value` of a claim.',
	},
	MB134: {
		name: 'number-notation',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.raw} would be read as ${args.stored}.`,
		why: () => 'Numbers are written in full and in decimal digits, so that a reader sees what is meant.',
		fix: (args) => `Write ${args.stored} if it is a number, or "${args.raw}" in quotes if it is text.`,
	},
	MB135: {
		name: 'unclosed-bracket',
		severity: 'error',
		exit: 3,
		what: (args) => `The bracket ${args.bracket} is opened and not closed before this place.`,
		fix: (args) =>
			`Add the closing ${args.closing}. Between brackets, parts are separated by commas, and text that holds a comma, a bracket or a colon needs quotes.`,
	},
	MB136: {
		name: 'indentation',
		severity: 'error',
		exit: 3,
		what: (args) => `The indentation does not fit: ${args.reason}.`,
		fix: () =>
			'Indent fields of one item by the same number of spaces, two more than the `-` of the item or the field that they belong to.',
	},
	MB137: {
		name: 'colon-in-text',
		severity: 'error',
		exit: 3,
		what: () => 'A colon followed by a blank stands inside unquoted text.',
		why: () => 'YAML takes it for the end of a field name.',
		fix: () => 'Put the whole text in quotes: title: "Name: what it is".',
	},
	MB138: {
		name: 'special-first-character',
		severity: 'error',
		exit: 3,
		what: (args) => `Unquoted text cannot start with ${args.character}.`,
		fix: () => 'Put the whole text in quotes.',
	},
	MB139: {
		name: 'yaml-directive',
		severity: 'error',
		exit: 3,
		what: () => 'A line that starts with % before the content is a YAML directive.',
		why: () => 'A directive can change how every value in the file is read.',
		fix: () => 'Remove the line.',
	},
	MB140: {
		name: 'stray-text',
		severity: 'error',
		exit: 3,
		what: () => 'This text does not belong to any field.',
		why: () =>
			'A value ends with its closing quote or bracket; nothing may follow it on the line but a comment.',
		fix: (args) =>
			`Put the whole text in quotes, or check for a missing colon, comma or \`- \`.${args.before === "'" ? ' An apostrophe inside single quotes is written twice.' : ''}`,
	},
	MB141: {
		name: 'bad-escape',
		severity: 'error',
		exit: 3,
		what: (args) => `${args.escape} is not an escape sequence.`,
		why: () => 'In double quotes a backslash starts one, such as \\n or \\".',
		fix: () => "Write the backslash twice, or use 'single quotes'.",
	},
	MB143: {
		name: 'brace-in-text',
		severity: 'error',
		exit: 3,
		what: () => 'A reference in braces stands in text without quotes.',
		why: () => 'At the start of a text, and anywhere between brackets, YAML takes the brace for its own.',
		fix: () => 'Put the whole text in quotes: say: "It gained {gain osworld-verified}."',
	},
	MB142: {
		name: 'duplicate-file',
		severity: 'error',
		exit: 3,
		what: (args) => `The brief has ${args.file} twice: ${args.first} and ${args.second}.`,
		fix: () => 'Keep one of them.',
	},
} as const satisfies Record<string, CatalogEntry>;
