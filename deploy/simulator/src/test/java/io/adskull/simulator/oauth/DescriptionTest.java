package io.adskull.simulator.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.adskull.simulator.Yaml;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    @Test
    void aRefusalThatNobodyWordedStopsTheStartAndNamesTheFile() {
        assertThatThrownBy(() -> read("wordless"))
                .hasMessageContaining("platforms/wordless/oauth.yaml")
                .hasMessageContaining("CLIENT_UNKNOWN");
    }

    @Test
    void aRefusalIsWordedAsTheMoreGeneralOneWhereThePlatformDoesNotTellThemApart() {
        Description rotating = read("rotating");

        assertThat(rotating.reply(Word.CODE_EXPIRED)).isEqualTo(rotating.reply(Word.CODE_INVALID));
        assertThat(rotating.reply(Word.REFRESH_EXPIRED)).isNotEqualTo(rotating.reply(Word.REFRESH_INVALID));
    }

    private static Description read(String platform) {
        return Yaml.read("platforms/" + platform + "/oauth.yaml", new TypeReference<Description>() {});
    }
}
