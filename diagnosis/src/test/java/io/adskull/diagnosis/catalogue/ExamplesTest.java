package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExamplesTest {

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everyRuleDecidesItsOwnExamples(Platform platform) {
        Catalogue catalogue = Diagnostician.bundled().catalogue(platform);
        List<String> wrong = new ArrayList<>();
        for (Rule rule : catalogue.rules()) {
            if (rule.shared()) {
                continue;
            }
            for (String example : rule.examples()) {
                Diagnosis diagnosis =
                        catalogue.diagnose(ExampleError.of(rule, example), Optional.empty(), Circumstances.unknown());
                if (!diagnosis.rule().equals(rule.id())) {
                    wrong.add("\"" + example + "\" of " + rule.id() + " was decided by " + diagnosis.rule());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everyRuleAboutWordsAloneHasAnExample(Platform platform) {
        assertThat(Diagnostician.bundled().catalogue(platform).rules())
                .filteredOn(rule -> rule.when().message().size() > 0
                        && rule.when().weight() == 1
                        && rule.examples().isEmpty())
                .extracting(Rule::id)
                .isEmpty();
    }
}
