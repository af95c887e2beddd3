import { expect, test } from 'vitest';
import { decodeReferences, forbiddenInCss, forbiddenInHtml } from '../../src/render/html-gate.js';
import { CHART } from './html-support.js';

test.each([
	['<p class="a">x &lt;script&gt; <a href="https://example.com/?a=1&amp;b=2">y</a><br /></p>'],
	['<td style="text-align:right">1</td><section id="1" data-lang="en" lang="en" style="--lang:en;">'],
	['<img src="data:image/png;base64,AAAA" alt="a > b" /><a href="#2">to slide 2</a>'],
	[CHART],
	['<rect fill="url(#gains-gradient)" data-a=\'x\' />'],
])('lets %s pass', (html) => {
	expect(forbiddenInHtml(html)).toEqual([]);
});

test.each([
	['<script>x</script>', 'the element <script>'],
	['<SCRIPT src="x">', 'the element <script>'],
	['<iframe srcdoc="x"></iframe>', 'the element <iframe>'],
	['<object data="x"></object>', 'the element <object>'],
	['<embed src="x">', 'the element <embed>'],
	['<link rel="stylesheet" href="x">', 'the element <link>'],
	['<meta http-equiv="refresh">', 'the element <meta>'],
	['<base href="x">', 'the element <base>'],
	['<form action="x">', 'the element <form>'],
	['<style>x</style>', 'the element <style>'],
	['<use href="#a"/>', 'the element <use>'],
	['<math><mtext>', 'the element <math>'],
	['<p onclick="x()">', 'onclick="x()" on <p>'],
	['<svg OnLoad="x()">', 'onload="x()" on <svg>'],
	['<a href="javascript:x">', 'href="javascript:x" on <a>'],
	['<a href="java&#115;cript:x">', 'href="javascript:x" on <a>'],
	['<a href=" data:text/html,x">', 'href="data:text/html,x" on <a>'],
	['<a href="file:///etc/passwd">', 'href="file:///etc/passwd" on <a>'],
	['<a xlink:href="//evil.example">', 'xlink:href="//evil.example" on <a>'],
	['<img src="http://evil.example/a.png">', 'src="http://evil.example/a.png" on <img>'],
	['<img src="charts/x.svg">', 'src="charts/x.svg" on <img>'],
	['<img src="data:text/html,x">', 'src="data:text/html,x" on <img>'],
	['<img srcset="http://evil.example 2x">', 'srcset="http://evil.example 2x" on <img>'],
	['<p style="background:url(http://evil.example)">', 'style="background:url(http://evil.example)" on <p>'],
	['<p style="background:url(&quot;http://e&quot;)">', 'style="background:url("http://e")" on <p>'],
	['<p style="background:u\\72l(http://e)">', 'style="background:u\\72l(http://e)" on <p>'],
	['<rect fill="url(http://e#a)">', 'fill="url(http://e#a)" on <rect>'],
])('refuses %s', (html, expected) => {
	expect(forbiddenInHtml(html)).toContain(expected);
});

test.each([
	'<!-- x -->',
	'<![CDATA[',
	'<p class="a',
	'<p class=bare>',
	'<p a="<b>">',
	'< p>',
	'<?xml ?>',
	'<p/x>',
])('refuses %s, which it cannot read with certainty', (html) => {
	expect(forbiddenInHtml(html)[0]).toMatch(/^unreadable markup/);
});

test('reads a large slide to its end', () => {
	expect(forbiddenInHtml(`<p${' a="b"'.repeat(20_000)}`)).not.toEqual([]);
	expect(forbiddenInHtml('<p>x</p>'.repeat(100_000))).toEqual([]);
});

test.each([
	'a{background:url(data:image/png;base64,AA==)}',
	'@font-face{src:url("data:font/woff2;base64,AA==") format("woff2")}',
	'a{fill:url(#x)} /* @import "http://example.com" */',
	'a::after{content:"\\201c"}',
])('lets the style sheet %s pass', (css) => {
	expect(forbiddenInCss(css)).toEqual([]);
});

test.each([
	['@import "http://evil.example/a.css";', '@import'],
	['@\\69mport "http://evil.example/a.css";', '@import'],
	['a{background:url(http://evil.example)}', 'url(http://evil.example)'],
	['a{background:URL( "//evil.example")}', 'url(//evil.example)'],
	['a{background:url(fonts/a.woff2)}', 'url(fonts/a.woff2)'],
	['a{background:url(data:text/html,x)}', 'url(data:text/html,x)'],
	['a{background:image-set("http://evil.example" 1x)}', 'image-set()'],
	['a{content:"</style><script>"}', '</style>'],
])('refuses the style sheet %s', (css, expected) => {
	expect(forbiddenInCss(css)).toContain(expected);
});

test.each([
	['&lt;b&gt; &amp;amp; &quot;', '<b> &amp; "'],
	['&#42;&#x2A;&#X2a;', '***'],
	['&#0; &#1114112; &#xd800;', '\ufffd \ufffd \ufffd'],
	['AT&T &unknown; &#; 100%', 'AT&T &unknown; &#; 100%'],
])('decodes %s once', (text, expected) => {
	expect(decodeReferences(text)).toBe(expected);
});
