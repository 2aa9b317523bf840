{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#LINE}}
<p class="govuk-body">{{TEXT}}</p>
{{/LINE}}
{{#AGAIN}}
<form action="{{ACTION:x-href}}" method="post" novalidate>
{{#FIELD}}
<input type="hidden" name="{{NAME}}" value="{{VALUE:x-lines}}">
{{/FIELD}}
<button type="submit" class="govuk-button{{#WARNING}} govuk-button--warning{{/WARNING}}" data-module="govuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
{{/AGAIN}}
{{#LINK}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">{{LINK}}</a></p>
{{/LINK}}
