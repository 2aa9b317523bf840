{{%AUTOESCAPE context="HTML"}}
<h3 class="govuk-heading-m" id="question-{{ID}}">{{NUMBER}}. {{>TITLE}}</h3>
{{#ABOUT}}
<p class="govuk-hint">{{EXPLAINS}} {{>TITLE}}</p>
{{/ABOUT}}
<p class="govuk-body">{{BASE}}</p>
{{#CHART}}
<p class="govuk-body govuk-!-margin-bottom-2"><strong>{{FINDING}}</strong></p>
{{CHART:x-trusted}}
{{/CHART}}
{{>TABLE}}
{{#QUOTATIONS}}
<h4 class="govuk-heading-s">[[outcome_quotations]]</h4>
{{#THEME}}
<h5 class="govuk-heading-s">{{>LABEL}}</h5>
{{#QUOTATION}}
<p class="govuk-hint govuk-!-margin-bottom-1">{{>WHO}}</p>
<blockquote class="app-quote" lang="{{LANG}}">{{#PART}}[…] {{/PART}}{{TEXT:x-lines}}{{#PART}} […]{{/PART}}</blockquote>
{{/QUOTATION}}
{{/THEME}}
{{/QUOTATIONS}}
{{#RESPONSE}}
<h4 class="govuk-heading-s">[[outcome_response]]</h4>
<div lang="{{LANG}}">{{HTML:x-trusted}}</div>
{{#THEME}}
<h5 class="govuk-heading-s">[[outcome_response_theme]] {{>LABEL}}</h5>
<div lang="{{LANG}}">{{HTML:x-trusted}}</div>
{{/THEME}}
{{/RESPONSE}}
