{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-xl">[[consultations]]</h1>
{{#NONE}}
<p class="govuk-body">[[no_consultations]]</p>
{{/NONE}}
{{#GROUP}}
<h2 class="govuk-heading-l">{{HEADING}}</h2>
<ul class="govuk-list govuk-list--spaced">
{{#CONSULTATION}}
<li>
<a class="govuk-link govuk-!-font-weight-bold" href="{{URL:x-href}}">{{>TITLE}}</a><br>
{{>ORGANISATIONS}}<br>
{{DATES}}
</li>
{{/CONSULTATION}}
</ul>
{{/GROUP}}
