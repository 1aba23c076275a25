create trigger saved_search_kept before update, delete on saved_search for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger saved_search_state_kept before update, delete on saved_search_state for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger call_alert_kept before update, delete on call_alert for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger call_alert_read_kept before update, delete on call_alert_read for each row call 'earshot.workbench.store.HistoryTrigger';
