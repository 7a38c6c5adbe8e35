-- What people call the connection, and who was signed in where its newest consent was asked for; null until that was told.
alter table connection add column name text;
alter table connection add column asked_by text;
