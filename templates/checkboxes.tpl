{{%AUTOESCAPE context="HTML"}}
{{>HINT}}
<div class="govuk-checkboxes"{{#MODULE}} data-module="govuk-checkboxes"{{/MODULE}}>
{{#CHOICE}}
{{#DIVIDER}}
<div class="govuk-checkboxes__divider">{{DIVIDER}}</div>
{{/DIVIDER}}
{{#ITEM}}
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="{{CHOICE_ID}}" name="{{NAME}}" type="checkbox" value="{{VALUE}}"{{#CHECKED}} checked{{/CHECKED}}{{#EXCLUSIVE}} data-behaviour="exclusive"{{/EXCLUSIVE}}{{#REVEALS}} data-aria-controls="conditional-{{CHOICE_ID}}"{{/REVEALS}}{{#DESCRIBED_BY}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED_BY}}>
<label class="govuk-label govuk-checkboxes__label" for="{{CHOICE_ID}}">{{>LABEL}}</label>
{{#CHOICE_HINT}}
<div id="{{CHOICE_ID}}-item-hint" class="govuk-hint govuk-checkboxes__hint">{{>CHOICE_HINT}}</div>
{{/CHOICE_HINT}}
</div>
{{#REVEALS}}
<div class="govuk-checkboxes__conditional{{#UNCHECKED}} govuk-checkboxes__conditional--hidden{{/UNCHECKED}}" id="conditional-{{CHOICE_ID}}">
{{>REVEALED}}
</div>
{{/REVEALS}}
{{/ITEM}}
{{/CHOICE}}
</div>
