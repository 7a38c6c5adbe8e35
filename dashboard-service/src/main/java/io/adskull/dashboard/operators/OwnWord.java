package io.adskull.dashboard.operators;

import io.adskull.contract.account.Platform;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An incident that a platform's own status page speaks of and that is not over; also its JSON.
///
/// @param title as the platform wrote it: a stranger's text
/// @param link its page, an https address; null where the platform names none, or something else
/// @param since when the platform told it first
public record OwnWord(
        Platform platform, String title, @Nullable String link, Instant since) {
    public OwnWord {
        link = link != null && leadsToAPage(link) ? link : null;
    }

    private static boolean leadsToAPage(String link) {
        try {
            URI uri = new URI(link);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
