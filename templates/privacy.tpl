{{%AUTOESCAPE context="HTML"}}
<span class="govuk-caption-xl">{{>TITLE}}</span>
<h1 class="govuk-heading-xl">[[privacy_notice]]</h1>
{{#PRIVACY}}
<div class="app-prose" lang="{{LANG}}">{{PRIVACY:x-trusted}}</div>
{{/PRIVACY}}
<h2 class="govuk-heading-m">[[freedom_of_information]]</h2>
<p class="govuk-body">[[foi_disclosure]]</p>
<h2 class="govuk-heading-m">[[automatic_checks]]</h2>
<p class="govuk-body">[[automatic_checks_text]]</p>
<h2 class="govuk-heading-m">[[cookies]]</h2>
<div class="app-prose"><p>[[cookie_before]] <code>{{COOKIE}}</code>[[cookie_after]]</p></div>
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">[[to_the_consultation]]</a></p>
