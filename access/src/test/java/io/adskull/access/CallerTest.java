package io.adskull.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void withoutATokenTheAnonymousTenantActsWhereThereIsOne() {
        assertThat(new Caller(nobody(), Optional.of("demo")).tenantToChange()).isEqualTo("demo");
        assertThatThrownBy(() -> new Caller(nobody(), Optional.empty()).tenant())
                .isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void aTokensTenantAlwaysWins() {
        assertThat(new Caller(signedIn("acme", "operator"), Optional.of("demo")).tenant())
                .isEqualTo("acme");
    }

    @Test
    void aTokenWithoutTenantIsNobodysEvenWhereAnonymousPeopleAreWelcome() {
        assertThatThrownBy(() -> new Caller(signedIn("", "admin"), Optional.of("demo")).tenant())
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void viewersLookAndOperatorsChange() {
        Caller viewer = new Caller(signedIn("acme", "viewer"), Optional.empty());

        assertThat(viewer.tenant()).isEqualTo("acme");
        assertThatThrownBy(viewer::tenantToChange).isInstanceOf(ForbiddenException.class);
        assertThat(new Caller(signedIn("acme", "admin"), Optional.empty()).tenantToChange())
                .isEqualTo("acme");
    }

    private static SecurityIdentity nobody() {
        return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    }

    private static SecurityIdentity signedIn(String tenant, String role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new TokenOf(tenant))
                .addRole(role)
                .build();
    }

    private record TokenOf(String tenant) implements JsonWebToken {
        @Override
        public String getName() {
            return "ann";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("tenant");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String claimName) {
            return (T) (claimName.equals("tenant") ? tenant : null);
        }
    }
}
