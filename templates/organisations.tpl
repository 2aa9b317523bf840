{{%AUTOESCAPE context="HTML"}}
{{#ORGANISATION}}{{#COMMA}}, {{/COMMA}}{{#AND}} [[and]] {{/AND}}{{#AND_BEFORE_VOWEL}} [[and_before_vowel]] {{/AND_BEFORE_VOWEL}}{{>NAME}}{{/ORGANISATION}}
