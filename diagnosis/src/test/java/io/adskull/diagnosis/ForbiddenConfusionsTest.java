package io.adskull.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Bodies.Labelled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Advice that would make people do the wrong thing, over the corpora and over bodies changed in ways that change
/// no meaning, or take some away.
class ForbiddenConfusionsTest {
    private static final Set<Cause> TOKEN = Set.of(Cause.TOKEN_INVALID, Cause.REFRESH_TOKEN_INVALID);
    private static final Set<Cause> PERMISSION =
            Set.of(Cause.RESOURCE_PERMISSION_MISSING, Cause.ACCOUNT_ACCESS_MISSING);
    private static final Set<Cause> LIMIT = Set.of(Cause.RATE_LIMITED, Cause.QUOTA_EXHAUSTED);
    private static final Set<Cause> OUTAGE = Set.of(Cause.PLATFORM_ERROR, Cause.PLATFORM_MAINTENANCE);
    private static final Map<Cause, Set<Confusion>> FORBIDDEN = forbidden();

    /// What advice tells people to do.
    private enum Confusion {
        RECONNECT,
        GRANT_PERMISSION,
        WAIT;

        boolean isToldBy(Diagnosis diagnosis) {
            return switch (this) {
                case RECONNECT ->
                    diagnosis.actor() == Actor.ACCOUNT_USER
                            && (TOKEN.contains(diagnosis.cause())
                                    || diagnosis.cause() == Cause.TOKEN_EXPIRED
                                    || diagnosis.cause() == Cause.SCOPE_MISSING);
                case GRANT_PERMISSION -> PERMISSION.contains(diagnosis.cause());
                case WAIT -> LIMIT.contains(diagnosis.cause()) || OUTAGE.contains(diagnosis.cause());
            };
        }
    }

    @Test
    void noBodyLeadsToHarmfulAdvice() {
        List<String> harmful = new ArrayList<>();
        int bodies = 0;
        for (Labelled labelled : Bodies.corpora()) {
            for (Mutations.Mutated mutated : Mutations.of(labelled)) {
                bodies++;
                Verdict verdict = Diagnostician.bundled()
                        .diagnose(with(labelled.answer(), mutated.body()), Circumstances.unknown());
                if (isHarmful(labelled, verdict)) {
                    harmful.add(labelled.id() + " " + labelled.label().get("cause") + " became " + told(verdict)
                            + (mutated.lossy() ? " (lossy): " : ": ")
                            + new String(mutated.body(), StandardCharsets.UTF_8));
                }
            }
        }
        System.out.printf("forbidden confusions: %d in %d bodies%n", harmful.size(), bodies);
        assertThat(harmful).isEmpty();
    }

    private static boolean isHarmful(Labelled labelled, Verdict verdict) {
        Cause right = Cause.valueOf(labelled.label().get("cause").asText());
        return switch (verdict) {
            case Verdict.Healthy _ -> true;
            case Verdict.Failing(Diagnosis diagnosis) ->
                !labelled.rightCause(diagnosis.cause().name())
                        && FORBIDDEN.getOrDefault(right, Set.of()).stream()
                                .anyMatch(confusion -> confusion.isToldBy(diagnosis));
        };
    }

    private static Answer with(Answer answer, byte[] body) {
        return new Answer(
                answer.platform(),
                answer.endpoint(),
                answer.httpStatus(),
                answer.transportError(),
                answer.headers(),
                body);
    }

    private static String told(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Healthy _ -> "healthy";
            case Verdict.Failing(Diagnosis d) -> d.cause() + "/" + d.actor() + " by " + d.rule();
        };
    }

    /// What is true, and what must not be told then: a rate limit, a permission or an outage is not mended by
    /// connecting again, a wrong parameter not by a permission, a revoked token not by waiting.
    private static Map<Cause, Set<Confusion>> forbidden() {
        Map<Cause, Set<Confusion>> forbidden = new EnumMap<>(Cause.class);
        LIMIT.forEach(cause -> forbidden.put(cause, Set.of(Confusion.RECONNECT, Confusion.GRANT_PERMISSION)));
        OUTAGE.forEach(cause -> forbidden.put(cause, Set.of(Confusion.RECONNECT, Confusion.GRANT_PERMISSION)));
        PERMISSION.forEach(cause -> forbidden.put(cause, Set.of(Confusion.RECONNECT)));
        TOKEN.forEach(cause -> forbidden.put(cause, Set.of(Confusion.WAIT)));
        forbidden.put(Cause.INVALID_REQUEST, Set.of(Confusion.GRANT_PERMISSION, Confusion.RECONNECT));
        forbidden.put(Cause.NETWORK_RESTRICTED, Set.of(Confusion.GRANT_PERMISSION, Confusion.RECONNECT));
        forbidden.put(Cause.APP_CREDENTIALS_INVALID, Set.of(Confusion.RECONNECT));
        return forbidden;
    }
}
