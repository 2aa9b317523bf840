{{%AUTOESCAPE context="HTML"}}
{{#ORGANISATION}}{{#COMMA}}, {{/COMMA}}{{#AND}} [[and]] {{/AND}}{{>NAME}}{{/ORGANISATION}}
