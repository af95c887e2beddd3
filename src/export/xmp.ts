// The PDF's own title, language and dates as an XMP packet. It claims no conformance to PDF/UA: nothing here proves it.

export function xmpPacket(info: string, catalog: string, date: Date): string {
	const title = escaped(textIn(info, 'Title'));
	const language = escaped(textIn(catalog, 'Lang')) || 'x-default';
	const at = date.toISOString().replace(/\.\d+Z$/, 'Z');
	const packet = [
		'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
		'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
		'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
		'<dc:format>application/pdf</dc:format>',
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>`,
		`<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`,
		`<xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate>`,
		'<xmp:CreatorTool>modelbrief</xmp:CreatorTool>',
		`<pdf:Producer>${escaped(textIn(info, 'Producer'))}</pdf:Producer>`,
		'</rdf:Description></rdf:RDF></x:xmpmeta>',
		'<?xpacket end="r"?>',
	].join('\n');
	return Buffer.from(packet, 'utf8').toString('latin1');
}

/** A text of a dictionary: in parentheses, or as UTF-16 in hexadecimal digits. */
function textIn(dictionary: string, key: string): string {
	const found = new RegExp(`/${key} (\\((?:\\\\.|[^\\\\)])*\\)|<[^>]*>)`).exec(dictionary)?.[1] ?? '';
	const raw = found.startsWith('<')
		? Buffer.from(found.slice(1, -1), 'hex')
		: Buffer.from(found.slice(1, -1).replace(/\\([()\\])/g, '$1'), 'latin1');
	return raw[0] === 0xfe && raw[1] === 0xff
		? raw.subarray(2).swap16().toString('utf16le')
		: raw.toString('latin1');
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
