{{%AUTOESCAPE context="HTML"}}
<h2 class="govuk-heading-m">[[enquiries]]</h2>
{{#CONTACT}}
<h3 class="govuk-heading-s">{{HEADING}}</h3>
{{#NAME}}
<p class="govuk-body govuk-!-margin-bottom-1">{{NAME}}</p>
{{/NAME}}
{{#EMAIL}}
<p class="govuk-body govuk-!-margin-bottom-1">[[email]] <a class="govuk-link" href="{{URL:x-href}}">{{EMAIL}}</a></p>
{{/EMAIL}}
{{#PHONE}}
<p class="govuk-body govuk-!-margin-bottom-1">[[telephone]] <a class="govuk-link" href="{{URL:x-href}}">{{PHONE}}</a></p>
{{/PHONE}}
{{/CONTACT}}
