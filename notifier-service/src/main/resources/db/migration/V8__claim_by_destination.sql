-- A look for what is due reads as much as it takes, however much waits.
create index delivery_due_to on delivery (destination, due_at, position) where state = 'PENDING';
drop index delivery_due;
-- An incident has few messages: delivery_by_incident finds those before one as well.
drop index delivery_in_order;
