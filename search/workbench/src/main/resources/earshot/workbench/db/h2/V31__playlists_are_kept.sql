create trigger playlist_kept before update, delete on playlist for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger playlist_state_kept before update, delete on playlist_state for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger clip_kept before update, delete on clip for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger clip_state_kept before update, delete on clip_state for each row call 'earshot.workbench.store.HistoryTrigger';
