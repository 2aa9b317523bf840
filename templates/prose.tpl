{{%AUTOESCAPE context="HTML"}}
{{#PARAGRAPH}}
<p class="govuk-body">{{#LINE}}{{TEXT}}{{#BREAK}}<br>{{/BREAK}}{{/LINE}}</p>
{{/PARAGRAPH}}
