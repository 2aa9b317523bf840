{{%AUTOESCAPE context="HTML"}}
{{#BULLETS}}
<ul class="govuk-list govuk-list--bullet">
{{#ITEM}}
<li>{{>TEXT}}{{#SAID}}: {{>SAID}}{{/SAID}}</li>
{{/ITEM}}
</ul>
{{/BULLETS}}
{{#NUMBERS}}
<ol class="govuk-list govuk-list--number">
{{#ITEM}}
<li>{{>TEXT}}{{#SAID}}: {{>SAID}}{{/SAID}}</li>
{{/ITEM}}
</ol>
{{/NUMBERS}}
