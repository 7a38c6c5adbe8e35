package io.adskull.token.platform.tiktok;

import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.http.Refusals;
import java.util.Optional;

/// How a person comes back from TikTok's consent pages.
final class TikTokConsent {

    private TikTokConsent() {}

    /// What came back instead of a code, if so. Who cancels the advertisers' page comes back with nothing at all.
    static Optional<ExchangeOutcome> ended(ConsentAnswer answer) {
        Optional<String> error = answer.error().filter(text -> !text.equals("access_denied"));
        if (error.isPresent()) {
            return Optional.of(new ExchangeOutcome.Refused("error " + Refusals.printable(error.get())));
        }
        return answer.parameter("auth_code", "code").isEmpty()
                ? Optional.of(new ExchangeOutcome.Cancelled())
                : Optional.empty();
    }
}
