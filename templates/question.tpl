{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
<form id="page-form" action="{{ACTION:x-href}}" method="post" novalidate>
<input type="hidden" name="form-stamp" value="{{STAMP}}">
{{#HEADING}}
{{#SECTION}}
<span class="govuk-caption-l">{{>SECTION}}</span>
{{/SECTION}}
<h1 class="govuk-heading-l">{{>HEADING}}</h1>
{{/HEADING}}
{{#QUESTION}}
<span class="{{CAPTION_CLASS}}">[[question]] {{NUMBER}} [[of]] {{COUNT}}</span>
{{#EXPLAINS}}
<p class="govuk-body">[[this_is_about]] {{>EXPLAINS}}</p>
{{/EXPLAINS}}
{{#TITLE}}
{{#HEADING}}<h1 class="govuk-heading-l">{{>TITLE}}{{#OPTIONAL}} [[optional]]{{/OPTIONAL}}</h1>{{/HEADING}}
{{#PLAIN}}<h2 class="govuk-heading-m">{{>TITLE}}{{#OPTIONAL}} [[optional]]{{/OPTIONAL}}</h2>{{/PLAIN}}
{{/TITLE}}
{{#GUIDANCE}}
<div class="app-prose" lang="{{LANG}}">{{GUIDANCE:x-trusted}}</div>
{{/GUIDANCE}}
{{#ABOUT}}
<p class="govuk-body">[[about_before]] <a class="govuk-link" href="{{URL:x-href}}" rel="noreferrer noopener" target="_blank">{{>ABOUT}}{{#PARAGRAPH}}, [[about_paragraph]] {{PARAGRAPH}}{{/PARAGRAPH}} [[opens_in_new_tab]]</a></p>
{{/ABOUT}}
{{>CONTROL}}
{{>MORE}}
{{>WHY}}
{{/QUESTION}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[continue]]</button>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="form-next" value="later" data-prevent-double-click="true">[[save_for_later]]</button>
</div>
</form>
