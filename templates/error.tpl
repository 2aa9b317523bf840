{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#LINE}}
<p class="govuk-body">{{TEXT}}</p>
{{/LINE}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">[[all_consultations]]</a></p>
