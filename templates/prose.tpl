{{%AUTOESCAPE context="HTML"}}
{{#PARAGRAPH}}
<p class="govuk-body"{{#FOREIGN}} lang="{{LANG}}"{{/FOREIGN}}>{{#LINE}}{{TEXT}}{{#BREAK}}<br>{{/BREAK}}{{/LINE}}</p>
{{/PARAGRAPH}}
