package io.adskull.token.platform.http;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/// A circuit breaker for each platform: one that gives no answer, or 5xx, again and again is left alone for a while,
/// and the others do not notice.
@Singleton
public class PlatformGuards {
    private static final int WINDOW = 20;
    private static final String LEFT_ALONE = "circuit breaker open";

    /// How long a platform is left alone that failed again and again.
    static final Duration REST = Duration.ofSeconds(10);

    private final Map<Platform, Guard> guards = new ConcurrentHashMap<>();

    /// The answer of `call`, or, while the breaker is open, an answer that says so.
    public Answer call(Platform platform, String path, Supplier<Answer> call) {
        try {
            return guards.computeIfAbsent(platform, known -> guard()).call(() -> working(call.get()), Answer.class);
        } catch (Unavailable e) {
            return e.answer();
        } catch (CircuitBreakerOpenException e) {
            return noAnswer(platform, path, LEFT_ALONE);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a call cannot fail in another way", e);
        }
    }

    public static Answer noAnswer(Platform platform, String path, String why) {
        return new Answer(platform, Optional.of(path), Optional.empty(), Optional.of(why), Map.of(), new byte[0]);
    }

    private static Guard guard() {
        return Guard.create()
                .withCircuitBreaker()
                .requestVolumeThreshold(WINDOW)
                .delay(REST.toSeconds(), ChronoUnit.SECONDS)
                .done()
                .build();
    }

    static Answer working(Answer answer) throws Unavailable {
        if (isUnavailable(answer)) {
            throw new Unavailable(answer);
        }
        return answer;
    }

    /// Whether the platform was not asked at all.
    static boolean leftAlone(Answer answer) {
        return answer.transportError().equals(Optional.of(LEFT_ALONE));
    }

    static boolean isUnavailable(Answer answer) {
        return answer.transportError().isPresent() || answer.httpStatus().orElse(0) >= 500;
    }

    static final class Unavailable extends Exception {
        private final transient Answer answer;

        Unavailable(Answer answer) {
            super("unavailable", null, false, false);
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }
}
