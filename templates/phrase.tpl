{{%AUTOESCAPE context="HTML"}}
{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#FOREIGN}}<span lang="{{LANG}}">{{TEXT}}</span>{{/FOREIGN}}
