create or replace function history_is_kept() returns trigger language plpgsql as $$
begin
  if exists (select 1 from erasure_under_way) then
    if tg_op = 'DELETE' then
      return old;
    end if;
    return new;
  end if;
  raise exception 'history is kept: % takes new rows only', tg_table_name;
end $$;
create trigger erased_dispute_kept before update or delete on erased_dispute for each row execute function history_is_kept();
