package io.adskull.poller.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.AccountKey;
import io.adskull.poller.Accounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnedAccountsTest {
    private final Heard heard = new Heard();
    private final OwnedAccounts owned = new OwnedAccounts(heard);

    @Test
    void anAccountOfAnOwnedPartitionIsOurs() {
        owned.assigned(List.of(3), 24);
        owned.connected(3, Accounts.watched("1"));

        assertThat(heard.events).containsExactly("ours 1");
    }

    @Test
    void aRecordOfALostPartitionChangesNothing() {
        owned.assigned(List.of(3), 24);
        owned.revoked(List.of(3));
        owned.connected(3, Accounts.watched("1"));
        owned.disconnected(3, Accounts.key("1"));

        assertThat(heard.events).isEmpty();
        assertThat(owned.count()).isZero();
    }

    @Test
    void theAccountsOfARevokedPartitionAreDropped() {
        owned.assigned(List.of(3, 4), 24);
        owned.connected(3, Accounts.watched("1"));
        owned.connected(4, Accounts.watched("2"));

        assertThat(owned.revoked(List.of(3))).containsExactly(Accounts.key("1"));
        assertThat(heard.events).containsExactly("ours 1", "ours 2", "gone 1");
    }

    @Test
    void aReplayOfWhatIsKnownIsSilent() {
        owned.assigned(List.of(3), 24);
        owned.connected(3, Accounts.watched("1"));
        owned.assigned(List.of(3), 24);
        owned.connected(3, Accounts.watched("1"));

        assertThat(heard.events).containsExactly("ours 1");
    }

    @Test
    void aTombstoneEndsAnAccountOnce() {
        owned.assigned(List.of(3), 24);
        owned.connected(3, Accounts.watched("1"));
        owned.disconnected(3, Accounts.key("1"));
        owned.disconnected(3, Accounts.key("1"));

        assertThat(heard.events).containsExactly("ours 1", "gone 1");
    }

    @Test
    void theShareIsOurPartOfAllPartitions() {
        owned.assigned(List.of(0, 1, 2, 3, 4, 5), 24);

        assertThat(owned.share()).isEqualTo(0.25);
    }

    private static final class Heard implements AccountChanges {
        private final List<String> events = new ArrayList<>();

        @Override
        public void ours(WatchedAccount account) {
            events.add("ours " + account.account().accountId());
        }

        @Override
        public void gone(AccountKey account) {
            events.add("gone " + account.accountId());
        }

        @Override
        public boolean awaitQuiet(Set<AccountKey> accounts, Duration patience) {
            return true;
        }
    }
}
