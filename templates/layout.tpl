{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{LANGUAGE}}" class="govuk-template">
<head>
<meta charset="utf-8">
<title lang="{{TITLE_LANGUAGE}}">{{#ERROR}}[[error_prefix]] {{/ERROR}}{{#NAMED}}{{TITLE}} - {{/NAMED}}[[site_name]]</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#1d70b8">
{{#DESCRIPTION}}
<meta name="description" content="{{DESCRIPTION}}">
{{/DESCRIPTION}}
{{#CANONICAL}}
<link rel="canonical" href="{{URL:x-href}}">
{{/CANONICAL}}
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/govuk.css">
<script src="/static/init.js"></script>
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">[[skip_to_main_content]]</a>
<header class="govuk-template__header">
<div class="govuk-generic-header">
<div class="govuk-generic-header__container govuk-width-container">
<div class="govuk-generic-header__logo">
<a href="{{HOME:x-href}}" class="govuk-generic-header__homepage-link">[[site_name]]</a>
</div>
</div>
</div>
</header>
<div class="govuk-width-container">
{{#LANGUAGES}}
{{#FORM}}
<button type="submit" class="govuk-visually-hidden" aria-hidden="true" form="{{FORM}}" tabindex="-1" data-module="govuk-button" data-prevent-double-click="true">[[continue]]</button>
{{/FORM}}
<nav class="govuk-language-navigation" aria-label="[[language]]">
<ul class="govuk-language-navigation__list">
{{#ITEM}}
{{#CURRENT}}
<li class="govuk-language-navigation__list-item"><span class="govuk-language-navigation__text" aria-current="true" lang="{{CODE}}">{{NAME}}</span></li>
{{/CURRENT}}
{{#OTHER}}
<li class="govuk-language-navigation__list-item"><a class="govuk-language-navigation__link" href="{{URL:x-href}}" rel="alternate" lang="{{CODE}}" hreflang="{{CODE}}">{{NAME}}</a></li>
{{/OTHER}}
{{#SWITCH}}
<li class="govuk-language-navigation__list-item"><button type="submit" class="govuk-language-navigation__link" form="{{FORM}}" formaction="{{URL:x-href}}" name="form-switch" lang="{{CODE}}">{{NAME}}</button></li>
{{/SWITCH}}
{{/ITEM}}
</ul>
</nav>
{{/LANGUAGES}}
{{#BACK}}
<nav aria-label="[[back_navigation]]"><a href="{{URL:x-href}}" class="govuk-back-link">[[back]]</a></nav>
{{/BACK}}
<main class="govuk-main-wrapper" id="main-content">
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
{{>MAIN}}
</div>
</div>
</main>
</div>
<footer class="govuk-template__footer">
<div class="govuk-footer">
<div class="govuk-width-container">
<div class="govuk-footer__meta">
<div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
<h2 class="govuk-visually-hidden">[[support_links]]</h2>
<ul class="govuk-footer__inline-list">
{{#PRIVACY}}
<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="{{URL:x-href}}">[[privacy_notice]]</a></li>
{{/PRIVACY}}
<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="{{ACCESSIBILITY:x-href}}">[[accessibility_statement]]</a></li>
</ul>
<span class="govuk-footer__licence-description">[[licence_before]] <a class="govuk-footer__link" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="license">[[licence_name]]</a>[[licence_after]]</span>
</div>
</div>
</div>
</div>
</footer>
</body>
</html>
