{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{#FIELDSET}}
<fieldset class="govuk-fieldset"{{#ROLE}} role="group"{{/ROLE}}{{#DESCRIBED_BY}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED_BY}}>
<legend class="govuk-fieldset__legend{{#LABEL_CLASS}} {{LABEL_CLASS}}{{/LABEL_CLASS}}">
{{#HEADING}}<h1 class="govuk-fieldset__heading">{{>LABEL}}{{#OPTIONAL}} [[optional]]{{/OPTIONAL}}</h1>{{/HEADING}}
{{#PLAIN}}{{>LABEL}}{{#OPTIONAL}} [[optional]]{{/OPTIONAL}}{{/PLAIN}}
</legend>
{{>CHOICES}}
</fieldset>
{{/FIELDSET}}
{{#BARE}}
{{>CHOICES}}
{{/BARE}}
</div>
