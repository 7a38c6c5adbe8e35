package io.adskull.notifier.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoppedTest {

    @Test
    void itIsCountedAndTheFirstTwoAreNamed() {
        assertThat(sentence()).isEqualTo("all ad accounts of this connection stop");
        assertThat(sentence("Shoes")).isEqualTo("1 ad account stops: Shoes");
        assertThat(sentence("Bags", "Shoes")).isEqualTo("2 ad accounts stop: Bags and Shoes");
        assertThat(sentence("Bags", "Kids", "Shoes")).isEqualTo("3 ad accounts stop: Bags, Kids and 1 more");
        assertThat(sentence("Bags", "Home", "Kids", "Shoes")).isEqualTo("4 ad accounts stop: Bags, Home and 2 more");
    }

    private static String sentence(String... accounts) {
        return new Stopped(List.of(accounts)).sentence();
    }
}
