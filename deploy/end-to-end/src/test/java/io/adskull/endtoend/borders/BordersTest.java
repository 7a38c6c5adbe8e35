package io.adskull.endtoend.borders;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.adskull.contract.account.Platform;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The borders that the design draws, on the classes of every module as they were built.
class BordersTest {
    private static final List<String> MODULES = List.of(
            "shared-model",
            "diagnosis",
            "vault",
            "access",
            "token-service",
            "poller-service",
            "classifier-service",
            "notifier-service",
            "dashboard-service",
            "deploy/local",
            "deploy/simulator");
    private static final List<String> SERVICES =
            List.of("token", "poller", "classifier", "notifier", "dashboard", "local", "simulator");
    private static final List<String> FRAMEWORKS =
            List.of("io.quarkus..", "io.smallrye..", "org.apache.kafka..", "jakarta..");

    /// Standards that several platforms speak; what one of them does differently is in its own package.
    private static final String[] SHARED_BY_PLATFORMS = {
        "io.adskull.token.platform.http..", "io.adskull.token.platform.oauth2.."
    };

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(module -> Path.of("../..", module, "target", "classes"))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> aServiceKnowsNoOtherService() {
        return SERVICES.stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    String[] others = SERVICES.stream()
                            .filter(other -> !other.equals(service))
                            .map(other -> "io.adskull." + other + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage("io.adskull." + service + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others)
                            .because("services know each other only through shared-model and the topics")
                            .check(all);
                }));
    }

    @Test
    void theContractDependsOnNothingOfOurs() {
        check(noClasses()
                .that()
                .resideInAPackage("io.adskull.contract..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are ours but not the contract",
                        type -> type.getPackageName().startsWith("io.adskull.")
                                && !type.getPackageName().startsWith("io.adskull.contract")))
                .because("what crosses every border must not drag a service along"));
    }

    @Test
    void thePureMiddleIsPlainJava() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "io.adskull.contract..",
                        "io.adskull.diagnosis..",
                        "io.adskull.classifier.evidence..",
                        "io.adskull.classifier.incident..",
                        "io.adskull.classifier.wide..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS.toArray(String[]::new))
                .because("diagnosis and incidents must replay the same everywhere, with no framework around them"));
    }

    @Test
    void noPlatformKnowsAnother() {
        check(slices().matching("io.adskull.(*).platform.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED_BY_PLATFORMS))
                .because("adding a platform touches no other platform"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.adskull.diagnosis.", "io.adskull.simulator."})
    void whatIsOfOnePlatformKnowsNoOther(String prefix) {
        List<String> platforms = Arrays.stream(Platform.values())
                .map(platform -> prefix + platform.id())
                .toList();
        for (String platform : platforms) {
            check(noClasses()
                    .that()
                    .resideInAPackage(platform)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(platforms.stream()
                            .filter(other -> !other.equals(platform))
                            .toArray(String[]::new))
                    .because("what one platform means by a word is nobody else's business"));
        }
    }

    @Test
    void featuresOfAServiceFormNoCircle() {
        check(slices().matching("io.adskull.(*).(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that can be read alone can be changed alone"));
    }

    @Test
    void nothingSleeps() {
        check(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("waiting is for schedulers, conditions and clocks that a test can move"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(classes()
                .that()
                .resideInAPackage("io.adskull..")
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Utils?|Helper)$")
                .because("a name says what a thing is"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(all);
    }
}
