create trigger calibration_kept before update, delete on calibration for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger calibration_call_kept before update, delete on calibration_call for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger calibration_reviewer_kept before update, delete on calibration_reviewer for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger calibration_answer_kept before update, delete on calibration_answer for each row call 'earshot.workbench.store.HistoryTrigger';
create trigger calibration_closed_kept before update, delete on calibration_closed for each row call 'earshot.workbench.store.HistoryTrigger';
