package io.adskull.diagnosis.dialect;

import io.adskull.diagnosis.Answer;
import java.util.Optional;

/// Reads what is no envelope of any platform: silence, nothing, noise, a page, a sentence.
public final class Prose {
    private Prose() {}

    /// The reading of a call that got no answer, or of a body that is no JSON. Surfaces: `none`, `empty`, `noise`,
    /// `gateway` for pages and for what a failing server says, `text` for sentences, `cut` for the rest.
    public static Reading read(Answer answer, Content content) {
        if (answer.transportError().isPresent()) {
            return PlatformError.of(answer, "none").foreign(true).failed();
        }
        boolean serverFault =
                answer.httpStatus().filter(status -> status >= 500).isPresent();
        return switch (content) {
            case Content.Empty _ when isNoContent(answer) -> new Reading.Healthy();
            case Content.Empty _ ->
                PlatformError.of(answer, "empty").foreign(true).failed();
            case Content.Noise _ ->
                PlatformError.of(answer, "noise").foreign(true).failed();
            case Content.Page page ->
                PlatformError.of(answer, "gateway")
                        .foreign(true)
                        .message(Optional.of(page.words()))
                        .failed();
            case Content.Text text -> sentence(answer, text.text(), serverFault);
            case Content.Markup markup -> sentence(answer, markup.text(), serverFault);
            case Content.Json _ ->
                PlatformError.of(answer, "cut").foreign(true).whole(false).failed();
        };
    }

    private static Reading sentence(Answer answer, String words, boolean serverFault) {
        return PlatformError.of(answer, serverFault ? "gateway" : "text")
                .foreign(serverFault)
                .message(Optional.of(words))
                .failed();
    }

    private static boolean isNoContent(Answer answer) {
        return answer.httpStatus()
                .filter(status -> status == 204 || status == 205)
                .isPresent();
    }
}
