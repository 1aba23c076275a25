create trigger provider_identity_kept before update, delete on provider_identity for each row call 'earshot.workbench.store.HistoryTrigger';
