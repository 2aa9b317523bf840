{{%AUTOESCAPE context="HTML"}}
{{#SECTION}}
{{#HEADING}}
<h3 class="govuk-heading-s">{{>HEADING}}</h3>
{{/HEADING}}
{{>LIST}}
{{/SECTION}}
