{{%AUTOESCAPE context="HTML"}}
<div class="govuk-error-summary"{{#WAITS}} data-disable-auto-focus="true"{{/WAITS}} data-module="govuk-error-summary">
<div role="alert">
<h2 class="govuk-error-summary__title">{{#TITLE}}{{TITLE}}{{/TITLE}}{{#PLAIN}}[[there_is_a_problem]]{{/PLAIN}}</h2>
<div class="govuk-error-summary__body">
{{#DESCRIPTION}}
<p>{{DESCRIPTION}}</p>
{{/DESCRIPTION}}
{{#LIST}}
<ul class="govuk-list govuk-error-summary__list">
{{#FAULT}}
<li>{{#LINK}}<a href="{{URL:x-href}}">{{>TEXT}}</a>{{/LINK}}{{#PLAIN}}{{>TEXT}}{{/PLAIN}}</li>
{{/FAULT}}
</ul>
{{/LIST}}
</div>
</div>
</div>
