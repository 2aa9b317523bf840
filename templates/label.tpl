{{%AUTOESCAPE context="HTML"}}
{{#HEADING}}
<h1 class="govuk-label-wrapper"><label class="govuk-label{{#LABEL_CLASS}} {{LABEL_CLASS}}{{/LABEL_CLASS}}" for="{{ID}}">{{>LABEL}}{{#OPTIONAL}} [[optional]]{{/OPTIONAL}}</label></h1>
{{/HEADING}}
{{#PLAIN}}
<label class="govuk-label{{#LABEL_CLASS}} {{LABEL_CLASS}}{{/LABEL_CLASS}}" for="{{ID}}">{{>LABEL}}{{#OPTIONAL}} [[optional]]{{/OPTIONAL}}</label>
{{/PLAIN}}
