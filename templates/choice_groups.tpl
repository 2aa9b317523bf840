{{%AUTOESCAPE context="HTML"}}
{{>HINT}}
{{#PART}}
<div class="govuk-form-group">
{{#GROUP}}
<fieldset class="govuk-fieldset">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{{>TITLE}}</legend>
{{>CHOICES}}
</fieldset>
{{/GROUP}}
{{#BARE}}
{{>CHOICES}}
{{/BARE}}
</div>
{{/PART}}
