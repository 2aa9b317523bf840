{{%AUTOESCAPE context="HTML"}}
<span class="govuk-caption-xl">[[consultation_outcome]]</span>
<h1 class="govuk-heading-xl">{{>TITLE}}</h1>
<p class="govuk-body">[[from]] <strong>{{>ORGANISATIONS}}</strong>
{{#PUBLISHED}}
<br>[[outcome_published]] <strong><time datetime="{{DATETIME}}">{{DATE}}</time></strong>
{{/PUBLISHED}}
</p>
{{#HISTORY}}
<div class="govuk-inset-text">[[published_under]] <span lang="en">{{GOVERNMENT}}</span></div>
{{/HISTORY}}
<div class="govuk-inset-text">
{{#CONCLUDED}}
<h2 class="govuk-heading-m">[[concluded]]</h2>
{{/CONCLUDED}}
{{#INTERIM}}
<h2 class="govuk-heading-m">[[outcome_interim]]</h2>
<p class="govuk-body">[[outcome_interim_text]]</p>
{{/INTERIM}}
</div>
<h2 class="govuk-heading-l">[[detail_of_outcome]]</h2>
<p class="govuk-body">{{OPENING}}</p>
{{#DETAIL}}
<div lang="{{LANG}}">{{HTML:x-trusted}}</div>
{{/DETAIL}}
<h2 class="govuk-heading-l">[[outcome_feedback]]</h2>
<p class="govuk-body">[[outcome_no_survey]]</p>
<nav aria-label="[[outcome_contents]]">
<ul class="govuk-list">
<li><a class="govuk-link" href="#responses">[[outcome_responses]]</a></li>
{{#LINK}}
<li><a class="govuk-link" href="#question-{{ID:url_query_escape}}">{{NUMBER}}. {{>TITLE}}</a></li>
{{/LINK}}
{{#EVENTS_LINK}}
<li><a class="govuk-link" href="#events">[[outcome_events]]</a></li>
{{/EVENTS_LINK}}
</ul>
</nav>
<h3 class="govuk-heading-m" id="responses">[[outcome_responses]]</h3>
{{>CHANNELS}}
{{>CAPACITIES}}
{{>TYPES}}
{{>QUESTION}}
{{#REVIEWED}}
<h3 class="govuk-heading-m">[[outcome_method]]</h3>
<p class="govuk-body">[[outcome_method_text]]</p>
<p class="govuk-body">{{REVIEWER}} <time datetime="{{DATETIME}}">{{DATE}}</time>.</p>
{{/REVIEWED}}
{{#RECEIPTS}}
<h3 class="govuk-heading-m" id="receipts">[[outcome_receipts]]</h3>
<p class="govuk-body">[[outcome_receipts_text]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{RECEIPTS:x-href}}">[[outcome_receipts_file]]</a></p>
{{/RECEIPTS}}
{{#EVENTS}}
<h3 class="govuk-heading-m" id="events">[[outcome_events]]</h3>
<p class="govuk-body">{{SENTENCE}} [[outcome_events_apart]]</p>
{{>TABLE}}
{{/EVENTS}}
<hr class="govuk-section-break govuk-section-break--xl govuk-section-break--visible">
<h2 class="govuk-heading-l" id="original-consultation-title">[[original_consultation]]</h2>
<h3 class="govuk-heading-m">[[summary]]</h3>
<p class="govuk-body">{{>SUMMARY}}</p>
{{#CONCLUDED}}
<p class="govuk-body">[[this_consultation_ran_from]] <strong><time datetime="{{OPENS_TIME}}">{{OPENS}}</time> [[ran_to]] <time datetime="{{CLOSES_TIME}}">{{CLOSES}}</time></strong></p>
{{/CONCLUDED}}
{{#INTERIM}}
<p class="govuk-body">[[this_consultation_closes_at]] <strong><time datetime="{{CLOSES_TIME}}">{{CLOSES}}</time></strong></p>
{{/INTERIM}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">[[to_the_consultation]]</a></p>
