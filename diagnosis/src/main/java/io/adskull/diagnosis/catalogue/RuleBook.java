package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.catalogue.Condition.Tier;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Recent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The rules of one platform in the order in which they are asked:
/// the account's status, then words, then an exact code, a range of codes, the HTTP status, and the rest.
/// Among rules about words the first in the catalogue wins; among the others the one that asks for more.
final class RuleBook {
    private static final int REMEMBERED = 2_048;

    private final Map<Tier, List<Rule>> tiers = new EnumMap<>(Tier.class);
    private final WordIndex wordings;
    private final Map<String, List<Rule>> byCode;
    private final Set<String> vagueCodes;
    /// What rules ask of paths.
    private final List<Pattern> endpoints;
    /// Platforms repeat themselves; what was decided once need not be matched against hundreds of patterns again.
    private final Recent<Question, Rule> decided = new Recent<>(REMEMBERED);

    /// All that decides; ids in messages are already left out of the words, and of a path only counts which of the
    /// rules' patterns it matches.
    private record Question(
            String words,
            long places,
            String surface,
            boolean foreign,
            List<String> codes,
            Optional<String> accountStatus,
            Optional<Integer> httpStatus,
            Optional<String> transportError,
            Optional<Resource> resource,
            Visibility visibility,
            Standing connection,
            Grant grant,
            boolean reconnectedInVain) {
        static Question of(Case c, long places) {
            PlatformError error = c.error();
            return new Question(
                    c.words(),
                    places,
                    error.surface(),
                    error.foreign(),
                    error.codes(),
                    error.accountStatus(),
                    error.httpStatus(),
                    error.transportError(),
                    c.resource(),
                    c.visibility(),
                    c.connection(),
                    c.grant(),
                    c.reconnectedInVain());
        }
    }

    /// @throws CatalogueMistake when two rules share an id, contradict each other, or nothing decides an unknown
    /// answer
    RuleBook(List<Rule> rules, Vocabulary known, String index) {
        vagueCodes = known.vagueCodes();
        refuseDuplicateIds(rules);
        for (Tier tier : Tier.values()) {
            List<Rule> here =
                    rules.stream().filter(rule -> rule.when().tier() == tier).toList();
            refuseContradictions(here, tier);
            Comparator<Rule> mostAskedFirst =
                    Comparator.comparing((Rule rule) -> -rule.when().weight()).thenComparing(Rule::shared);
            tiers.put(
                    tier,
                    tier == Tier.MESSAGE
                            ? here
                            : here.stream().sorted(mostAskedFirst).toList());
        }
        byCode = codes(tier(Tier.CODE));
        endpoints = endpoints(rules);
        wordings = new WordIndex(
                tier(Tier.MESSAGE).stream().map(rule -> rule.when().message()).toList());
        if (tier(Tier.REST).stream().noneMatch(rule -> rule.when().weight() == 0)) {
            throw new CatalogueMistake(index, 1, "no rule without conditions decides what nothing else recognises");
        }
    }

    private static List<Pattern> endpoints(List<Rule> rules) {
        Map<String, Pattern> endpoints = new LinkedHashMap<>();
        for (Rule rule : rules) {
            rule.when().endpoint().ifPresent(pattern -> endpoints.putIfAbsent(pattern.pattern(), pattern));
        }
        if (endpoints.size() > Long.SIZE) {
            throw new IllegalStateException("more endpoints are told apart than a long has bits");
        }
        return List.copyOf(endpoints.values());
    }

