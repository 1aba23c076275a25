create trigger playlist_kept before update or delete on playlist for each row execute function history_is_kept();
create trigger playlist_state_kept before update or delete on playlist_state for each row execute function history_is_kept();
create trigger clip_kept before update or delete on clip for each row execute function history_is_kept();
create trigger clip_state_kept before update or delete on clip_state for each row execute function history_is_kept();
