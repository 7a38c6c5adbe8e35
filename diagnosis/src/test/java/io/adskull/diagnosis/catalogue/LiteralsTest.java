package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "invalid token; [[invalid token]]",
                "(access|refresh) token; [[access token, refresh token]]",
                "no permissions?\\b; [[no permission, no permissions]]",
                "expired.{0,40}(user|account)s; [[expired], [users, accounts]]",
                "only (be )?(\\w+ )?for (\\w+ ){0,3}active; [[only , only be ], [for ], [active]]",
                "(token|.*) bad; [[ bad]]",
                "authori[sz]ed; [[authorised, authorized]]",
                "(?!account )limit(?<!no limit); [[limit]]",
                "(token x+|\\w+ key); [[token ,  key]]",
                "(ab)+c; []",
                "(token)*; []",
                "\\d+|word; []",
                "(?i)word; []",
            })
    void whatMustStandInATextIsKnown(String regex, String needed) {
        assertThat(sorted(Literals.neededBy(regex))).isEqualTo(sortedText(needed));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void noTextThatMatchesLacksWhatIsNeeded(@ForAll("regexes") String regex, @ForAll("texts") String text) {
        if (Pattern.compile(regex).matcher(text).find()) {
            for (Set<String> set : Literals.neededBy(regex)) {
                assertThat(set).as("%s in %s", regex, text).anyMatch(text::contains);
            }
        }
    }

    @Property(tries = 100)
    void noRuleThatSpeaksIsPassedOver(@ForAll Platform platform, @ForAll("messages") String message) {
        List<Rule> rules = Diagnostician.bundled().catalogue(platform).rules().stream()
                .filter(rule -> !rule.when().message().isEmpty())
                .toList();
        var index =
                new WordIndex(rules.stream().map(rule -> rule.when().message()).toList());
        String words = Words.plain(message);
        for (int times = 0; times < 20; times++) {
            index.in(words);
        }
        WordIndex.Hits hits = index.in(words);
        List<Rule> found = new ArrayList<>();
        for (int at = hits.next(0); at >= 0; at = hits.next(at + 1)) {
            if (hits.speakFor(at)) {
                found.add(rules.get(at));
            }
        }
        assertThat(found)
                .containsExactlyElementsOf(rules.stream()
                        .filter(rule -> rule.when().message().stream().anyMatch(wording -> wording.standsIn(words)))
                        .toList());
    }

    @Provide
    Arbitrary<String> regexes() {
        Arbitrary<String> letters = Arbitraries.of("abc", "bca", "a", "b", "c", "[ab]", "\\b", ".", "^", "$", "\\w");
        return Arbitraries.recursive(() -> letters, LiteralsTest::larger, 1, 5);
    }

    private static Arbitrary<String> larger(Arbitrary<String> part) {
        Arbitrary<String> other = Arbitraries.of("abc", "ab", "ca", "\\w+ ", " ", "c[abc]");
        Arbitrary<String> count = Arbitraries.of("?", "*", "+", "{0,2}", "{1,3}", "+?");
        return Arbitraries.oneOf(
                part.flatMap(p -> other.map(o -> p + o)),
                part.flatMap(p -> other.map(o -> o + p)),
                part.flatMap(p -> other.map(o -> "(" + p + "|" + o + ")")),
                part.flatMap(p -> other.map(o -> "(?!" + o + ")" + p)),
                part.flatMap(p -> count.map(c -> "(?:" + p + ")" + c)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abc ").ofMaxLength(14);
    }

    /// Every example of every platform, whole and cut somewhere.
    @Provide
    Arbitrary<String> messages() {
        List<String> examples = Arrays.stream(Platform.values())
                .flatMap(platform -> Diagnostician.bundled().catalogue(platform).rules().stream())
                .flatMap(rule -> rule.examples().stream())
                .distinct()
                .toList();
        return Arbitraries.of(examples)
                .flatMap(text ->
                        Arbitraries.integers().between(0, text.length() / 2).map(text::substring))
                .list()
                .ofSize(2)
                .map(parts -> String.join(" ", parts));
    }

    private static List<List<String>> sorted(List<Set<String>> sets) {
        return sets.stream().map(set -> set.stream().sorted().toList()).toList();
    }

    private static List<List<String>> sortedText(String needed) {
        String inside = needed.strip().substring(1, needed.strip().length() - 1);
        return Pattern.compile("\\[([^]]*)]")
                .matcher(inside)
                .results()
                .map(set -> Arrays.stream(set.group(1).split(", ")).sorted().toList())
                .toList();
    }
}
