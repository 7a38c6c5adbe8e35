package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Bodies;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    /// An example may name its surface, as in `login-kit: …`; where a rule names codes, its first code stands
    /// beside the words.
    @Test
    void everyRuleDecidesItsOwnExamples() {
        Catalogue catalogue = Diagnostician.bundled().catalogue(Platform.TIKTOK).orElseThrow();
        List<String> wrong = new ArrayList<>();
        for (Rule rule : catalogue.rules()) {
            for (String example : rule.examples()) {
                Diagnosis diagnosis = Bodies.diagnosis(ExampleAnswer.of(rule, example));
                if (!diagnosis.rule().equals(rule.id())) {
                    wrong.add("\"" + example + "\" of " + rule.id() + " was decided by " + diagnosis.rule());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRuleAboutWordsAloneHasAnExample() {
        Catalogue catalogue = Diagnostician.bundled().catalogue(Platform.TIKTOK).orElseThrow();
        assertThat(catalogue.rules())
                .filteredOn(rule -> rule.when().message().size() > 0
                        && rule.when().weight() == 1
                        && rule.examples().isEmpty())
                .extracting(Rule::id)
                .isEmpty();
    }
}
