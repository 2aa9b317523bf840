{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
<span class="govuk-caption-l">{{>CONSULTATION}}</span>
<h1 class="govuk-heading-l">{{HEADING}}</h1>
<p class="govuk-body">[[return_text]]</p>
<form id="page-form" action="{{ACTION:x-href}}" method="post" novalidate>
{{>CONTROL}}
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[return_button]]</button>
</form>
