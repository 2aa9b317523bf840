{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-xl">[[accessibility_statement]]</h1>
<p class="govuk-body">[[access_applies]]</p>
<p class="govuk-body">[[access_able]]</p>
<ul class="govuk-list govuk-list--bullet">
<li>[[access_able_colours]]</li>
<li>[[access_able_zoom]]</li>
<li>[[access_able_keyboard]]</li>
<li>[[access_able_voice]]</li>
<li>[[access_able_reader]]</li>
<li>[[access_able_without]]</li>
<li>[[access_able_time]]</li>
</ul>
<p class="govuk-body">[[access_abilitynet]] <a class="govuk-link" href="https://mcmw.abilitynet.org.uk/">AbilityNet</a></p>
<h2 class="govuk-heading-m">[[access_how]]</h2>
<p class="govuk-body">[[access_parts]]</p>
<ul class="govuk-list govuk-list--bullet">
<li>[[access_part_documents]]</li>
<li>[[access_part_languages]]</li>
<li>[[access_part_tables]]</li>
</ul>
<h2 class="govuk-heading-m">[[access_feedback]]</h2>
<p class="govuk-body">[[access_feedback_text]]</p>
{{#CONTACT}}
<p class="govuk-body">[[email]] <a class="govuk-link" href="{{URL:x-href}}">{{EMAIL}}</a></p>
{{/CONTACT}}
{{#ELSEWHERE}}
<p class="govuk-body">[[access_contact_elsewhere]]</p>
{{/ELSEWHERE}}
<p class="govuk-body">[[access_contact_say]]</p>
<h2 class="govuk-heading-m">[[access_enforcement]]</h2>
<p class="govuk-body">[[access_ehrc]] <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">[[access_eass]]</a>[[access_eass_after]]</p>
<p class="govuk-body">[[access_ireland]] <a class="govuk-link" href="https://www.equalityni.org/">[[access_ecni]]</a> [[access_ecni_after]]</p>
<h2 class="govuk-heading-m">[[access_technical]]</h2>
<p class="govuk-body">[[access_committed]]</p>
<h3 class="govuk-heading-s">[[access_status]]</h3>
<p class="govuk-body">[[access_partly_before]] <a class="govuk-link" href="https://www.w3.org/TR/WCAG22/">[[access_wcag]]</a>[[access_partly_after]]</p>
<h3 class="govuk-heading-s">[[access_failing]]</h3>
<p class="govuk-body">[[access_failing_documents]]</p>
<h2 class="govuk-heading-m">[[access_tested]]</h2>
<p class="govuk-body">[[access_tested_text]]</p>
<p class="govuk-body">[[access_tested_people]]</p>
<p class="govuk-body">{{PREPARED}}</p>
