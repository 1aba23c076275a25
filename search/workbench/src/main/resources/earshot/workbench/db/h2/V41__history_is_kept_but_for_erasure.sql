create trigger erased_dispute_kept before update, delete on erased_dispute for each row call 'earshot.workbench.store.HistoryTrigger';
