create trigger record_change_speaker_kept before update or delete on record_change_speaker for each row execute function history_is_kept();
