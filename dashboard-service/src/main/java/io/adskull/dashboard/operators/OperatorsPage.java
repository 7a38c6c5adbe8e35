package io.adskull.dashboard.operators;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the operators' page shows.
///
/// @param mayOpen whether the viewer's own tenant is the one that platform-wide incidents belong to
/// @param problem why what was asked for was not done; empty where nothing was or it was
/// @param done what was done just now; empty where nothing was
public record OperatorsPage(
        List<UnknownError> unknown,
        List<PlatformHealth> platforms,
        Lag lag,
        Letters letters,
        boolean mayOpen,
        String problem,
        String done) {

    public List<GroupLag> groups() {
        return lag instanceof Lag.Known(List<GroupLag> groups) ? groups : List.of();
    }

    /// Why the lag is not known; empty where it is.
    public String lagTrouble() {
        return lag instanceof Lag.NotKnown(String why) ? why : "";
    }

    public List<Letter> dead() {
        return letters instanceof Letters.Read(List<Letter> all, boolean whole) ? all : List.of();
    }

    /// What is not known of the dead letters; empty where all is.
    public String lettersTrouble() {
        return switch (letters) {
            case Letters.NotRead(String why) -> why;
            case Letters.Read(List<Letter> all, boolean whole) ->
                whole ? "" : "Not every topic could be read in time: there may be more. Reload to try again.";
        };
    }

    /// Where the error library explains it; empty where the platform gave no code.
    public String explained(UnknownError error) {
        String code = error.code();
        return code == null || code.isBlank()
                ? ""
                : "/errors/" + error.platform().id() + "/"
                        + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }

    OperatorsPage refused(String why) {
        return new OperatorsPage(unknown, platforms, lag, letters, mayOpen, why, "");
    }

    OperatorsPage after(String what) {
        return new OperatorsPage(unknown, platforms, lag, letters, mayOpen, "", what);
    }
}
