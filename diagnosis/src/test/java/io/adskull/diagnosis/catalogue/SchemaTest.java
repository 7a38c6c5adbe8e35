package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "any",
                "tiktok",
                "meta",
                "google",
                "linkedin",
                "microsoft",
                "pinterest",
                "snapchat",
                "reddit",
                "x",
                "amazon"
            })
    void everyFamilyMeetsTheSchema(String platform) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaTest.class.getResourceAsStream("/platforms/catalogue.schema.json"));
        YAMLMapper yaml = new YAMLMapper();
        for (JsonNode family : read(yaml, platform, "catalogue").get("families")) {
            if (family.asText().startsWith("any/")) {
                continue;
            }
            assertThat(schema.validate(read(yaml, platform, family.asText())))
                    .as(family.asText())
                    .isEmpty();
        }
    }

    private static JsonNode read(YAMLMapper yaml, String platform, String file) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                SchemaTest.class.getResourceAsStream("/platforms/" + platform + "/" + file + ".yaml"))) {
            return yaml.readTree(bytes);
        }
    }
}
