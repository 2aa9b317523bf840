{{%AUTOESCAPE context="HTML"}}
<span class="govuk-caption-l">{{>CONSULTATION}}</span>
<h1 class="govuk-heading-l">[[your_response]]</h1>
<p class="govuk-body">[[tasks_text]]</p>
{{>TASKS}}
