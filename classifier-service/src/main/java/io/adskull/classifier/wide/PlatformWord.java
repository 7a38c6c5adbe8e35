package io.adskull.classifier.wide;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an account tells its platform: for which reasons beyond its own some of its calls fail now. Told when that
/// changes, and now and then while it does not, so that it is known how many accounts answer at all.
///
/// @param causes empty: every call that was answered was answered as the account deserves
/// @param descriptions an incident's words for each cause that is new; their ids and times mean nothing yet
/// @param before what the account said before this; null the first time
/// @param gone whether this is its last word
public record PlatformWord(
        AccountKey account,
        String tenant,
        Instant at,
        Set<Cause> causes,
        List<Incident> descriptions,
        @Nullable Before before,
        boolean gone) {

    /// @param outage whether a cause that it told was the platform's
    public record Before(Instant at, Set<Cause> causes, boolean outage) {
        public Before {
            causes = Set.copyOf(causes);
        }
    }

    public PlatformWord {
        causes = Set.copyOf(causes);
        descriptions = List.copyOf(descriptions);
    }

    /// Whether it fails because of the platform.
    public boolean outage() {
        return hasOutage(causes);
    }

    /// What the account remembers of this word.
    public Before told() {
        return new Before(at, causes, outage());
    }

    static boolean hasOutage(Set<Cause> causes) {
        return causes.stream().anyMatch(cause -> Breadth.ofWide(cause) == Breadth.OUTAGE);
    }
}
