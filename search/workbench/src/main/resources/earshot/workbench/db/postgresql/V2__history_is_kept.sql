create function history_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'history is kept: % takes new rows only', tg_table_name;
end $$;
create trigger account_state_kept before update or delete on account_state for each row execute function history_is_kept();
create trigger account_team_kept before update or delete on account_team for each row execute function history_is_kept();
create trigger audit_kept before update or delete on audit for each row execute function history_is_kept();
