{{%AUTOESCAPE context="HTML"}}
<ul class="govuk-list govuk-list--bullet">
{{#ITEM}}
<li>{{>TEXT}}</li>
{{/ITEM}}
</ul>