    /// Whether none of these codes says anything by itself, to this catalogue.
    boolean vague(List<String> codes) {
        for (String code : codes) {
            if (!vagueCodes.contains(code) && knows(code)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the platform uses this code for anything.
    boolean saysNothing(String code) {
        return vagueCodes.contains(code);
    }

    /// The rule for this answer; the last rule has no condition, so there always is one.
    Rule decide(Case c) {
        return decided.get(Question.of(c, places(c.path())), question -> match(c));
    }

    /// One bit for each pattern that matches the path.
    private long places(String path) {
        long places = 0;
        for (int i = 0; i < endpoints.size() && !path.isEmpty(); i++) {
            places |= endpoints.get(i).matcher(path).find() ? 1L << i : 0;
        }
        return places;
    }

    private Rule match(Case c) {
        for (Tier tier : Tier.values()) {
            Optional<Rule> rule = tier == Tier.MESSAGE ? byWords(c) : first(candidates(tier, c), c);
            if (rule.isPresent()) {
                return rule.get();
            }
        }
        throw new IllegalStateException("the rule without conditions did not hold");
    }

    private static Optional<Rule> first(List<Rule> candidates, Case c) {
        for (Rule rule : candidates) {
            if (rule.when().holds(c)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private Optional<Rule> byWords(Case c) {
        if (c.words().isEmpty()) {
            return Optional.empty();
        }
        List<Rule> rules = tier(Tier.MESSAGE);
        WordIndex.Hits hits = wordings.in(c.words());
        for (int at = hits.next(0); at >= 0; at = hits.next(at + 1)) {
            if (rules.get(at).when().holdsWhateverTheWords(c) && hits.speakFor(at)) {
                return Optional.of(rules.get(at));
            }
        }
        return Optional.empty();
    }

    /// Whether a rule names this code, by itself or by its family's range.
    boolean knows(String code) {
        if (byCode.containsKey(code)) {
            return true;
        }
        for (Rule rule : tier(Tier.CODE_RANGE)) {
            if (rule.when().namesByRange(code)) {
                return true;
            }
        }
        return false;
    }

    List<Rule> rules() {
        return tiers.values().stream().flatMap(List::stream).toList();
    }

    /// Rules about the code that says most come first, whatever else they ask for.
    private List<Rule> candidates(Tier tier, Case c) {
        if (tier == Tier.CODE) {
            return c.error().codes().stream()
                    .flatMap(code -> byCode.getOrDefault(code, List.of()).stream())
                    .toList();
        }
        return tier(tier);
    }

    private List<Rule> tier(Tier tier) {
        return tiers.getOrDefault(tier, List.of());
    }

    private static Map<String, List<Rule>> codes(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.when().codes().stream().map(code -> Map.entry(code, rule)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static void refuseDuplicateIds(List<Rule> rules) {
        Map<String, Rule> seen = new HashMap<>();
        for (Rule rule : rules) {
            Rule earlier = seen.put(rule.id(), rule);
            if (earlier != null) {
                throw mistake(rule, "rule id " + rule.id() + " is taken at " + earlier.where());
            }
        }
    }

    /// What a platform says by itself comes before what is shared, so those two never contradict each other. Else a
    /// rule about words is undecided where an earlier one with the same pattern takes every answer it could get;
    /// any other rule where one that asks for as much may apply as well.
    private static void refuseContradictions(List<Rule> rules, Tier tier) {
        Map<String, List<Rival>> rivals = new HashMap<>();
        for (Rule rule : rules) {
            Rival rival = new Rival(rule, rule.when().weight());
            for (String key : tier == Tier.MESSAGE ? patterns(rule) : List.of("")) {
                List<Rival> earlier = rivals.computeIfAbsent(key, k -> new ArrayList<>());
                earlier.forEach(other -> refuseContradiction(other, rival, tier));
                earlier.add(rival);
            }
        }
    }

    private record Rival(Rule rule, int weight) {}

    private static void refuseContradiction(Rival one, Rival other, Tier tier) {
        Rule earlier = one.rule();
        Rule later = other.rule();
        if (earlier.shared() != later.shared()) {
            return;
        }
        int difference = other.weight() - one.weight();
        boolean undecided = tier == Tier.MESSAGE ? difference >= 0 : difference == 0;
        if (undecided && earlier.when().overlaps(later.when())) {
            throw mistake(
                    later,
                    "rule " + later.id() + " contradicts " + earlier.id() + " at " + earlier.where()
                            + ": both apply to the same answers and neither asks for more");
        }
    }

    private static List<String> patterns(Rule rule) {
        return rule.when().message().stream().map(Wording::regex).distinct().toList();
    }

    private static CatalogueMistake mistake(Rule rule, String what) {
        int colon = rule.where().lastIndexOf(':');
        return new CatalogueMistake(
                rule.where().substring(0, colon), Integer.parseInt(rule.where().substring(colon + 1)), what);
    }
}
