create trigger record_change_speaker_kept before update, delete on record_change_speaker for each row call 'earshot.workbench.store.HistoryTrigger';
