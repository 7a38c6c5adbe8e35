package io.adskull.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantIdentityTest {

    @Test
    void withoutATokenTheConfiguredTenantActs() {
        SecurityIdentity identity = augmented(Optional.of("demo"), anonymous());

        assertThat(identity.<String>getAttribute(TenantIdentity.TENANT)).isEqualTo("demo");
        assertThat(identity.getRoles()).contains(Role.VIEWER, Role.OPERATOR, Role.STAFF);
        assertThat(identity.isAnonymous()).isFalse();
    }

    @Test
    void withoutATokenAndWithoutAConfiguredTenantNobodyActs() {
        for (Optional<String> unset : java.util.List.of(Optional.<String>empty(), Optional.of(" "))) {
            assertThat(augmented(unset, anonymous()).isAnonymous()).isTrue();
        }
    }

    @Test
    void aTokenWithoutTenantNeverActsForTheConfiguredOne() {
        SecurityIdentity person = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("vera"))
                .addRole(Role.ADMIN)
                .build();

        SecurityIdentity identity = augmented(Optional.of("demo"), person);

        assertThat(identity.getRoles()).isEmpty();
        assertThat(identity.<String>getAttribute(TenantIdentity.TENANT)).isNull();
    }

    private static SecurityIdentity anonymous() {
        return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    }

    private static SecurityIdentity augmented(Optional<String> anonymousTenant, SecurityIdentity identity) {
        return new TenantIdentity(() -> anonymousTenant)
                .augment(identity, blocking -> Uni.createFrom().item(blocking.get()))
                .await()
                .indefinitely();
    }
}
