package io.adskull.token.refresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

@ConfigMapping(prefix = "adskull.refresh")
public interface RefreshSettings {
    /// How often due tokens are looked for; one second at least.
    @WithDefault("PT1S")
    Duration every();

    /// A token is refreshed at least this long before its end, or a share of its life before, whichever is longer;
    /// never in the first half of its life for that reason.
    @WithDefault("PT15M")
    Duration lead();

    @WithDefault("0.2")
    double leadShare();

    /// The least for tokens that live for a month or longer.
    @WithDefault("P7D")
    Duration leadOfMonths();

    /// Tokens are never refreshed sooner than this after they were issued, whatever lifetime the platform claims.
    @WithDefault("PT10S")
    Duration shortestAge();

    /// Refreshes that one replica has under way at a time.
    @WithDefault("32")
    int concurrency();

    /// How long a replica may be at the platform before its attempt counts as lost; longer than any call can last.
    @WithDefault("PT1M")
    Duration lease();

    /// How long, at most, another replica leaves a lost attempt to the one that made it, which may still hold the
    /// answer in its journal.
    @WithDefault("PT5M")
    Duration journalPatience();

    /// Where answers are kept, sealed, until the database has them: on a volume that outlives a crash of the process.
    Path journalDir();

    /// Upper bound of the wait after a first failure; it doubles with each further one.
    @WithDefault("PT5S")
    Duration firstBackoff();

    @WithDefault("PT15M")
    Duration longestBackoff();
}
