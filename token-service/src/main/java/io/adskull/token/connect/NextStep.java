package io.adskull.token.connect;

import java.util.Optional;

/// What a person may do at the end of a consent.
///
/// @param purpose what they would ask for again
/// @param held what they may keep instead
record NextStep(Purpose purpose, Optional<HeldGrant> held) {

    static NextStep again(Purpose purpose) {
        return new NextStep(purpose, Optional.empty());
    }
}
