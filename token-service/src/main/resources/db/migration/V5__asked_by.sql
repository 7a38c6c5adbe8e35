-- Who was signed in where a consent was asked for, as people call them; null where nobody was, as with a link in a message.
alter table consent_attempt add column asked_by text;
alter table open_choice add column asked_by text;
