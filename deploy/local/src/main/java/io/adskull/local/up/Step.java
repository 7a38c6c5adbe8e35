package io.adskull.local.up;

import java.util.Set;

/// One thing to do on the way up.
///
/// @param needs names of steps that come first; those that are not part of this start count as done
/// @param action blocks until it is done; throws when the start has failed
record Step(String name, Set<String> needs, Action action) {

    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }
}
