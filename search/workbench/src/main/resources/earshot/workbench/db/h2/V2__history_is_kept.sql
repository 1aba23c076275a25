create trigger account_state_kept before update, delete on account_state for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger account_team_kept before update, delete on account_team for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger audit_kept before update, delete on audit for each row call 'earshot.workbench.store.HistoryTrigger';
