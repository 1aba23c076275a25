create trigger second_step_change_kept before update or delete on second_step_change for each row execute function history_is_kept();
