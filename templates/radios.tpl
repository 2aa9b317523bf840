{{%AUTOESCAPE context="HTML"}}
{{>HINT}}
<div class="govuk-radios"{{#MODULE}} data-module="govuk-radios"{{/MODULE}}>
{{#CHOICE}}
{{#DIVIDER}}
<div class="govuk-radios__divider">{{DIVIDER}}</div>
{{/DIVIDER}}
{{#ITEM}}
<div class="govuk-radios__item">
<input class="govuk-radios__input" id="{{CHOICE_ID}}" name="{{NAME}}" type="radio" value="{{VALUE}}"{{#CHECKED}} checked{{/CHECKED}}{{#REVEALS}} data-aria-controls="conditional-{{CHOICE_ID}}"{{/REVEALS}}{{#DESCRIBED_BY}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED_BY}}>
<label class="govuk-label govuk-radios__label" for="{{CHOICE_ID}}">{{>LABEL}}</label>
{{#CHOICE_HINT}}
<div id="{{CHOICE_ID}}-item-hint" class="govuk-hint govuk-radios__hint">{{>CHOICE_HINT}}</div>
{{/CHOICE_HINT}}
</div>
{{#REVEALS}}
<div class="govuk-radios__conditional{{#UNCHECKED}} govuk-radios__conditional--hidden{{/UNCHECKED}}" id="conditional-{{CHOICE_ID}}">
{{>REVEALED}}
</div>
{{/REVEALS}}
{{/ITEM}}
{{/CHOICE}}
</div>
