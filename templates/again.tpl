{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#LINE}}
<p class="govuk-body">{{TEXT}}</p>
{{/LINE}}
{{#SAVED}}
<h2 class="govuk-heading-m">[[what_is_saved]]</h2>
<div class="app-prose">
{{>SAVED}}
</div>
{{/SAVED}}
{{#TYPED}}
<h2 class="govuk-heading-m">[[what_you_typed]]</h2>
<div class="app-prose">
{{>TYPED}}
</div>
{{/TYPED}}
{{#AGAIN}}
<form action="{{ACTION:x-href}}" method="post" novalidate>
{{#FIELD}}
<input type="hidden" name="{{NAME}}" value="{{VALUE:x-lines}}">
{{/FIELD}}
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">{{BUTTON}}</button>
</form>
{{/AGAIN}}
{{#LINK}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">{{LINK}}</a></p>
{{/LINK}}
