create trigger provider_identity_kept before update or delete on provider_identity for each row execute function history_is_kept();
