-- After that only a new consent helps: told ahead, and not undone by a refresh.
alter table connection add column ends_at timestamptz;
