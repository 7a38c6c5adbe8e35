package io.adskull.dashboard.web;

import io.adskull.contract.account.Resource;
import io.adskull.dashboard.overview.AccountSlice;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Grouping;
import io.adskull.dashboard.overview.Health;
import io.adskull.dashboard.overview.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// What works, account by account and part by part.
///
/// @param parts the columns: what any of the accounts has
public record Matrix(List<Resource> parts, List<Row> rows, Instant now) {

    /// How many columns there are in all.
    public int across() {
        return parts.size() + 2;
    }

    /// @param group said above it where a group begins
    /// @param cells one for each part
    public record Row(Optional<Group> group, AccountView account, List<Cell> cells) {
        /// Whether every part fails for one reason, which is said once where there is little room.
        public boolean whole() {
            return cells.stream()
                            .filter(cell -> cell.permission().isPresent())
                            .map(cell -> cell.since().map(since -> List.of(since, cell.incident())))
                            .distinct()
                            .count()
                    == 1;
        }
    }

    /// @param name what people call it
    public record Group(String name, Map<Health, Long> accounts) {
        public long total() {
            return accounts.values().stream().mapToLong(Long::longValue).sum();
        }

        public List<Health> kinds() {
            return List.copyOf(accounts.keySet());
        }

        public long count(Health health) {
            return accounts.getOrDefault(health, 0L);
        }
    }

    /// @param permission empty where AdSkull does not look at this part of such an account
    /// @param fixing whether what fails heals by itself
    public record Cell(Resource part, Optional<Permission> permission, boolean fixing) {
        public boolean failing() {
            return since().isPresent();
        }

        public Optional<Instant> since() {
            return permission.map(Permission::since);
        }

        /// That says so; empty where the connection's end does.
        public Optional<UUID> incident() {
            return permission.map(Permission::incident);
        }

        public String stateLabel() {
            return permission.map(known -> Words.label(known.state())).orElse("");
        }

        /// Of the class and the icon.
        public String word() {
            return failing() && fixing
                    ? Health.FIXING.word()
                    : permission.map(known -> known.state().word()).orElse("unknown");
        }
    }

    static Matrix of(AccountSlice slice, Optional<Grouping> grouping, Instant now) {
        TreeSet<Resource> parts = new TreeSet<>();
        slice.shown().forEach(account -> account.permissions().forEach(known -> parts.add(known.resource())));
        List<Resource> columns = List.copyOf(parts);
        List<Row> rows = new ArrayList<>();
        Optional<String> before = Optional.empty();
        for (AccountView account : slice.shown()) {
            Optional<String> group = grouping.map(by -> key(account, by));
            boolean begins = group.isPresent() && !group.equals(before);
            rows.add(new Row(
                    grouping.filter(by -> begins).map(by -> group(account, by, slice)),
                    account,
                    cells(account, columns)));
            before = group;
        }
        return new Matrix(columns, rows, now);
    }

    private static List<Cell> cells(AccountView account, List<Resource> columns) {
        Map<Resource, Permission> known = new EnumMap<>(Resource.class);
        account.permissions().forEach(permission -> known.put(permission.resource(), permission));
        boolean fixing = account.health() == Health.FIXING;
        return columns.stream()
                .map(part -> new Cell(part, Optional.ofNullable(known.get(part)), fixing))
                .toList();
    }

    private static Group group(AccountView account, Grouping by, AccountSlice slice) {
        String name =
                switch (by) {
                    case PLATFORM -> account.platform().displayName();
                    case BUSINESS -> account.businessName();
                    case CONNECTION ->
                        account.businessName() + " at " + account.platform().displayName();
                };
        return new Group(name, slice.groups().getOrDefault(key(account, by), Map.of()));
    }

    private static String key(AccountView account, Grouping by) {
        return switch (by) {
            case PLATFORM -> account.platform().id();
            case BUSINESS -> account.businessName();
            case CONNECTION -> account.connectionId().toString();
        };
    }
}
