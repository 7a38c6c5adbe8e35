package io.adskull.notifier.routing;

/// Where an incident stands among those that are told together.
///
/// @param leads whether it is the first: its messages are the group's
/// @param part which message of the group tells of it: 0 for the first, then those of accounts that joined later
/// @param waits whether others may still join, so that a message about it waits a little
/// @param over whether no incident of the group is open any more
/// @param comesAndGoes whether what is decided on broke and was well again too often lately
/// @param partOver whether no incident of its part is open any more
record Group(boolean leads, int part, boolean waits, boolean comesAndGoes, boolean over, boolean partOver) {
    /// An incident that is always told by itself.
    static Group single(boolean over) {
        return new Group(true, 0, false, false, over, over);
    }
}
