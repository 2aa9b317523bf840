-- Who may do what: all of it is here, and all else is refused.
-- tests/cases/roles.txt says the same once more, and is tried out.
do $$
begin
	execute format('revoke all on database %I from public', current_database());
	execute format('grant connect on database %I to greenpaper_web, greenpaper_editor, '
		'greenpaper_keyer, greenpaper_analyst, greenpaper_publisher, greenpaper_steward',
		current_database());
end
$$;
revoke all on schema public from public;
revoke all on all functions in schema greenpaper from public;

grant usage on schema greenpaper to greenpaper_web, greenpaper_editor, greenpaper_keyer,
	greenpaper_analyst, greenpaper_publisher, greenpaper_steward;
grant select on version_read to greenpaper_web, greenpaper_editor, greenpaper_keyer,
	greenpaper_analyst, greenpaper_publisher, greenpaper_steward;

grant select on document_read to greenpaper_web;

grant execute on function version_load to greenpaper_editor;

grant execute on function submit_received to greenpaper_keyer;

grant select on response_read, answer_text, codeframe_newest, tally_channel to greenpaper_analyst;
grant select (id), insert (slug, source, reviewed_by, reviewed_on) on codeframe
	to greenpaper_analyst;
grant insert on coding to greenpaper_analyst;

grant select on codeframe_newest, tally_channel, tally_respondent, tally_answered, tally_asked, tally_option,
	tally_theme, tally_theme_split, tally_uncoded, quotable, receipt_list, tally_ended to greenpaper_publisher;
grant execute on function outcome_set to greenpaper_publisher;

grant select on response_with_person, tally_channel to greenpaper_steward;
