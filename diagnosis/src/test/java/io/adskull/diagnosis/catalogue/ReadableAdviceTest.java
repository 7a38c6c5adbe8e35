package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.diagnosis.Diagnostician;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What somebody reads who buys ads, and has a problem, and has not asked for prose.
class ReadableAdviceTest {
    private static final Set<Actor> PEOPLE = Set.of(Actor.ACCOUNT_USER, Actor.BUSINESS_ADMIN, Actor.BILLING_OWNER);
    private static final double FAIRLY_HARD = 50;

    /// What a first step may tell somebody to do.
    private static final Set<String> ORDERS = Set.of(
            "Ask", "Check", "Choose", "Compare", "Do", "Find", "Look", "Open", "Press", "Read", "See", "Sign", "Wait");

    private static final Map<Placeholder, String> KNOWN = new EnumMap<>(Map.ofEntries(
            Map.entry(Placeholder.ACCOUNT, "Northwind Kids"),
            Map.entry(Placeholder.ACCOUNT_ID, "7012345678901234503"),
            Map.entry(Placeholder.BUSINESS, "Northwind Agency"),
            Map.entry(Placeholder.RESOURCE, "Campaigns"),
            Map.entry(Placeholder.SCREEN, "Manage permissions"),
            Map.entry(Placeholder.SCOPE, "Campaign Management"),
            Map.entry(Placeholder.CONNECTED_ON, "3 June 2026"),
            Map.entry(Placeholder.ENDPOINT, "/campaign/get/"),
            Map.entry(Placeholder.CODE, "40001"),
            Map.entry(Placeholder.MESSAGE, "No permission"),
            Map.entry(Placeholder.STATUS, "STATUS_LIMIT"),
            Map.entry(Placeholder.LOG_ID, "202611230641"),
            Map.entry(Placeholder.PLATFORM, "the platform")));

    @ParameterizedTest
    @EnumSource(Platform.class)
    void whatAdvertisersReadIsNotHardToRead(Platform platform) {
        List<String> hard = new ArrayList<>();
        for (Rule rule : rulesForPeople(platform)) {
            for (Advice.Text text : wordings(rule.advice())) {
                double ease = ReadingEase.of(said(text));
                if (ease < FAIRLY_HARD) {
                    hard.add("%s reads at %.1f: %s".formatted(rule.id(), ease, String.join(" ", said(text))));
                }
            }
        }
        assertThat(hard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void theFirstStepSaysAtOnceWhatToDo(Platform platform) {
        assertThat(rulesForPeople(platform).stream()
                        .flatMap(rule -> wordings(rule.advice()).stream())
                        .flatMap(text -> filled(text.steps().getFirst()).stream())
                        .distinct()
                        .filter(step -> !ORDERS.contains(step.split("[ ,]", 2)[0])))
                .isEmpty();
    }

    /// What the reader cannot tell from the words alone.
    @ParameterizedTest
    @EnumSource(Platform.class)
    void theFirstStepOfAnAdminOrPayerIsNotLeftOutWhereLittleIsKnown(Platform platform) {
        assertThat(rulesForPeople(platform).stream()
                        .filter(rule -> rule.actor() != Actor.ACCOUNT_USER)
                        .flatMap(rule -> wordings(rule.advice()).stream())
                        .filter(text -> text.steps().getFirst().fill(Map.of()).isEmpty())
                        .map(text -> text.title().fill(Map.of())))
                .isEmpty();
    }

    @Test
    void syllablesAreCountedAsTheySound() {
        assertThat(Stream.of("used", "tested", "pages", "table", "name", "admin", "7012", "permission")
                        .map(ReadingEase::syllables))
                .containsExactly(1, 2, 2, 2, 1, 2, 1, 3);
        assertThat(ReadingEase.of(List.of("The cat sat on the mat."))).isCloseTo(116.1, within(0.1));
    }

    private static List<Rule> rulesForPeople(Platform platform) {
        return Diagnostician.bundled().catalogue(platform).rules().stream()
                .filter(rule -> PEOPLE.contains(rule.actor()))
                .toList();
    }

    /// As said in general, of each resource, and of each way of being connected.
    private static List<Advice.Text> wordings(Advice advice) {
        return Stream.concat(
                        Stream.of(Optional.<Advice.Variant>empty()),
                        Stream.concat(
                                advice.byResource().values().stream().map(Optional::of),
                                advice.byConnection().values().stream().map(Optional::of)))
                .map(variant ->
                        variant.map(other -> other.over(advice.general())).orElse(advice.general()))
                .toList();
    }

    private static List<String> said(Advice.Text text) {
        return Stream.concat(Stream.of(text.title(), text.explanation()), text.steps().stream())
                .flatMap(template -> filled(template).stream())
                .toList();
    }

    private static Optional<String> filled(Template template) {
        return template.fill(KNOWN);
    }

    @Test
    void everyPlaceholderHasAValueHere() {
        assertThat(KNOWN.keySet()).containsAll(Arrays.asList(Placeholder.values()));
    }
}
