package io.adskull.diagnosis.dialect;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.LimitScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A failing answer in the words of no particular platform: what the catalogue's rules look at.
///
/// @param surface which of the platform's ways to answer this is, such as `business` or `gateway`
/// @param foreign whether the words are those of a server in front of the platform; only rules that name the
/// surface read them
/// @param whole false when the answer was cut off, so that what it says may be a part of what was said
/// @param codes the platform's own codes as text, the one that says most first, such as `190/463` before `190`
/// @param message the platform's own words, at most [#LONGEST_MESSAGE] characters
/// @param accountStatus the account's state in an answer that is otherwise healthy
/// @param limit by what the platform counts the calls of which there were too many, where the answer says it
/// @param mentionedAccount the account id that the message names
/// @param mentionedPath the endpoint that the message names
/// @param mentionedScope the permission that the message says is missing
public record PlatformError(
        String surface,
        boolean foreign,
        boolean whole,
        List<String> codes,
        Optional<String> message,
        Optional<String> accountStatus,
        Optional<Integer> httpStatus,
        Optional<String> transportError,
        Optional<String> logId,
        Optional<String> requestId,
        Optional<Duration> retryAfter,
        Optional<LimitScope> limit,
        Optional<String> mentionedAccount,
        Optional<String> mentionedPath,
        Optional<String> mentionedScope) {

    /// Longer messages are cut, so that no answer can make matching slow.
    public static final int LONGEST_MESSAGE = 2_000;

    private static final int LONGEST_CODE = 100;

    public PlatformError {
        codes = List.copyOf(codes);
    }

    /// The code that says most, which is the one people quote.
    public Optional<String> code() {
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes.getFirst());
    }

    /// Starts with what every answer tells: status, transport error, and how long to wait.
    public static Draft of(Answer answer, String surface) {
        return new Draft(answer, surface);
    }

    /// An error while a dialect finds out what it says. For one thread.
    public static final class Draft {
        private final Answer answer;
        private final String surface;
        private final List<String> codes = new ArrayList<>();
        private boolean foreign;
        private boolean whole = true;
        private Optional<String> message = Optional.empty();
        private Optional<String> accountStatus = Optional.empty();
        private Optional<String> logId = Optional.empty();
        private Optional<String> requestId = Optional.empty();
        private Optional<Duration> retryAfter;
        private Optional<LimitScope> limit = Optional.empty();
        private Optional<String> mentionedAccount = Optional.empty();
        private Optional<String> mentionedPath = Optional.empty();
        private Optional<String> mentionedScope = Optional.empty();

        private Draft(Answer answer, String surface) {
            this.answer = answer;
            this.surface = surface;
            this.retryAfter = RetryAfter.in(answer.headers());
        }

        /// One more code, less telling than those before; blank, repeated and overlong ones are left out.
        public Draft code(Optional<String> code) {
            code.map(String::strip)
                    .filter(text -> !text.isEmpty() && text.length() <= LONGEST_CODE && !codes.contains(text))
                    .ifPresent(codes::add);
            return this;
        }

        public Draft code(String code) {
            return code(Optional.of(code));
        }

        /// Kept unless blank; the first that is given counts.
        public Draft message(Optional<String> words) {
            if (message.isEmpty()) {
                message = words.map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE));
            }
            return this;
        }

        public Draft foreign(boolean speaks) {
            foreign = speaks;
            return this;
        }

        public Draft whole(boolean complete) {
            whole = complete;
            return this;
        }

        public Draft accountStatus(Optional<String> status) {
            accountStatus = status;
            return this;
        }

        public Draft logId(Optional<String> id) {
            logId = logId.or(() -> id.map(Draft::id));
            return this;
        }

        public Draft requestId(Optional<String> id) {
            requestId = requestId.or(() -> id.map(Draft::id));
            return this;
        }

        /// A wait that the platform names outside of `Retry-After`; outweighs that header.
        public Draft retryAfter(Optional<Duration> wait) {
            retryAfter = wait.or(() -> retryAfter);
            return this;
        }

        public Draft limit(Optional<LimitScope> counted) {
            limit = counted;
            return this;
        }

        public Draft mentionedAccount(Optional<String> id) {
            mentionedAccount = id;
            return this;
        }

        public Draft mentionedPath(Optional<String> path) {
            mentionedPath = path;
            return this;
        }

        public Draft mentionedScope(Optional<String> scope) {
            mentionedScope = scope;
            return this;
        }

        public Optional<String> message() {
            return message;
        }

        public Reading failed() {
            return new Reading.Failed(build());
        }

        public PlatformError build() {
            return new PlatformError(
                    surface,
                    foreign,
                    whole,
                    codes,
                    message,
                    accountStatus,
                    answer.httpStatus(),
                    answer.transportError(),
                    logId,
                    requestId,
                    retryAfter,
                    limit,
                    mentionedAccount,
                    mentionedPath,
                    mentionedScope);
        }

        private static String id(String text) {
            return text.length() <= LONGEST_CODE ? text : text.substring(0, LONGEST_CODE);
        }
    }
}
