package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueMistakeTest {
    private static final String SOUND = """
            advice:
              look:
                title: Look at {account}
                explanation: Something happened.
                steps:
                  - Look.
            rules:
              - id: known
                when: {code: [1]}
                cause: UNKNOWN
                actor: DEVELOPER
                advice: look
                check: Looking twice.
              - id: rest
                when: {}
                cause: UNKNOWN
                actor: DEVELOPER
                advice: look
                check: Looking twice.
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void indexAndEndpoints() throws IOException {
        Files.writeString(folder.resolve("catalogue.yaml"), "platform: Test\nsurfaces: [api]\nfamilies: [family]\n");
        Files.writeString(folder.resolve("endpoints.yaml"), "screens: {ACCOUNT: Settings}\n");
        Files.writeString(folder.resolve("codes.tsv"), "1\tsomewhere\n");
    }

    @Test
    void aSoundCatalogueIsRead() throws IOException {
        read(SOUND);
    }

    @Test
    void anUnknownKeyIsRefused() {
        refused(
                "    actor: DEVELOPER\n    advice: look\n    check: Looking twice.\n  - id: rest",
                "    actors: DEVELOPER\n    advice: look\n    check: Looking twice.\n  - id: rest",
                11,
                "unknown key \"actors\"");
    }

    @Test
    void aMissingStepIsRefused() {
        refused("    steps:\n      - Look.\n", "", 3, "\"steps\" is missing");
    }

    @Test
    void aDeadPlaceholderIsRefused() {
        refused("{account}", "{acount}", 3, "placeholder {acount} does not exist");
    }

    @Test
    void aTitleThatMayStayOpenIsRefused() {
        refused("{account}", "{logId}", 3, "must not need a value that may be unknown");
    }

    @Test
    void aRuleIdTakenTwiceIsRefused() {
        refused("- id: rest", "- id: known", 14, "rule id ", "#known is taken at");
    }

    @Test
    void rulesThatContradictEachOtherAreRefused() {
        refused("when: {}", "when: {code: [2, 1]}", 14, "contradicts", "neither asks for more");
    }

    @Test
    void anUnreachableRuleAboutWordsIsRefused() {
        refused(
                "  - id: rest",
                "  - id: one\n    when: {message: lost}\n    cause: CONFLICT\n    actor: DEVELOPER\n    advice: look\n"
                        + "  - id: two\n    when: {message: lost}\n    cause: NOT_FOUND\n    actor: DEVELOPER\n    advice: look\n  - id: rest",
                19,
                "contradicts");
    }

    @Test
    void aPatternThatNeverMatchesIsRefused() {
        refused("{code: [1]}", "{message: Access_Token}", 9, "never matches");
    }

    @Test
    void anAdviceNobodyGivesIsRefused() {
        refused(
                "rules:",
                "  idle:\n    title: T\n    explanation: E\n    steps: [S]\nrules:",
                8,
                "no rule uses advice \"idle\"");
    }

    @Test
    void anUnclearRuleThatDoesNotSayWhatWouldDecideIsRefused() {
        refused("    check: Looking twice.\n", "", 8, "an unclear rule needs \"check\"");
    }

    @Test
    void stepsForPeopleThatDoNotEndWithTheReTestAreRefused() {
        refused(
                "cause: UNKNOWN\n    actor: DEVELOPER",
                "cause: TOKEN_INVALID\n    actor: ACCOUNT_USER",
                12,
                "the last step of \"look\" is no Re-test");
    }

    @Test
    void singleCodesMixedWithARangeAreRefused() {
        refused("{code: [1]}", "{code: [1, 5-9]}", 9, "make it two rules");
    }

    @Test
    void anUnknownCauseIsRefused() {
        refused("cause: UNKNOWN", "cause: UNKOWN", 10, "\"UNKOWN\" is no Cause");
    }

    @Test
    void anUnknownSurfaceIsRefused() {
        refused("{code: [1]}", "{surface: apj}", 9, "surface \"apj\" does not exist");
    }

    @Test
    void aCatalogueThatLeavesAnswersUndecidedIsRefused() {
        assertThatThrownBy(() -> read(SOUND.replace("when: {}", "when: {code: [2]}")))
                .isInstanceOf(CatalogueMistake.class)
                .hasMessageContaining("no rule without conditions");
    }

    @Test
    void aKnownCodeWithoutItsSourceIsRefused() throws IOException {
        Files.writeString(folder.resolve("codes.tsv"), "1\tsomewhere\n2\n");
        assertThatThrownBy(() -> read(SOUND))
                .isInstanceOf(CatalogueMistake.class)
                .hasMessageContaining("codes.tsv:2: expected a code, a tab and its source");
    }

    @Test
    void brokenYamlIsReportedWithItsLine() {
        refused("rules:", "rules: [", 8, "not YAML");
    }

    private void refused(String sound, String mistaken, int line, String... words) {
        assertThatThrownBy(() -> read(SOUND.replaceFirst(
                        java.util.regex.Pattern.quote(sound), java.util.regex.Matcher.quoteReplacement(mistaken))))
                .isInstanceOf(CatalogueMistake.class)
                .hasMessageContaining("family.yaml:" + line + ": ")
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private void read(String family) throws IOException {
        Files.writeString(folder.resolve("family.yaml"), family);
        Catalogue.read(CatalogueSource.at(folder));
    }
}
