create trigger second_step_change_kept before update, delete on second_step_change for each row call 'earshot.workbench.store.HistoryTrigger';
