-- By which the receiver knows a message again, so that it can be changed. Null where there is none, and of what was sent
-- before this column.
alter table delivery add column receipt text;
