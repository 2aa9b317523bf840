{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
<form action="{{ACTION:x-href}}" method="post" novalidate>
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
{{>CONTROL}}
{{/QUESTION}}
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[continue]]</button>
</form>
