package io.adskull.diagnosis.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.diagnosis.Bodies;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.ConnectedAs;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// TikTok says the same for different failures; what else is known about the account tells them apart.
class TikTokEvidenceTest {
    private static final String RULES = "/open_api/v1.3/optimizer/rule/list/";
    private static final String LACKS =
            "Permission error: The access token lacks the required scope for endpoint '/optimizer/rule/list/(method=GET)'.";
    private static final String UNGRANTED = "advertiser does not grant you /optimizer/rule/list/:GET permission";
    private static final List<String> WITH_RULES = List.of("2", "17000000");
    private static final List<String> WITHOUT_RULES = List.of("2", "4");

    @ParameterizedTest
    @ValueSource(strings = {LACKS, UNGRANTED})
    void aConsentWithoutTheScopeIsRenewedByThePerson(String words) {
        Diagnosis diagnosis = diagnosis(40001, words, granted(WITHOUT_RULES));

        assertThat(diagnosis.cause()).isEqualTo(Cause.SCOPE_MISSING);
        assertThat(diagnosis.actor()).isEqualTo(Actor.ACCOUNT_USER);
        assertThat(diagnosis.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(diagnosis.evidence().getFirst())
                .contains("1 May 2026")
                .contains("does not include Automated Rules")
                .contains("approved later");
    }

    @ParameterizedTest
    @ValueSource(strings = {LACKS, UNGRANTED})
    void aConsentWithTheScopeIsNotAskedForAgain(String words) {
        for (String enough : List.of("17000000", "17020000")) {
            Diagnosis diagnosis = diagnosis(40001, words, granted(List.of(enough)));

            assertThat(diagnosis.cause()).isEqualTo(Cause.SCOPE_MISSING);
            assertThat(diagnosis.actor()).isEqualTo(Actor.DEVELOPER);
            assertThat(diagnosis.confidence()).isEqualTo(Confidence.UNCLEAR);
            assertThat(diagnosis.check().orElse("")).contains("method");
            assertThat(diagnosis.explanation()).contains("would change neither");
        }
    }

    @ParameterizedTest
    @CsvSource({"40001,Permission denied", "40002,Insufficient permission", "40001,''", "40003,''"})
    void barePermissionWordsMeanTheConsentWhereTheConsentIsTooSmall(int code, String words) {
        assertThat(diagnosis(code, words, granted(WITHOUT_RULES)))
                .extracting(Diagnosis::cause, Diagnosis::actor)
                .containsExactly(Cause.SCOPE_MISSING, Actor.ACCOUNT_USER);

        Diagnosis covered = diagnosis(code, words, granted(WITH_RULES));

        assertThat(covered)
                .extracting(Diagnosis::cause, Diagnosis::actor)
                .containsExactly(Cause.RESOURCE_PERMISSION_MISSING, Actor.BUSINESS_ADMIN);
        assertThat(covered.evidence().getFirst()).contains("includes Automated Rules");
    }

    @Test
    void aWrongParameterStaysOneWhateverTheConsent() {
        assertThat(diagnosis(40002, "Invalid metric fields: ['x']", granted(WITHOUT_RULES))
                        .cause())
                .isEqualTo(Cause.INVALID_REQUEST);
        assertThat(diagnosis(40002, "", granted(WITHOUT_RULES)).cause()).isEqualTo(Cause.INVALID_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({
        "40105,Access token is incorrect or has been revoked.",
        "40105,''",
        "40106,Invalid core user",
        "40102,The access token has expired."
    })
    void aRefusedKeyIsJudgedByWhatElseItOpens(int code, String words) {
        assertThat(diagnosis(code, words, seen(Visibility.UNKNOWN, Standing.UNKNOWN)))
                .returns(Actor.ACCOUNT_USER, Diagnosis::actor)
                .extracting(Diagnosis::cause)
                .isEqualTo(code == 40102 ? Cause.TOKEN_EXPIRED : Cause.TOKEN_INVALID);
        for (Visibility visibility : List.of(Visibility.HIDDEN, Visibility.UNKNOWN)) {
            Diagnosis elsewhere = diagnosis(code, words, seen(visibility, Standing.ALIVE));
            assertThat(elsewhere.cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
            assertThat(elsewhere.actor()).isEqualTo(Actor.BUSINESS_ADMIN);
            assertThat(elsewhere.check()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Access token is incorrect or has been revoked.", ""})
    void aKeyRefusedForEveryAccountIsDead(String words) {
        for (Visibility visibility : Visibility.values()) {
            Diagnosis dead = diagnosis(40105, words, seen(visibility, Standing.REFUSED));
            assertThat(dead.cause()).isEqualTo(Cause.TOKEN_INVALID);
            assertThat(dead.confidence()).isEqualTo(Confidence.CERTAIN);
            assertThat(dead.awaitsEvidence()).isFalse();
        }
    }

    @Test
    void aWithdrawalInWordsNeedsNoEvidence() {
        Diagnosis withdrawn =
                diagnosis(40105, "The advertiser has cancelled the authorization", Circumstances.unknown());

        assertThat(withdrawn.cause()).isEqualTo(Cause.TOKEN_INVALID);
        assertThat(withdrawn.awaitsEvidence()).isFalse();
    }

    @Test
    void aKeyThatLastsADayIsRenewedBeforeAnybodyIsAsked() {
        String body = body(40105, "Access token is incorrect or has been revoked.");

        Diagnosis diagnosis = Bodies.diagnosis(Bodies.answer("/open_api/v1.3/business/get/", 200, body));

        assertThat(diagnosis.cause()).isEqualTo(Cause.TOKEN_INVALID);
        assertThat(diagnosis.actor()).isEqualTo(Actor.AUTOMATIC);
    }

    @ParameterizedTest
    @CsvSource({
        "40001,Permission error: The access token lacks the required scope.,UNKNOWN,SCOPE_MISSING,DEVELOPER",
        "40130,'',UNKNOWN,SCOPE_MISSING,DEVELOPER",
        "40001,No permission to operate pixel code,UNKNOWN,RESOURCE_PERMISSION_MISSING,BUSINESS_ADMIN",
        "40001,Permission denied,VISIBLE,RESOURCE_PERMISSION_MISSING,BUSINESS_ADMIN",
        "40001,'',UNKNOWN,RESOURCE_PERMISSION_MISSING,BUSINESS_ADMIN",
        "40001,'',HIDDEN,ACCOUNT_ACCESS_MISSING,BUSINESS_ADMIN",
        "40119,'',UNKNOWN,ACCOUNT_ACCESS_MISSING,BUSINESS_ADMIN",
        "40001,No permission to operate advertiser,HIDDEN,ACCOUNT_ACCESS_MISSING,BUSINESS_ADMIN",
        "40001,No permission to operate advertiser,UNKNOWN,ACCOUNT_ACCESS_MISSING,BUSINESS_ADMIN",
        "40001,No permission to operate advertiser,VISIBLE,RESOURCE_PERMISSION_MISSING,BUSINESS_ADMIN"
    })
    void whoConnectedAgainInVainIsNotSentToDoItOnceMore(
            int code, String words, Visibility visibility, Cause cause, Actor actor) {
        Diagnosis diagnosis =
                diagnosis(code, words, circumstances(List.of(), visibility, Standing.UNKNOWN, Optional.empty(), true));

        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.actor()).isEqualTo(actor);
        assertThat(diagnosis.title()).startsWith("Connecting again did not");
        assertThat(diagnosis.steps().getFirst()).startsWith("Do not connect again");
        assertThat(diagnosis.explanation()).contains("will not help");
    }

    @Test
    void aPartnerIsSentToThePartnersScreen() {
        var partner =
                circumstances(List.of(), Visibility.VISIBLE, Standing.UNKNOWN, Optional.of(ConnectedAs.PARTNER), false);
        var member =
                circumstances(List.of(), Visibility.VISIBLE, Standing.UNKNOWN, Optional.of(ConnectedAs.MEMBER), false);

        assertThat(diagnosis(40001, "No permission to operate advertiser", partner)
                        .steps()
                        .getFirst())
                .contains("Users › Partners");
        assertThat(diagnosis(40001, "No permission to operate advertiser", member)
                        .steps()
                        .getFirst())
                .contains("Users › Members");
    }

    @Test
    void whatPublicPagesGetWrongIsSaid() {
        for (Map.Entry<Integer, String> disputed : Map.of(
                        40001, "Permission denied",
                        40002, "Missing required field(s): account_id.",
                        40100, "Too many requests",
                        40101, "App secret is invalid",
                        40102, "",
                        40105, "",
                        40110, "The auth_code is canceled.",
                        40113, "")
                .entrySet()) {
            assertThat(diagnosis(disputed.getKey(), disputed.getValue(), Circumstances.unknown())
                            .mistakenFor())
                    .as(disputed.toString())
                    .isPresent();
        }
    }

    private static Circumstances granted(List<String> scopes) {
        return circumstances(scopes, Visibility.UNKNOWN, Standing.UNKNOWN, Optional.empty(), false);
    }

    private static Circumstances seen(Visibility visibility, Standing connection) {
        return circumstances(List.of(), visibility, connection, Optional.empty(), false);
    }

    private static Circumstances circumstances(
            List<String> scopes,
            Visibility visibility,
            Standing connection,
            Optional<ConnectedAs> as,
            boolean reconnectedInVain) {
        return new Circumstances(
                Optional.of("Northwind Kids"),
                Optional.of("7012345678901234503"),
                Optional.of("Northwind Agency"),
                Optional.of(Resource.AUTOMATED_RULES),
                as,
                Optional.of(Instant.parse("2026-05-01T10:00:00Z")),
                scopes,
                visibility,
                connection,
                reconnectedInVain);
    }

    private static Diagnosis diagnosis(int code, String words, Circumstances circumstances) {
        return Bodies.diagnosis(Bodies.answer(RULES, 200, body(code, words)), circumstances);
    }

    private static String body(int code, String words) {
        return words.isEmpty()
                ? Bodies.json(Map.of("code", code, "request_id", "R1"))
                : Bodies.json(Map.of("code", code, "message", words, "request_id", "R1"));
    }
}
