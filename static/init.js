/*
 * A plain script, to be loaded in <head> without defer, async or type:
 *
 *	<script src="/static/init.js"></script>
 *
 * It marks the page as enhanced before anything is painted, so that what a
 * choice reveals never shows for a moment and then hides; GOV.UK's template
 * does this by an inline script in <body>, which would need a hash in the
 * Content-Security-Policy.  So there is no inline script at all, and
 * script-src 'self' is enough.
 *
 * A browser too old for import() refuses this file whole, and keeps the page
 * as it came: complete without script.  So does one that fails to fetch
 * govuk.js, after the catch below.
 */
"use strict";

(() => {
	const classes = ["js-enabled", "govuk-frontend-supported"];
	const root = document.documentElement;
	const components = import("/static/govuk.js");
	const parsed = new Promise((resolve) => {
		document.addEventListener("DOMContentLoaded", resolve);
	});

	/* The style sheet looks at any ancestor, the components at <body>. */
	root.classList.add(...classes);
	Promise.all([components, parsed]).then(([govuk]) => {
		document.body.classList.add(...classes);
		govuk.start();
	}).catch((error) => {
		root.classList.remove(...classes);
		document.body.classList.remove(...classes);
		console.error(error);
	});
})();
