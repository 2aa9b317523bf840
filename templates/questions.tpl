{{%AUTOESCAPE context="HTML"}}
<span class="govuk-caption-xl">{{>TITLE}}</span>
<h1 class="govuk-heading-xl">[[all_the_questions]]</h1>
{{#HOW}}
<p class="govuk-body">[[print_and_send]]</p>
{{#EMAIL}}
<h2 class="govuk-heading-s">[[email_to]]</h2>
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">{{EMAIL}}</a></p>
{{/EMAIL}}
{{#POST}}
<h2 class="govuk-heading-s">[[write_to]]</h2>
{{>ADDRESS}}
{{/POST}}
{{/HOW}}
<h2 class="govuk-heading-m">[[about_you]]</h2>
<ul class="govuk-list govuk-list--bullet">
<li>[[print_capacity]]</li>
{{#TYPES}}
<li>[[print_type]] {{#TYPE}}{{#COMMA}}, {{/COMMA}}{{#SEMICOLON}}; {{/SEMICOLON}}{{#GROUP}}{{>GROUP}}: {{/GROUP}}{{>LABEL}}{{/TYPE}}</li>
{{/TYPES}}
<li>[[print_name]]</li>
<li>[[print_email]]</li>
<li>[[print_contact]]</li>
<li>[[print_confidential]]</li>
<li>[[print_publish]]</li>
</ul>
{{#QUESTION}}
{{#SECTION}}
<h2 class="govuk-heading-l">{{>SECTION}}</h2>
{{/SECTION}}
{{#PAGE}}
<span class="govuk-caption-m">{{>PAGE}}</span>
{{/PAGE}}
<h2 class="govuk-heading-m">{{NUMBER}}. {{>TITLE}}{{#OPTIONAL}} [[optional]]{{/OPTIONAL}}</h2>
{{#CONDITIONS}}
<p class="govuk-body">[[asked_only_if]] {{#CONDITION}}{{#AND}} [[and_also]] {{/AND}}{{#VALUE}}{{#OR}} [[or]] {{/OR}}‘{{>LABEL}}’{{/VALUE}} [[to_question]] {{TARGET}}{{/CONDITION}}.</p>
{{/CONDITIONS}}
{{#GUIDANCE}}
<div class="app-prose" lang="{{LANG}}">{{GUIDANCE:x-trusted}}</div>
{{/GUIDANCE}}
{{#HINT}}
<p class="govuk-hint">{{>HINT}}</p>
{{/HINT}}
{{#HOW_MANY}}
<p class="govuk-body">{{HOW_MANY}}</p>
{{/HOW_MANY}}
{{#ROWS}}
<ul class="govuk-list govuk-list--bullet">
{{#OPTION}}
<li>{{>LABEL}}</li>
{{/OPTION}}
</ul>
<p class="govuk-body">[[choose_one]]</p>
{{/ROWS}}
{{#OPTIONS}}
<ul class="govuk-list govuk-list--bullet">
{{#OPTION}}
<li>{{>LABEL}}{{#HINT}} <span class="govuk-hint">{{>HINT}}</span>{{/HINT}}</li>
{{/OPTION}}
</ul>
{{/OPTIONS}}
{{#LIMIT}}
<p class="govuk-body">{{LIMIT}}</p>
{{/LIMIT}}
{{/QUESTION}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">[[to_the_consultation]]</a></p>
