{{%AUTOESCAPE context="HTML"}}
<h2 class="govuk-heading-m">[[enquiries]]</h2>
{{#CONTACT}}
<h3 class="govuk-heading-s">{{HEADING}}</h3>
<ul class="govuk-list">
{{#NAME}}
<li>{{>NAME}}</li>
{{/NAME}}
{{#EMAIL}}
<li>[[email]] <a class="govuk-link" href="{{URL:x-href}}">{{EMAIL}}</a></li>
{{/EMAIL}}
{{#PHONE}}
<li>[[telephone]] <a class="govuk-link" href="{{URL:x-href}}">{{PHONE}}</a></li>
{{/PHONE}}
</ul>
{{/CONTACT}}
