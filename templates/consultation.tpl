{{%AUTOESCAPE context="HTML"}}
<span class="govuk-caption-xl">{{LABEL}}</span>
<h1 class="govuk-heading-xl">{{>TITLE}}</h1>
<p class="govuk-body">[[from]] <strong>{{>ORGANISATIONS}}</strong></p>
{{#HISTORY}}
<div class="govuk-inset-text">[[published_under]] <span lang="en">{{GOVERNMENT}}</span></div>
{{/HISTORY}}
{{#NOTICE}}
<div class="govuk-inset-text">
<h2 class="govuk-heading-m">{{HEADING}}</h2>
{{#BODY}}
<p class="govuk-body">{{BODY}}</p>
{{/BODY}}
</div>
{{/NOTICE}}
{{#OUTCOME}}
<h2 class="govuk-heading-l">[[read_the_full_outcome]]</h2>
<p class="govuk-body govuk-!-margin-bottom-1"><a class="govuk-link govuk-!-font-weight-bold" href="{{URL:x-href}}">[[outcome_of]] {{>TITLE}}</a></p>
<p class="govuk-body-s">HTML{{#PUBLISHED}}, {{PUBLISHED}}{{/PUBLISHED}}</p>
{{#DETAIL}}
<h2 class="govuk-heading-l">[[detail_of_outcome]]</h2>
{{#OPENING}}
<p class="govuk-body" lang="en">{{OPENING}}</p>
{{/OPENING}}
<div class="app-prose" lang="en">{{DETAIL:x-trusted}}</div>
{{/DETAIL}}
<hr class="govuk-section-break govuk-section-break--xl govuk-section-break--visible">
<h2 class="govuk-heading-l" id="original-consultation-title">[[original_consultation]]</h2>
{{/OUTCOME}}
<h2 class="govuk-heading-m">[[summary]]</h2>
<p class="govuk-body">{{>SUMMARY}}</p>
{{#OPENS}}
<p class="govuk-body">{{OPENS_WORDS}} <strong><time datetime="{{OPENS_TIME}}">{{OPENS}}</time></strong><br>
[[it_closes_at]] <strong><time datetime="{{CLOSES_TIME}}">{{CLOSES}}</time></strong></p>
{{/OPENS}}
{{#CLOSES}}
<p class="govuk-body">[[this_consultation_closes_at]] <strong><time datetime="{{CLOSES_TIME}}">{{CLOSES}}</time></strong></p>
{{/CLOSES}}
{{#RAN}}
<p class="govuk-body">[[this_consultation_ran_from]] <strong><time datetime="{{OPENS_TIME}}">{{OPENS}}</time> [[ran_to]] <time datetime="{{CLOSES_TIME}}">{{CLOSES}}</time></strong></p>
{{/RAN}}
{{#RESULTS_DUE}}
<p class="govuk-body">[[results_due]] <strong>{{>RESULTS_DUE}}</strong></p>
{{/RESULTS_DUE}}
{{#DESCRIPTION}}
<h2 class="govuk-heading-m">[[consultation_description]]</h2>
<div class="app-prose" lang="{{LANG}}">{{DESCRIPTION:x-trusted}}</div>
{{/DESCRIPTION}}
{{#AUDIENCE}}
<h2 class="govuk-heading-m">[[who_it_is_for]]</h2>
<ul class="govuk-list govuk-list--bullet">
{{#ITEM}}
<li>{{>TEXT}}</li>
{{/ITEM}}
</ul>
{{/AUDIENCE}}
{{#DOCUMENTS}}
<h2 class="govuk-heading-m">[[documents]]</h2>
<ul class="govuk-list govuk-list--spaced">
{{#DOCUMENT}}
<li><a class="govuk-link govuk-!-font-weight-bold" href="{{URL:x-href}}">{{>TITLE}}</a><br>{{TYPE}}, {{SIZE}}</li>
{{/DOCUMENT}}
{{#QUESTIONS}}
<li><a class="govuk-link govuk-!-font-weight-bold" href="{{URL:x-href}}">[[all_the_questions]]</a><br>HTML</li>
{{/QUESTIONS}}
</ul>
{{/DOCUMENTS}}
{{#RESPOND}}
<h2 class="govuk-heading-m" id="ways-to-respond">[[ways_to_respond]]</h2>
{{#ONLINE}}
<form action="{{ACTION:x-href}}" method="post" novalidate>
<button type="submit" class="govuk-button govuk-button--start" data-module="govuk-button" data-prevent-double-click="true">
[[respond_online]]
<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>
</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="{{RETURN:x-href}}">[[return_to_saved]]</a></p>
{{/ONLINE}}
{{#OR}}
<p class="govuk-body">[[or]]</p>
{{/OR}}
{{#FORM}}
<p class="govuk-body">[[complete_a]] <a class="govuk-link" href="{{URL:x-href}}">[[response_form]]</a> {{#EITHER}}[[form_and]] [[either]]{{/EITHER}}{{#ALONE}}[[form_and_to]]{{/ALONE}}</p>
{{/FORM}}
{{#EMAIL}}
<h3 class="govuk-heading-s">[[email_to]]</h3>
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">{{EMAIL}}</a></p>
{{/EMAIL}}
{{#POST}}
<h3 class="govuk-heading-s">[[write_to]]</h3>
{{>ADDRESS}}
{{/POST}}
<p class="govuk-body"><a class="govuk-link" href="{{PRIVACY:x-href}}">[[how_we_use]]</a></p>
{{/RESPOND}}
{{#SENT}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">[[see_sent]]</a></p>
{{/SENT}}
{{>ENQUIRIES}}
{{#RELATED}}
<h2 class="govuk-heading-m">[[related_consultations]]</h2>
{{#REPLACES}}
<p class="govuk-body">[[this_replaces]] <a class="govuk-link" href="{{URL:x-href}}">{{>TITLE}}</a></p>
{{/REPLACES}}
{{#REPLACED_BY}}
<p class="govuk-body">[[this_is_replaced_by]] <a class="govuk-link" href="{{URL:x-href}}">{{>TITLE}}</a></p>
{{/REPLACED_BY}}
{{/RELATED}}
