create trigger saved_search_kept before update or delete on saved_search for each row execute function history_is_kept();
create trigger saved_search_state_kept before update or delete on saved_search_state for each row execute function history_is_kept();
create trigger call_alert_kept before update or delete on call_alert for each row execute function history_is_kept();
create trigger call_alert_read_kept before update or delete on call_alert_read for each row execute function history_is_kept();
