package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import java.util.List;
import java.util.Optional;

/// The form that takes an answer to explain. It never shows what was pasted before.
///
/// @param chosen the platform that is selected already
public record PasteBox(String title, Optional<Platform> chosen) {

    static PasteBox empty() {
        return new PasteBox("Have an answer explained", Optional.empty());
    }

    static PasteBox of(Platform platform) {
        return new PasteBox("Have the whole answer explained", Optional.of(platform));
    }

    public List<Platform> platforms() {
        return List.of(Platform.values());
    }

    public boolean chosen(Platform platform) {
        return chosen.filter(platform::equals).isPresent();
    }
}
