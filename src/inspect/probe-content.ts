// Part of the expression of slide-probe.ts: pictures that do not load or say nothing, levels, long tables, empty slides.

export const CONTENT = `
		// Pictures.
		const loads = async (address) => { const probe = new Image(); probe.src = address; try { await probe.decode(); return true; } catch { return false; } };
		for (const picture of pictures) {
			const isHidden = picture.closest('[aria-hidden="true"], [role="presentation"]');
			if (picture.localName === 'img') {
				if (!isHidden && picture.alt.trim() === '') add('alt', picture, {});
				if (picture.src.startsWith('data:') && !(await loads(picture.src))) add('image', picture, {});
			} else if (picture.localName === 'svg' && !isHidden && picture.querySelector(':scope > title')?.textContent.trim() === undefined && !picture.getAttribute('aria-label')) add('alt', picture, {});
		}
		for (const back of [section, ...(backdrop?.querySelectorAll('figure') ?? [])]) {
			const [, address = ''] = /url\\("(data:[^"]*)"\\)/.exec(styleOf(back).backgroundImage) ?? [];
			const file = styleOf(back).getPropertyValue('--file').replace(/^"|"$/g, '');
			if (address !== '' && !pictured.has(file) && !(await loads(address))) add('image', back, { element: ('the background ' + file).trim() });
			pictured.add(file);
		}

		for (const one of section.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
			const depth = Number(one.localName[1]);
			if (depth > Math.max(level, 1) + 1) add('level', one, { detail: { level: depth, before: Math.max(level, 1), wanted: Math.max(level, 1) + 1 } });
			level = depth;
		}
		for (const table of section.querySelectorAll('table')) {
			const rows = [...table.rows].filter((row) => row.querySelector('td')).length;
			if (rows > LIMITS.rows) add('rows', table, { element: 'the table “' + shorten([...table.rows[0].cells].map((cell) => cell.innerText).join(' · ')) + '”', detail: { rows } });
		}
		const isFilled = lines.some(({ parent }) => !parent.closest('header, footer')) || pictures.length > 0 || (backdrop?.querySelector('figure, img') ?? null) !== null || styleOf(section).backgroundImage !== 'none';
		if (!isFilled) add('empty', section, {});
`;
